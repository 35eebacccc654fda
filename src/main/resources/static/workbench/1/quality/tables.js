// Tables of figures with dots; a row may be followed by the working of its figure.

import { h } from '../dom.js';
import { dot, ruler } from './dots.js';
import { words as t } from './words.js';

/** A table whose rows come in pairs: the figures, and what opens below them. */
export function figureTable(heads, rows, caption, scale = null) {
  const empty = () => h('td', {}, scale ? ruler(scale) : null);
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      { class: 'figures' },
      h('caption', { class: 'visually-hidden' }, caption),
      h('thead', {}, h('tr', {}, ...heads.map((head) => (head ? h('th', { scope: 'col' }, head) : empty())), scale ? h('td', {}) : null)),
      h('tbody', {}, ...rows.flat().filter(Boolean)),
    ),
  );
}

/**
 * One row.
 * @param {{title: string, note: ?string, value: ?number, low: ?number, high: ?number, reason: ?string, show: function(number): string, range: function(number, number): string, why: function(string): string, scale: Object, kind: ?string, cells: (string|Node)[], below: ?{button: Node, panel: ?Node}}} figure
 */
export function figureRow({ title, note, value, low, high, reason, show, range, why, scale, kind, cells, below }) {
  const name = h('th', { scope: 'row' }, title, note ? h('small', {}, note) : null);
  const known = value !== null && value !== undefined;
  const numbers = known
    ? [h('td', { class: 'value' }, show(value)), h('td', {}, typeof low === 'number' ? range(low, high) : ''), h('td', {}, dot(value, low, high, scale, kind))]
    : [h('td', { class: 'why', colspan: '3' }, why(reason))];
  const row = h('tr', { class: below ? 'has-details' : null }, name, ...numbers, ...cells.map((each) => h('td', {}, each)), h('td', { class: 'opens-below' }, below?.button ?? null));
  return [row, below?.panel ? h('tr', { class: 'details' }, h('td', { colspan: String(5 + cells.length) }, below.panel)) : null];
}

export const unclear = () => h('span', { class: 'chip care' }, t.unclear);
export const attention = (code, text) => (code === 'none' ? text : h('span', { class: 'chip care' }, text));
