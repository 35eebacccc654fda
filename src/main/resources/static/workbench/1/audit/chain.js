// Whether the history is as it was written, and the files that prove it elsewhere.

import { BASE } from '../api.js';
import { h } from '../dom.js';
import { attempt, chip, facts, section } from './parts.js';
import { read } from './read.js';

const COMMAND = 'java -jar touchstone.jar verify-audit audit-events.jsonl audit-seals.jsonl';

export function chainSection() {
  const answer = h('div', { role: 'status' });
  const button = h('button', { type: 'button', class: 'button', on: { click: () => attempt(answer, check) } }, 'Check the whole trail');

  async function check() {
    button.disabled = true;
    try {
      answer.replaceChildren(...result(await read.chain()));
    } finally {
      button.disabled = false;
    }
  }

  return section(
    'chain',
    'Is it as it was written?',
    'every event is covered by a seal, every seal by the next one',
    h('div', { class: 'take-away' }, button, h('a', { class: 'button', download: '', href: `${BASE}/audit/seals` }, 'Seals as JSON Lines')),
    answer,
    h('p', { class: 'note' }, 'To check without this server, take away all events (JSON Lines, no filter) and the seals, and run ', h('code', {}, COMMAND), ' on any machine.'),
  );
}

function result(found) {
  const verdict = h('p', { class: 'verdict' }, chip(found.unbroken ? 'unbroken' : 'broken'), ' ', found.sentence);
  if (!found.unbroken) return [verdict];
  return [verdict, facts([
    ['Seals', String(found.seals)],
    ['Events', String(found.events)],
    ['Head', h('code', {}, found.head)],
  ]), h('p', { class: 'note' }, 'Note the head outside this system: as long as it is among the seals of a later check, nothing before it was changed.')];
}
