// Small pieces of the auditor's page.

import { h } from '../dom.js';
import { moment, short } from './words.js';

export const batchLink = (id) => h('a', { href: `#/audit/batch/${encodeURIComponent(id)}` }, id);
export const itemLink = (id, words = id) => h('a', { href: `#/audit/item/${encodeURIComponent(id)}`, class: 'id' }, words);

const tones = { pass: 'good', done: 'good', ok: 'good', published: 'good', submitted: 'good', held: 'care', waiting: 'care', 'above the limit': 'care', failed: 'bad', stopped: 'bad', unbroken: 'good', broken: 'bad', rejected: 'bad', quarantined: 'bad' };

/** A word in a coloured frame; the word alone says it too. */
export const chip = (word) => h('span', { class: `chip ${tones[word] ?? ''}` }, word);

export const when = (instant) => h('time', { datetime: instant ?? '', title: instant ?? null }, moment(instant));

export const hash = (full) => h('code', { title: full ?? null }, short(full));

/** Long hexadecimal ids are cut; the whole one is in the title. */
export const cut = (text) => text.replace(/[0-9a-f]{24,}/g, (id) => `${id.slice(0, 12)}…`);

export const person = (id) => h('span', { class: id === 'system' ? 'system' : 'person' }, id);

/** Names and values side by side; pairs without a value are left out. */
export function facts(pairs) {
  return h(
    'dl',
    { class: 'facts' },
    ...pairs.filter(([, shown]) => shown !== null && shown !== undefined).map(([name, shown]) => h('div', {}, h('dt', {}, name), h('dd', {}, shown))),
  );
}

/**
 * A table.
 * @param {(string|{text: string, class: string})[]} heads
 * @param {(Node|string)[][]} rows
 * @param {string} caption read out, not shown
 */
export function table(heads, rows, caption, rowClass = () => null) {
  const head = (each) => h('th', { scope: 'col', class: each.class ?? null }, each.text ?? each);
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      {},
      h('caption', { class: 'visually-hidden' }, caption),
      h('thead', {}, h('tr', {}, ...heads.map(head))),
      h('tbody', {}, ...rows.map((cells, index) => h('tr', { class: rowClass(index) }, ...cells.map((cell, at) => h('td', { class: heads[at]?.class ?? null }, cell ?? ''))))),
    ),
  );
}

/** A section with a heading that the page's own navigation can jump to. */
export function section(id, title, note, ...children) {
  return h('section', { id, 'aria-labelledby': `${id}-title` }, h('div', { class: 'section-head' }, h('h2', { id: `${id}-title` }, title), note ? h('p', { class: 'note' }, note) : null), ...children);
}

/** Loads a list; a failure becomes the sentence in its place. */
export async function attempt(list, load) {
  list.setAttribute('aria-busy', 'true');
  try {
    await load();
  } catch (problem) {
    list.replaceChildren(none(problem.message));
  } finally {
    list.removeAttribute('aria-busy');
  }
}

export const none = (sentence) => h('p', { class: 'none' }, sentence);

/** A field with its name above; calls back when its value changes. */
export function field(name, control, change) {
  control.addEventListener('change', () => change(control.value));
  return h('label', { class: 'field' }, h('span', {}, name), control);
}

/** A choice; the first option stands for any. */
export function choice(any, values, chosen = '') {
  const select = h('select', {}, h('option', { value: '' }, any), ...values.map((each) => h('option', { value: each.value ?? each }, each.text ?? each)));
  select.value = chosen;
  return select;
}
