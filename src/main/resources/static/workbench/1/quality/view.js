// Quality of one batch: a sentence first, then the figures, each open to how it is made.

import { facts, none, section } from '../audit/parts.js';
import { moment } from '../batches/parts.js';
import { read } from '../batches/read.js';
import { h } from '../dom.js';
import { itemsAddress, mayOpenItems } from '../items/link.js';
import { biasSection } from './bias.js';
import { scaleOf } from './dots.js';
import { driftSection } from './drift.js';
import { heatMap } from './heat.js';
import { routingSection } from './routing.js';
import { attention, figureRow, figureTable, unclear } from './tables.js';
import { lotSection, truthSection } from './settled.js';
import { working } from './working.js';
import { action, count, headline, interval, number, percent, titleOf, words as t } from './words.js';

const GATE = 'gate-quality';
const SHARE = { from: 0, to: 1, marks: [0, 0.2, 0.4, 0.6, 0.8, 1] };

/** The view: its element. A report never changes, so nothing is brought up to date but on opening. */
export async function qualityView(id) {
  const [batch, { reports }, drift, may] = await Promise.all([read.batch(id), read.quality(id), read.drift(id), mayOpenItems()]);
  const behind = may ? (filter) => itemsAddress(id, filter) : null;
  const element = reports.length ? page(batch, reports, drift.points, behind) : h('div', {}, head(batch), none(t.none));
  return { element, refresh: async () => {} };
}

/** @param {?function(Object): string} behind address of the items behind a figure; null for who may not open them */
function page(batch, reports, points, behind) {
  const report = reports[0];
  const numbers = report.numbers;
  return h(
    'div',
    {},
    head(batch, report, reports),
    ...questionFigures(batch.batchId, numbers, behind),
    goldSection(batch.batchId, numbers, behind),
    routingSection(batch.batchId, behind),
    numbers.automationBias ? biasSection(batch.batchId, numbers.automationBias) : null,
    truthSection(numbers.truth),
    lotSection(report.acceptance),
    driftSection(points),
  );
}

/** Agreement, class by class; of several questions all in a table, and one of them in full. */
function questionFigures(batch, numbers, behind) {
  const { questions } = numbers;
  if (!questions?.length) return figuresOf(batch, numbers, behind, null);
  const shown = h('div', {});
  const show = (each) => {
    shown.replaceChildren(...figuresOf(batch, each.numbers, behind, each).filter(Boolean));
    for (const button of list.querySelectorAll('button.open-question')) button.setAttribute('aria-pressed', String(button.value === each.question));
  };
  const list = questionsSection(questions, show);
  show(worstOf(numbers));
  return [list, shown];
}

/** The question that the gate reads. */
const worstOf = ({ questions, agreement }) => questions.find(({ numbers }) => JSON.stringify(numbers.agreement) === JSON.stringify(agreement)) ?? questions[0];

function questionsSection(questions, show) {
  const scale = scaleOf(questions.flatMap(({ numbers: { agreement } }) => [agreement.value, agreement.ciLow]));
  const row = (each) => {
    const { agreement } = each.numbers;
    const open = h('button', { type: 'button', class: 'button quiet open-question', value: each.question, 'aria-label': t.showFiguresOf(each.ask), on: { click: () => show(each) } }, t.showFigures);
    return coefficientRow(agreement, scale, { title: each.ask, note: titleOf(agreement.name), cells: [count(agreement.items)], below: { button: open, panel: null } });
  };
  return section('questions', t.questions, t.questionsNote, figureTable(t.questionHeads, questions.map(row), t.questions, scale));
}

const figuresOf = (batch, numbers, behind, of) => [agreementSection(batch, numbers, of), classSection(batch, numbers, behind, of), confusionSection(numbers, behind)];

/** The report that a gate decided on: the newest of those that were there. */
const decidedOn = (gate, reports) => reports.find((each) => Date.parse(each.createdAt) <= Date.parse(gate.at));

function head(batch, report, reports = []) {
  const gate = [...batch.gates].reverse().find((each) => each.gate === GATE);
  const judged = gate ? decidedOn(gate, reports) : null;
  const current = judged && judged.round === report.round;
  const numbers = report?.numbers;
  return h(
    'header',
    { class: 'head' },
    h('p', { class: 'eyebrow' }, h('a', { href: '#/batches' }, 'Batches'), ' / ', h('a', { href: `#/batches/${encodeURIComponent(batch.batchId)}` }, batch.batchId)),
    h('h1', {}, t.of(batch.batchId)),
    numbers ? h('p', { class: 'headline' }, headline(numbers.agreement, current ? gate.verdict : null, numbers.questions?.length ? worstOf(numbers).ask : null)) : null,
    gate && numbers ? h('p', { class: 'because' }, current ? gate.because : t.earlier(judged?.round, gate.because)) : null,
    numbers
      ? facts([
          [t.measured(report.round, ''), moment(report.createdAt)],
          ['From', t.basis(numbers)],
          ['Under', t.versions(numbers)],
        ])
      : null,
  );
}

