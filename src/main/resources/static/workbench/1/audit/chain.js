// Whether the history is as it was written, and the files that prove it elsewhere.

import { BASE } from '../api.js';
import { h } from '../dom.js';
import { attempt, chip, facts, section } from './parts.js';
import { read } from './read.js';

const COMMAND = 'java -jar touchstone.jar verify-audit audit-events.jsonl audit-seals.jsonl rows=audit-rows.jsonl newest-seal=newest-audit-seal.json';

export function chainSection() {
  const answer = h('div', { role: 'status' });
  const button = h('button', { type: 'button', class: 'button', on: { click: () => attempt(answer, check) } }, 'Check the whole trail');
  const batch = h('input', { type: 'search', placeholder: 'all', spellcheck: 'false' });

  async function check() {
    button.disabled = true;
    try {
      answer.replaceChildren(...result(await read.chain(batch.value.trim())));
    } finally {
      button.disabled = false;
    }
  }

  return section(
    'chain',
    'Is it as it was written?',
    'every event is covered by a seal, every seal by the next one, and what people and gates decided by digests in the events',
    h('div', { class: 'filters' }, h('label', { class: 'field' }, h('span', {}, 'Rows of batch'), batch)),
    h('div', { class: 'take-away' }, button, h('a', { class: 'button', download: '', href: `${BASE}/audit/seals` }, 'Seals as JSON Lines'), h('a', { class: 'button', download: '', href: `${BASE}/audit/rows` }, 'Rows as JSON Lines')),
    answer,
    h('p', { class: 'note' }, 'To check without this server, take away all events (JSON Lines, no filter), the seals and the rows, and run ', h('code', {}, COMMAND), ' on any machine. It checks events, seals, the digests of the rows and the seal that is kept outside; the deployed processes, the keys of the seals and which single row differs are checked here alone.'),
  );
}

function result(found) {
  const verdict = h('p', { class: 'verdict' }, chip(found.unbroken ? 'unbroken' : 'broken'), ' ', found.sentence);
  const role = h('p', { class: 'note' }, found.role);
  if (!found.unbroken) return [verdict, role];
  return [verdict, facts([
    ['Seals', String(found.seals)],
    ['Events', String(found.events)],
    ...found.coverage.map(covered),
    ['Head', h('code', {}, found.head)],
  ]), h('p', { class: 'note' }, found.outside), role, h('p', { class: 'note' }, 'Note the head outside this system: as long as it is among the seals of a later check, nothing before it was changed.')];
}

const NAMES = {
  'batch-acceptance': 'Blind samples decided',
  'gate-decision': 'Gate decisions',
  'hold-resolution': 'Held batches resolved',
  judgement: 'Judgements',
  'process-set': 'Sets of processes',
  'quality-report': 'Quality reports',
  'superseded-verdict': 'Verdicts superseded',
  verdict: 'Verdicts',
};

function covered(each) {
  const older = each.older ? `, and ${each.older} older than recording, covered by nothing` : '';
  return [NAMES[each.kind] ?? each.kind, `${each.rows} as recorded${older}`];
}
