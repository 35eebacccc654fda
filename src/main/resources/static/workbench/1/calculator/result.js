// What came out of the calculator.

import { section } from '../audit/parts.js';
import { h } from '../dom.js';
import { scaleOf } from '../quality/dots.js';
import { heatMap } from '../quality/heat.js';
import { figureRow, figureTable } from '../quality/tables.js';
import { count, interval, number, titleOf, words as quality } from '../quality/words.js';
import { asPng, asSvg, picture, save } from './picture.js';
import { words as t } from './words.js';

const MOST_LABELS = 40;

export function result(answer, formulas) {
  const take = h('button', { type: 'button', class: 'button', on: { click: () => save(new Blob([JSON.stringify(answer, null, 2)], { type: 'application/json' }), 'agreement.json') } }, t.json);
  return [
    section('coefficients', t.result, t.basis({ items: count(answer.items), judgements: count(answer.judgements), annotators: count(answer.annotators) }), coefficients(answer, formulas), h('div', { class: 'take' }, take)),
    confusion(answer.confusion),
    perClass(answer, formulas),
    meanings(answer, formulas),
  ].filter(Boolean);
}

function row(each, scale, title, items) {
  return figureRow({ title, value: each.value, low: each.ciLow, high: each.ciHigh, reason: each.reason, show: number, range: interval, why: quality.because, scale, cells: [count(items)] });
}

function coefficients({ coefficients: all }, formulas) {
  const scale = scaleOf(all.flatMap((each) => [each.value, each.ciLow]));
  return figureTable(t.heads, all.map((each) => row(each, scale, titleOf(each.name, formulas), each.items)), t.result, scale);
}

function confusion({ labels, matrix }) {
  if (!labels.length) return null;
  if (labels.length > MOST_LABELS) return section('confusion', t.confusion, null, h('p', {}, t.tooMany(labels.length)));
  const drawn = () => picture(labels, matrix, t.picture);
  const button = (name, make, file) => h('button', { type: 'button', class: 'button', on: { click: async () => save(await make(drawn()), file) } }, name);
  return section('confusion', t.confusion, quality.confusionNote, heatMap(labels, matrix), h('div', { class: 'take' }, button(t.png, asPng, 'labels-that-meet.png'), button(t.svg, asSvg, 'labels-that-meet.svg')));
}

function perClass(answer) {
  const all = [...answer.perCategory.map((each) => [each.label, each.alpha, each.items]), ...(answer.perSpanCategory ?? []).map((each) => [each.label, each.f1, each.f1.items])];
  if (!all.length || all.length > MOST_LABELS) return null;
  const scale = scaleOf(all.flatMap(([, figure]) => [figure.value, figure.ciLow]));
  return section('classes', t.perClass, quality.perClassNote, figureTable(t.classHeads, all.map(([label, figure, items]) => row(figure, scale, label, items)), t.perClass, scale));
}

function meanings({ coefficients: all }, formulas) {
  const used = formulas.filter(({ name }) => all.some((each) => each.name === name || (each.name.startsWith(name) && /^(Linear|Quadratic|Ordinal)$/.test(each.name.slice(name.length)))));
  const explain = (each) => [h('dt', {}, each.title), h('dd', {}, each.meaning, h('code', {}, `${each.formula} (${each.source})`))];
  return section('meanings', t.meanings, null, h('dl', { class: 'meanings' }, ...used.flatMap(explain)));
}
