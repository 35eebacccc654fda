// How a figure is made: opened on demand, read from the server once.

import { facts, none } from '../audit/parts.js';
import { h } from '../dom.js';
import { heatMap } from './heat.js';
import { read } from '../batches/read.js';
import { precise, words as t } from './words.js';

const MOST_LABELS = 12;

/**
 * The working of one figure: a button for its row, and what the button opens below it.
 * @param {string} batch
 * @param {string} figure its name
 * @param {string} title for people
 * @param {?string} label class or person
 * @param {?string} question id of one of several
 * @returns {{button: HTMLElement, panel: HTMLElement}}
 */
export function working(batch, figure, title, label = null, question = null) {
  const panel = h('div', { class: 'working', hidden: true, role: 'region', 'aria-label': t.workingOf(title) });
  const button = h('button', { type: 'button', class: 'button quiet how', 'aria-expanded': 'false', 'aria-label': t.workingOf(title), on: { click: open } }, t.working);
  let asked = false;

  async function open() {
    panel.hidden = !panel.hidden;
    button.setAttribute('aria-expanded', String(!panel.hidden));
    if (asked) return;
    asked = true;
    panel.replaceChildren(none('…'));
    try {
      panel.replaceChildren(...shown(await read.working(batch, figure, label, question)));
    } catch (problem) {
      asked = false;
      panel.replaceChildren(none(problem.message));
    }
  }

  return { button, panel };
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
