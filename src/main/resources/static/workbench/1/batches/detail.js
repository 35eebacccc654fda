// One batch: where it stands, what its gates said, whom it lacks, who has what to do.

import { chip, facts, none, section } from '../audit/parts.js';
import { h } from '../dom.js';
import { date, day, figure, readable } from '../figures.js';
import { itemsAddress, mayOpenItems } from '../items/link.js';
import { packagesSection } from './packages.js';
import { moment, progressOf, stateOf, step, update, waits } from './parts.js';
import { manifestAddress, read } from './read.js';
import { count, detailWords, stageName, stages } from './words.js';

const t = detailWords;

/** The view: its element, and how it is brought up to date. */
export async function detailView(id) {
  const load = async () => {
    const [batch, packages, may] = await Promise.all([read.batch(id), read.packages(id), mayOpenItems()]);
    return view(batch, packages, may);
  };
  const element = await load();
  return { element, refresh: async () => update(element, await load()) };
}

const view = (batch, packages, may) =>
  h('div', {}, head(batch), shortage(batch.shortage), stageSection(batch, may), packagesSection(packages), gateSection(batch.gates));

function head(batch) {
  const waiting = waits(batch.waiting, batch.progress.openPackages);
  return h(
    'header',
    { class: 'head' },
    h('p', { class: 'eyebrow' }, h('a', { href: '#/batches' }, 'Batches')),
    h('h1', {}, batch.name ? `${batch.name} · ${batch.batchId}` : batch.batchId, ' ', stateOf(batch)),
    batch.because ? h('p', { class: 'because' }, batch.because) : null,
    facts([
      [t.facts.project, batch.project],
      [t.facts.received, h('span', {}, date(batch.createdAt), ' ', t.by(batch.submittedBy))],
      [t.facts.ended, batch.endedAt ? date(batch.endedAt) : null],
      [t.facts.processes, batch.processSet ? h('code', { title: batch.processSet }, batch.processSet.slice(0, 12)) : null],
      [t.facts.waits, waiting.length ? h('span', {}, ...waiting) : null],
      [t.facts.progress, progressOf(batch.progress)],
      [t.facts.forecast, batch.forecast ? h('span', { title: t.forecastTitle(batch.forecast) }, h('b', {}, day(batch.forecast.likely)), ' ', h('span', { class: 'quiet' }, t.forecast(day(batch.forecast.earliest), batch.forecast.latest ? day(batch.forecast.latest) : null))) : batch.progress.openPackages ? h('span', { class: 'quiet' }, t.noForecast) : null],
    ]),
  );
}

function shortage(found) {
  if (!found) return null;
  const reasons = t.reasons(found.absent, found.unskilled, found.conflicted);
  return section(
    'shortage',
    t.shortage,
    null,
    h('p', {}, t.shortItems(found.shortItems, found.items), ' ', t.people(found.eligible, found.needed)),
    h('p', { class: 'quiet' }, found.eligible >= found.needed ? t.enoughNow : reasons ? t.notEligible(reasons) : t.nobodyElse),
  );
}

function stageSection(batch, may) {
  const at = stages.indexOf(batch.stage);
  const stage = (id, index) =>
    h(
      'li',
      { class: index === at ? 'here' : null, 'aria-current': index === at ? 'step' : null },
      h('h3', {}, step(id, batch.stage, batch.state), stageName(id)),
      h('dl', {}, ...t.counts[id].map(([key, name]) => h('div', {}, h('dd', {}, count(batch.counts[id]?.[key] ?? 0)), h('dt', {}, name)))),
      id === 'quality-assurance' && (index < at || batch.counts[id]?.verdicts || batch.gates.some((each) => each.gate === 'gate-quality')) ? h('a', { href: `#/quality/${encodeURIComponent(batch.batchId)}` }, t.quality) : null,
      id === 'ingestion' && may ? h('a', { href: itemsAddress(batch.batchId) }, t.items) : null,
      id === 'ingestion' ? h('a', { href: manifestAddress(batch.batchId), download: `${batch.batchId}-manifest.jsonl` }, t.manifest) : null,
    );
  return section('stages', t.stages, null, h('ol', { class: 'stages' }, ...stages.map(stage)));
}

function gateSection(gates) {
  if (!gates.length) return section('gates', t.gates, null, none(t.noGates));
  return section('gates', t.gates, 'latest first', h('ol', { class: 'gates' }, ...[...gates].reverse().map(gate)));
}

const gate = (decision) =>
  h(
    'li',
    { class: 'gate', 'data-key': `${decision.gate} ${decision.at}` },
    h('div', { class: 'gate-head' }, chip(decision.verdict), h('h3', {}, stageName(decision.stage)), h('span', { class: 'quiet' }, `${t.rule} `, h('code', {}, decision.rule), ' · ', moment(decision.at))),
    h('p', { class: 'sentence' }, decision.because),
    decision.acceptedBy ? h('p', { class: 'sentence' }, t.acceptedBy(decision.acceptedBy)) : null,
    h('dl', { class: 'inputs' }, ...Object.entries(decision.inputs).map(([name, seen]) => h('div', {}, h('dt', {}, readable(name)), h('dd', {}, figure(seen))))),
  );
