// Agreement and gold from batch to batch, drawn as the weekly figures are.

import { none, section } from '../audit/parts.js';
import { moment } from '../batches/parts.js';
import { h } from '../dom.js';
import { chartStyle, draw } from '../health/chart.js';
import { number, percent, words as t } from './words.js';

/** @param {Object[]} newest points, the newest first */
export function driftSection(newest) {
  if (newest.length < 2) return section('drift', t.drift, t.driftNote, none(t.driftOne));
  const points = [...newest].reverse();
  return section(
    'drift',
    t.drift,
    t.driftNote,
    chartStyle(),
    h(
      'div',
      { class: 'pair-of' },
      chart(t.driftAgreement, points, (each) => ({ value: each.value, low: each.low, high: each.high }), number, (value) => value.toFixed(1)),
      chart(t.driftGold, points, (each) => ({ value: each.gold, low: each.goldLow, high: each.goldHigh }), percent, percent),
    ),
    h('details', {}, h('summary', {}, t.byBatch), h('div', { class: 'fold-body' }, numbers(newest))),
  );
}

function chart(title, points, read, show, axis) {
  const values = points.map(read);
  const text = values.map(({ value }) => (value === null ? t.undefined : show(value)));
  const canvas = h('div', { class: 'chart', role: 'img', 'aria-label': t.driftChart(title, text) });
  draw(canvas, points.map((each) => new Date(each.at).getTime()), values, { show: axis, to: 1, width: 46 }).catch((problem) => {
    canvas.textContent = problem.message;
  });
  return h('div', {}, h('h3', {}, title), canvas);
}

function numbers(points) {
  const cell = (value, show) => h('td', { class: 'value' }, value === null ? t.undefined : show(value));
  const row = (each) => h('tr', {}, h('th', { scope: 'row' }, h('a', { href: `#/quality/${encodeURIComponent(each.batchId)}` }, each.batchId)), h('td', {}, moment(each.at)), cell(each.value, number), cell(each.gold, percent));
  return h('table', { class: 'figures' }, h('thead', {}, h('tr', {}, ...t.driftHeads.map((head) => h('th', { scope: 'col' }, head)))), h('tbody', {}, ...points.map(row)));
}
