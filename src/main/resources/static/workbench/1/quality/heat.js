// Which labels meet: a table whose cells are shaded, so that it is read and seen alike.

import { h } from '../dom.js';
import { cell, words as t } from './words.js';

const STEPS = 6;

/** What stands for judgements without an answer is no label, and nothing can be looked for by it. */
const standsForNone = (label) => label.startsWith('~');
const named = (label) => (standsForNone(label) ? t.noAnswer(label.slice(1)) : label);

/** Shares of the fullest cell off the diagonal, and of the fullest on it, in steps. */
function step(value, most) {
  return value <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil((value / most) * STEPS));
}

/**
 * @param {string[]} labels
 * @param {number[][]} matrix
 * @param {string} caption
 * @param {?function(string, string): string} address of what stands behind a cell that is not empty
 */
export function heatMap(labels, matrix, caption = t.confusionCaption, address = null) {
  const off = Math.max(0, ...matrix.flatMap((row, at) => row.filter((_, to) => to !== at)));
  const on = Math.max(0, ...matrix.map((row, at) => row[at]));
  const shade = (value, row, column) => (row === column ? `same s${step(value, on)}` : `other s${step(value, off)}`);
  const margin = (row) => row.reduce((sum, each) => sum + each, 0);
  const shown = (value, row, column) =>
    address && value > 0 && !standsForNone(labels[row]) && !standsForNone(labels[column]) ? h('a', { href: address(labels[row], labels[column]), 'aria-label': t.cellLink(labels[row], labels[column], cell(value)) }, cell(value)) : cell(value);
  const cells = (row, at) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, named(labels[at])),
      ...row.map((value, to) => h('td', { class: `heat ${shade(value, at, to)}` }, shown(value, at, to))),
      h('td', { class: 'margin' }, cell(margin(row))),
    );
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': caption },
    h(
      'table',
      { class: 'heat-map' },
      h('caption', { class: 'visually-hidden' }, caption),
      h('thead', {}, h('tr', {}, h('td', {}), ...labels.map((label) => h('th', { scope: 'col' }, named(label))), h('th', { scope: 'col' }, t.sum))),
      h('tbody', {}, ...matrix.map(cells)),
    ),
  );
}
