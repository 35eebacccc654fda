// One item: who decided that its label is what it is, on what evidence, under which rules.

import { h } from '../dom.js';
import { chip, batchLink, facts, hash, none, person, section, table, when } from './parts.js';
import { read } from './read.js';
import { decisionTable, fold, guidelineText, processVersion } from './rules.js';
import { eventsSection } from './events.js';
import { gateEntry } from './gates.js';
import { markedText, revealWords, spanList } from './spans.js';
import { plural } from './words.js';
import { inWords } from '../kinds/list.js';

export async function itemView(id) {
  const record = await read.item(id);
  const page = h('div', {});
  page.append(head(record), answer(record), evidence(record), await rules(record), origin(record), text(record, page), await eventsSection({ object: `item:${id}` }));
  return page;
}

function head({ itemId, project, batch, gold }) {
  return h(
    'header',
    { class: 'head' },
    h('p', { class: 'eyebrow' }, gold ? 'Gold item' : 'Item', ' of ', project, batch ? h('span', {}, ', batch ', batchLink(batch.batchId), ' ', chip(batch.state)) : null),
    h('h1', { class: 'long' }, itemId),
  );
}

const named = (record, label) => record.labels[label] ?? label;

/** What a judgement or verdict says: a label's name, or a list of spans. */
const said = (record, { spans, ...members }) => (spans ? spanList(spans, (each) => named(record, each)) : inWords(members, (each) => named(record, each)));
const key = (answer) => (answer.spans ? JSON.stringify(answer.spans) : inWords(answer, (label) => label));
const gold = (record) => {
  const known = { label: record.gold, spans: record.goldSpans, classes: record.goldClasses, scale: record.goldScale };
  return Object.values(known).some((each) => each !== null && each !== undefined) ? known : null;
};
const last = (list) => list[list.length - 1];
const holding = (record) => last(record.verdicts.filter((each) => !each.superseded));
const standing = (record, role) => record.judgements.filter((each) => each.role === role && !each.superseded);

/** "2 Refund, 1 Billing", most frequent first. */
function votes(record) {
  const all = standing(record, 'annotator');
  if (all.some((each) => each.spans)) return `${plural(new Set(all.map(key)).size, 'different set', 'different sets')} of spans`;
  const counts = new Map();
  for (const each of all) {
    const words = said(record, each);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1]).map(([words, n]) => `${n} ${words}`).join(', ');
}

function answer(record) {
  const verdict = holding(record);
  if (gold(record)) return box(said(record, gold(record)), h('p', {}, 'This is a gold answer: the project set it, no verdict of a batch.'));
  if (!verdict) return box('No answer yet', h('p', {}, standing(record, 'annotator').length ? `${plural(standing(record, 'annotator').length, 'judgement')} so far: ${votes(record)}.` : 'Nobody has judged it yet.'));
  return box(said(record, verdict), verdict.method === 'adjudication' ? adjudicated(record, verdict) : majority(record, verdict));
}

function majority(record, verdict) {
  const all = standing(record, 'annotator');
  const agreeing = all.filter((each) => key(each) === key(verdict));
  return h('p', {}, 'Decided by majority: ', ...list(agreeing.map((each) => person(each.person))), ` (${agreeing.length} of ${plural(all.length, 'annotator')}) ${verdict.spans ? 'marked exactly this' : 'gave this label'}. Settled `, when(verdict.at), ' by rule ', h('code', {}, verdict.routingRule), '.');
}

function adjudicated(record, verdict) {
  const by = last(standing(record, 'adjudicator'));
  return h('p', {}, 'Decided by ', by ? person(by.person) : 'an adjudicator', ', adjudicator, ', by ? when(by.at) : null, `. The annotators had said ${votes(record)}. `, ...sentBy(record, verdict));
}

/** Why a reviewer looked at it: for what the annotators had said, or by lot. */
function sentBy(record, verdict) {
  const audit = last(record.audits.filter((each) => each.correct !== null));
  const rule = h('code', {}, verdict.routingRule);
  if (!audit) return ['Sent to a reviewer by rule ', rule, '.'];
  const found = audit.correct ? 'The reviewer, who saw no labels, said the same.' : h('span', {}, 'The reviewer, who saw no labels, said otherwise: accepted had been ', h('b', {}, said(record, audit)), '.');
  return ['Accepted by rule ', rule, ' and drawn by lot for the random audit. ', found];
}

const list = (nodes) => nodes.flatMap((node, index) => (index === 0 ? [node] : [index === nodes.length - 1 ? ' and ' : ', ', node]));

function box(answered, sentence) {
  const spans = answered instanceof Node;
  return h('div', { class: 'answer-box', id: 'answer' }, h('p', { class: 'eyebrow' }, spans ? 'Spans' : 'Label'), h(spans ? 'div' : 'p', { class: spans ? null : 'label' }, answered), sentence);
}

