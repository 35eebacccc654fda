// Where people read the guideline differently: class by class, and pair by pair with examples.

import { h } from '../dom.js';
import { coefficient } from '../figures.js';
import { paragraphs } from '../text/itemtext.js';
import { paint } from '../palette.js';
import { texts } from '../texts.js';

const t = texts.revision;

/** The limit that the table agreement-gate holds the interval against is drawn where it stands. */
const at = (value) => `${Math.max(0, Math.min(1, value)) * 100}%`;

function measure(alpha) {
  if (!alpha || typeof alpha.value !== 'number') return h('div', { class: 'measure' }, h('small', {}, t.undefinedAgreement));
  const stretch = h('i');
  stretch.style.left = at(alpha.ciLow);
  stretch.style.width = `${Math.max(0, Math.min(1, alpha.ciHigh) - Math.max(0, alpha.ciLow)) * 100}%`;
  return h(
    'div',
    { class: 'measure' },
    h('div', { class: 'interval', 'aria-hidden': 'true' }, stretch),
    h('small', {}, t.agreement(coefficient(alpha.value), coefficient(alpha.ciLow), coefficient(alpha.ciHigh))),
  );
}

/** One row per class; a tick has its items labelled again. */
export function classTable(page, ticked, onTick) {
  const row = (label) => {
    const box = h('input', { type: 'checkbox', value: label.id, checked: ticked.has(label.id), on: { change: () => onTick(label.id, box.checked) } });
    return h(
      'tr',
      { class: label.unclear ? 'unclear' : null },
      h('th', { scope: 'row' }, h('label', {}, box, label.name)),
      h('td', {}, label.unclear ? h('span', { class: 'badge' }, t.unclear) : ''),
      h('td', { class: 'number' }, texts.common.number(label.items)),
      h('td', {}, measure(label.alpha)),
    );
  };
  return h(
    'table',
    { class: 'classes' },
    h('caption', { class: 'visually-hidden' }, t.classes),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t.labelAgain), h('td'), h('th', { scope: 'col', class: 'number' }, t.items), h('th', { scope: 'col' }, t.agreementHead))),
    h('tbody', {}, ...page.classes.map(row)),
  );
}

/** The pairs that are mixed up, the most frequent first and open. */
export function pairList(page) {
  const places = new Map(page.classes.map((label, index) => [label.id, { name: label.name, index }]));
  const name = (id) => places.get(id)?.name ?? id;
  const given = (id) => paint(h('span', {}, name(id)), places.get(id)?.index ?? 0);
  const example = ({ text, labels }) => h('li', {}, ...paragraphs(text), h('div', { class: 'given' }, ...labels.map(given)));
  const pair = ({ first, second, items, alpha, examples }, index) =>
    h(
      'details',
      { open: index === 0 },
      h(
        'summary',
        {},
        h('b', {}, `${name(first)} / ${name(second)}`),
        ': ',
        t.itemsWithBoth(items),
        h('span', {}, alpha && typeof alpha.value === 'number' ? `, ${t.agreementOfPair(coefficient(alpha.value), coefficient(alpha.ciLow), coefficient(alpha.ciHigh))}` : ''),
      ),
      h('ul', { class: 'examples' }, ...examples.map(example)),
    );
  return h('div', { class: 'pairs' }, ...page.pairs.map(pair));
}
