// All batches, newest first, in pages.

import { h } from '../dom.js';
import { attempt, batchLink, chip, choice, field, none, person, section, table, when } from './parts.js';
import { read } from './read.js';
import { duration, stage } from './words.js';

const states = ['running', 'waiting', 'held', 'done', 'stopped'];

/** What was last asked for, so that the way back leads to the same list. */
const filter = { text: '', project: '', state: '' };

export async function batchesView() {
  const list = h('div');
  const more = h('button', { type: 'button', class: 'button more', on: { click: () => attempt(list, () => load(next)) } }, 'Older batches');
  let shown = [];
  let next = null;

  async function load(before) {
    const page = await read.batches({ ...filter, before });
    shown = before ? [...shown, ...page.batches] : page.batches;
    next = page.next;
    more.hidden = !next;
    list.replaceChildren(shown.length ? batchTable(shown) : none('No batch fits. Change the filter above.'));
    return page;
  }

  const first = await load();
  const change = (name) => (value) => {
    filter[name] = value;
    attempt(list, () => load());
  };
  const text = h('input', { type: 'search', placeholder: 'part of the id', value: filter.text });
  const bar = h(
    'div',
    { class: 'filters' },
    field('Batch', text, change('text')),
    field('Project', choice('any', first.projects, filter.project), change('project')),
    field('State', choice('any', states, filter.state), change('state')),
  );
  return h('div', {}, h('header', { class: 'head' }, h('h1', {}, 'Batches')), section('list', 'Running and finished', 'newest first', bar, list, more));
}

function batchTable(batches) {
  const rows = batches.map((batch) => [
    batchLink(batch.batchId),
    batch.project,
    chip(batch.state),
    h('span', {}, stage(batch.stage), batch.heldBecause ? h('span', { class: 'quiet because' }, batch.heldBecause) : null),
    person(batch.submittedBy),
    when(batch.createdAt),
    batch.endedAt ? when(batch.endedAt) : '–',
    batch.endedAt ? duration(batch.createdAt, batch.endedAt) : '–',
  ]);
  return table(['Batch', 'Project', 'State', 'Stage', 'Submitted by', 'Submitted', 'Ended', { text: 'Took', class: 'number' }], rows, 'Batches');
}
