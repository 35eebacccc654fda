// A rule that a privacy review suggests, ready to be copied.

import { h, setText } from '../dom.js';
import { texts } from '../texts.js';

const t = texts.rules;

/**
 * @param {{type: string, yaml: string|null, lines?: string[], strings: number, items: number}} rule
 * @param {number} of items among which were counted
 * @param {string|null} where it comes from
 */
export function ruleSuggestion(rule, of, where = null) {
  const type = texts.privacy.types[rule.type] ?? rule.type;
  const text = rule.yaml ?? (rule.lines ?? []).join('\n');
  const copy = h('button', { type: 'button', class: 'button', on: { click: () => toClipboard(copy, text) } }, t.copy);
  return h(
    'li',
    { class: 'rule' },
    h('p', {}, h('b', {}, `${type}:`), ` ${t.counts(rule.strings, rule.items, of)}`, where ? h('span', { class: 'quiet' }, ` ${where}`) : null),
    text ? h('pre', { tabindex: '0', 'aria-label': rule.yaml ? t.file : t.list }, text) : h('p', { class: 'quiet' }, t.withOfficer),
    text ? h('p', { class: 'copy' }, copy, h('span', { class: 'quiet' }, ` ${rule.yaml ? t.file : t.list}`)) : null,
  );
}

async function toClipboard(button, text) {
  try {
    await navigator.clipboard.writeText(text);
    setText(button, t.copied);
  } catch {
    setText(button, t.select);
  }
}
