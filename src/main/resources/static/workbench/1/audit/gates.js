// The gates in order: what each saw, which rule fired, what a person did about a hold.

import { h } from '../dom.js';
import { figure, readable } from '../figures.js';
import { chip, none, person, section, when } from './parts.js';
import { decisionTable, fold } from './rules.js';
import { stage } from './words.js';

export function gatesSection(gates) {
  const list = gates.length ? h('ol', { class: 'gates' }, ...gates.map(gateEntry)) : none('No gate has decided yet.');
  return section('gates', 'Gates', 'in the order in which they decided', list);
}

export function gateEntry(gate) {
  const inputs = Object.entries(gate.inputs).map(([name, seen]) => h('div', {}, h('dt', {}, readable(name)), h('dd', { title: String(seen) }, shown(seen))));
  return h(
    'li',
    { class: `gate ${gate.verdict}` },
    h('div', { class: 'gate-head' }, chip(gate.verdict), h('h3', {}, stage(gate.stage)), h('span', { class: 'quiet' }, 'rule ', h('code', {}, gate.rule), ' · ', when(gate.at))),
    h('p', { class: 'sentence' }, gate.because),
    h('dl', { class: 'inputs' }, ...inputs),
    gate.resolution ? resolution(gate.resolution) : null,
    fold(`Table ${gate.gate} version ${gate.version}, as it then was`, () => decisionTable(gate.tableId, gate.rule, gate.inputs)),
  );
}

const shown = (seen) => (seen === null ? 'undefined' : typeof seen === 'boolean' ? (seen ? 'yes' : 'no') : figure(seen));

const verbs = { accept: 'accepted it', repeat: 'had the stage repeated', stop: 'stopped the batch' };

const resolution = ({ decision, person: by, at, reason }) =>
  h('p', { class: 'resolution' }, person(by), ` ${verbs[decision]} on `, when(at), reason ? h('q', {}, reason) : h('span', { class: 'quiet' }, ' without a reason on record'));
