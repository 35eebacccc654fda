// How a figure is made: opened on demand, read from the server once.

import { facts, none } from '../audit/parts.js';
import { h } from '../dom.js';
import { heatMap } from './heat.js';
import { read } from '../batches/read.js';
import { precise, words as t } from './words.js';

const MOST_LABELS = 12;

/**
 * A summary that opens the working of one figure.
 * @param {string} batch
 * @param {string} figure its name
 * @param {string} title for people
 * @param {?string} label class or person
 */
export function working(batch, figure, title, label = null) {
  const body = h('div', { class: 'fold-body' });
  let asked = false;
  const open = async (event) => {
    if (!event.target.open || asked) return;
    asked = true;
    body.replaceChildren(none('…'));
    try {
      body.replaceChildren(...shown(await read.working(batch, figure, label)));
    } catch (problem) {
      asked = false;
      body.replaceChildren(none(problem.message));
    }
  };
  return h('details', { class: 'working', 'data-key': `working ${figure} ${label ?? ''}`, on: { toggle: open } }, h('summary', { 'aria-label': t.workingOf(title) }, t.working), body);
}

function shown(found) {
  const { formula, figure } = found;
  return [
    h('p', {}, formula.meaning),
    facts([
      [t.formula, h('code', {}, formula.formula)],
      [t.source, formula.source],
      [t.method, figure.method],
      [t.putIn, found.numbers.length ? h('span', {}, ...found.numbers.map(({ name, value }) => h('span', { class: 'put-in' }, `${name} = ${precise(value)}`))) : null],
      [t.counted, figure.pairs ? `${t.compared(figure.items)}, ${t.pairs(figure.pairs)}` : null],
    ]),
    ...(found.basis ? leftOut(found.basis, figure.items, found.label) : []),
    found.table && found.table.labels.length <= MOST_LABELS ? heatMap(found.table.labels, found.table.cells) : null,
  ].filter(Boolean);
}

function leftOut(basis, items, label) {
  const sentences = Object.entries(t.left).filter(([key]) => basis[key] > 0).map(([key, sentence]) => h('li', {}, sentence(basis[key])));
  return [
    !label && basis.compared !== items ? h('p', { class: 'because' }, t.changed) : null,
    h('h3', {}, t.leftOut),
    sentences.length ? h('ul', { class: 'left-out' }, ...sentences) : h('p', {}, t.leftOutNone),
  ].filter(Boolean);
}