const coefficientRow = (each, scale, more) =>
  figureRow({ value: each.value, low: each.ciLow, high: each.ciHigh, reason: each.reason, show: number, range: interval, why: t.because, scale, ...more });

function agreementSection(batch, numbers, of) {
  const decides = numbers.agreement.name;
  const all = [...numbers.coefficients].sort((a, b) => (b.name === decides) - (a.name === decides));
  const scale = scaleOf(all.flatMap((each) => [each.value, each.ciLow]));
  const row = (each) =>
    coefficientRow(each, scale, { title: titleOf(each.name), note: each.name === decides ? t.decides : null, cells: [count(each.items)], below: working(batch, each.name, titleOf(each.name), null, of?.question) });
  const why = numbers.metric?.because ? h('p', { class: 'note' }, numbers.metric.because) : null;
  const abstained = numbers.abstentions ? h('p', { class: 'note abstained' }, t.abstained(numbers.abstentions)) : null;
  return section('agreement', of ? t.agreementOn(of.ask) : t.agreement, t.agreementNote, why, abstained, figureTable(t.heads, all.map(row), t.agreement, scale));
}

function classSection(batch, numbers, behind, of) {
  const judged = new Map(numbers.guideline.classes.map((each) => [each.label, each]));
  const spans = numbers.perSpanLabel.reduce((sum, each) => sum + each.spans, 0);
  const all = [
    ...numbers.perLabel.map((each) => ({ label: each.label, figure: each.alpha, items: each.items, share: each.share })),
    ...numbers.perSpanLabel.map((each) => ({ label: each.label, figure: each.f1, items: each.f1.items, share: spans ? each.spans / spans : 0 })),
  ];
  if (!all.length) return null;
  const scale = scaleOf(all.flatMap(({ figure }) => [figure.value, figure.ciLow]));
  const row = ({ label, figure, items, share }) => {
    const found = judged.get(label);
    const title = found?.unclear ? h('span', {}, label, ' ', unclear()) : label;
    return coefficientRow(figure, scale, { title, kind: found?.unclear ? 'care' : '', cells: [opens(behind, { said: label }, label, count(items)), percent(share)], below: working(batch, figure.name, label, label, of?.question) });
  };
  return section('classes', t.perClass, t.perClassNote, figureTable(t.classHeads, all.map(row), t.perClass, scale));
}

/** A figure that leads to its items. */
const opens = (behind, filter, title, shown) => (behind ? h('a', { href: behind(filter), 'aria-label': t.openItems(title), title: t.openItems(title) }, shown) : shown);

function confusionSection({ coincidences }, behind) {
  if (!coincidences.labels.length) return null;
  const address = behind ? (one, other) => behind({ said: [one, other] }) : null;
  return section('confusion', t.confusion, address ? t.confusionNote : t.confusionPlain, heatMap(coincidences.labels, coincidences.matrix, t.confusionCaption, address));
}

function goldSection(batch, numbers, behind) {
  if (!numbers.gold.count) return section('gold', t.gold, t.goldNote, none(t.goldNone));
  const row = (title, gold, code, person) =>
    figureRow({
      title,
      value: gold.accuracy,
      low: gold.low,
      high: gold.high,
      reason: 'NO_GOLD',
      show: (value) => `${percent(value)}, ${t.right(gold)}`,
      range: (low, high) => `${percent(low)} to ${percent(high)}`,
      why: t.because,
      scale: SHARE,
      kind: code && code !== 'none' ? 'care' : '',
      cells: [code ? attention(code, action(code)) : '', person && behind ? opens(behind, { person }, title, t.items) : ''],
      below: gold.count ? working(batch, 'gold', title, person) : null,
    });
  const rows = [row(t.everybody, numbers.gold, null, null), ...numbers.annotatorScores.map((each) => row(each.annotator, each.gold, each.action, each.annotator))];
  return section('gold', t.gold, t.goldNote, figureTable(t.goldHeads, rows, t.gold, SHARE));
}