function evidence(record) {
  const verdict = holding(record) ?? gold(record);
  const spans = record.judgements.some((each) => each.spans);
  const rows = record.judgements.map((each) => [
    person(each.person),
    each.role,
    h('span', {}, h(each.spans ? 'div' : 'b', { class: verdict && key(each) !== key(verdict) ? 'differs' : null }, said(record, each)), each.superseded ? h('span', { class: 'quiet' }, each.relabelled ? ' before the guideline was revised' : ' corrected later') : null),
    when(each.at),
    `${each.activeSeconds.toFixed(1)} s`,
    `v${each.labelSchemaVersion}`,
    `v${each.guidelineVersion}`,
    record.batch ? hash(each.packageId) : batchLink(each.batchId),
    each.simulated ? 'simulated' : 'person',
  ]);
  const heads = ['Person', 'Role', spans ? 'Spans' : 'Label', 'When', { text: 'Active', class: 'number' }, 'Schema', 'Guideline', record.batch ? 'Package' : 'Batch', 'Origin'];
  const settled = record.verdicts.length > 1 ? table(['Round', spans ? 'Spans' : 'Label', 'Method', 'Rule', 'When'], record.verdicts.map((each) => [String(each.round), said(record, each), each.method, h('span', {}, h('code', {}, each.routingRule), each.superseded ? h('span', { class: 'quiet' }, ' before the guideline was revised') : null), when(each.at)]), 'Verdicts') : null;
  return section('evidence', 'Evidence', 'judgements, oldest first', rows.length ? table(heads, rows, 'Judgements') : none('Nobody has judged it yet.'), routed(record), settled);
}

/** Where it was sent, where that was more than once. */
function routed({ routes }) {
  if (routes.length < 2) return null;
  const rows = routes.map((each) => [String(each.pass), each.route, h('code', {}, each.rule), when(each.at)]);
  return table(['Pass', 'Route', 'Rule', 'When'], rows, 'Routes');
}

async function rules(record) {
  if (!record.batch) return h('span');
  const verdict = holding(record);
  return section(
    'rules',
    'Rules',
    'as they then were',
    facts([
      ['Process', record.process ? processVersion(record.process) : 'the engine has no trace of it any more'],
      ['Guideline', h('span', {}, `version ${record.guideline.version} of `, when(record.guideline.createdAt), ' ', hash(record.guideline.sha256))],
      ['Label schema', h('span', {}, `version ${record.labelSchema.version} of `, when(record.labelSchema.createdAt), ' ', hash(record.labelSchema.sha256))],
    ]),
    record.routingTable && verdict ? fold(`Routing rule ${verdict.routingRule}, in its table`, () => decisionTable(record.routingTable, verdict.routingRule)) : null,
    fold(`Guideline version ${record.guideline.version}`, () => guidelineText(record.project, record.guideline.version)),
    fold(`What the gates of ${record.batch.batchId} decided (${record.gates.length})`, async () => h('ol', { class: 'gates' }, ...record.gates.map(gateEntry))),
  );
}

function origin(record) {
  const { manifest } = record;
  const found = manifest ? Object.entries(manifest.findings).map(([type, n]) => `${n} ${type}`).join(', ') : '';
  const rows = record.versions.map((each) => [h('b', {}, `${each.dataset} ${each.version}`), when(each.publishedAt), person(each.approvedBy ?? '–'), hash(each.gitCommit), hash(each.rootSha256)]);
  return section(
    'origin',
    'Origin and whereabouts',
    null,
    facts([
      ['Received', manifest ? h('span', {}, `row ${manifest.row} of ${manifest.sourceId}, `, when(manifest.at)) : 'with the project, as gold'],
      ['Source file, SHA-256', manifest ? hash(manifest.sourceSha256) : null],
      ['Removed from the text', manifest ? found || 'nothing was found' : null],
      ['De-identification policy', manifest ? hash(manifest.policySha256) : null],
      ['Content hash', hash(record.contentHash)],
    ]),
    rows.length ? table(['In dataset version', 'Published', 'Approved by', 'Git commit', 'SHA-256'], rows, 'Dataset versions') : none('In no published dataset version.'),
  );
}

/** Reading the text leaves a trace, so it takes a click. */
function text(record, page) {
  const shown = h('div', {});
  const open = async () => {
    try {
      const seen = (await read.text(record.itemId)).text;
      const settled = (holding(record) ?? gold(record))?.spans ?? [];
      shown.replaceChildren(h('blockquote', { class: 'text', dir: 'auto' }, ...markedText(seen, settled, (each) => named(record, each))));
      revealWords(page, seen);
    } catch (problem) {
      shown.replaceChildren(h('p', { class: 'none' }, problem.message));
    }
  };
  const button = h('button', { type: 'button', class: 'button', on: { click: open } }, 'Show the de-identified text');
  shown.append(button, h('span', { class: 'quiet' }, ' That you read it is recorded in the audit trail.'));
  return section('text', 'Text', null, shown);
}
