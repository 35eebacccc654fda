// The gold pane: how long each person's known answers last, what people dispute, and settled items
// that may become gold once a second person says yes.

import { attempt, choice, facts, field, none, section, table } from '../audit/parts.js';
import { h } from '../dom.js';
import { date } from '../figures.js';
import { update } from './parts.js';
import { decideGold, proposeGold, read } from './read.js';
import { count, goldWords } from './words.js';
import { inWords } from '../kinds/list.js';

const t = goldWords;

/** The project last looked at, so that the way back leads to it. */
let chosen = '';

/** The view: its element, and how it is brought up to date. */
export async function goldView() {
  const { projects } = await read.projects();
  const body = h('div');
  chosen = projects.some((each) => each.key === chosen) ? chosen : projects[0]?.key ?? '';
  const names = () => new Map((projects.find((each) => each.key === chosen)?.labels ?? []).map((each) => [each.id, each.name]));
  const show = (gold) => update(body, h('div', {}, ...sections(gold, names())));
  const load = async () => {
    if (chosen) show(await read.gold(chosen));
  };
  // One listener for all buttons: rows come and go with each refresh.
  body.addEventListener('click', (event) => {
    const button = event.composedPath().find((node) => node.dataset?.act);
    if (!button) return;
    attempt(body, async () => show(await act(button.dataset)));
  });
  await load();
  const pick = choice(t.choose, projects.map((each) => ({ value: each.key, text: each.name })), chosen);
  const element = h(
    'div',
    {},
    h('header', { class: 'head' }, h('h1', {}, t.title), h('p', { class: 'lead' }, t.note)),
    h('div', { class: 'filters' }, field(t.project, pick, (value) => {
      chosen = value;
      body.replaceChildren();
      attempt(body, load);
    })),
    body,
  );
  return { element, refresh: load };
}

const act = ({ act: what, id }) => (what === 'propose' ? proposeGold(chosen, id) : decideGold(chosen, id, what === 'take'));

function sections(gold, names) {
  const label = (id) => names.get(id) ?? id;
  return [
    section('supply', t.supply, t.supplyNote, overview(gold, label), people(gold, label)),
    section('proposals', t.proposals, t.proposalsNote, gold.proposals.length ? items(gold.proposals, (each) => proposal(each, label)) : none(t.noProposals)),
    section('candidates', t.candidates, t.candidatesNote, gold.candidates.length ? items(gold.candidates, (each) => candidate(each, label)) : none(t.noCandidates)),
    gold.retired.length ? section('retired', t.retired, t.retiredNote, table(t.retiredHeads, gold.retired.map((each) => [each.name, each.because, date(each.at)]), t.retired)) : '',
  ];
}

const byLabel = (counts, label) => Object.entries(counts).map(([id, items]) => `${label(id)} ${count(items)}`).join(', ');

const overview = (gold, label) =>
  facts([
    [t.inUse, count(gold.inUse)],
    [t.classes, byLabel(gold.byLabel, label) || null],
    [t.share, t.percent(gold.share)],
  ]);

function people(gold, label) {
  if (!gold.people.length) return none(t.nobody);
  const heads = t.heads.map((text, at) => ({ text, class: at > 0 && at < 6 ? 'number' : null }));
  return table(
    heads,
    gold.people.map((each) => [
      h('span', { class: 'person' }, each.id),
      t.percent(each.share),
      count(each.left),
      count(each.resting),
      t.pace(each.perDay),
      each.days === null ? t.noEnd : h('span', { class: each.days < 7 ? 'overdue' : null }, t.days(each.days)),
      byLabel(each.leftByLabel, label),
    ]),
    t.supply,
  );
}

const items = (list, row) => h('ol', { class: 'gold-items' }, ...list.map(row));

const answer = (each, label) => h('b', { class: 'answer' }, inWords(each, label));

const candidate = (each, label) =>
  h(
    'li',
    { 'data-key': each.itemId },
    h('p', { class: 'text' }, each.text),
    h('div', { class: 'row' }, answer(each, label), h('span', { class: 'quiet' }, t.from(each.batchId)), h('button', { type: 'button', class: 'button', 'data-act': 'propose', 'data-id': each.itemId }, t.propose)),
  );

const proposal = (each, label) =>
  h(
    'li',
    { 'data-key': String(each.id) },
    h('p', { class: 'text' }, each.text),
    h(
      'div',
      { class: 'row' },
      answer(each, label),
      h('span', { class: 'quiet' }, t.by(each.proposedBy, date(each.proposedAt))),
      each.mayDecide ? h('button', { type: 'button', class: 'button', 'data-act': 'take', 'data-id': String(each.id) }, t.take) : null,
      each.mayDecide ? h('button', { type: 'button', class: 'button', 'data-act': 'refuse', 'data-id': String(each.id) }, t.refuse) : h('span', { class: 'quiet' }, t.another),
    ),
  );
