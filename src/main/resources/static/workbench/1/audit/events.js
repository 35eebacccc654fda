// The audit trail: filtered, in pages, to take away.

import { h } from '../dom.js';
import { chainSection } from './chain.js';
import { attempt, batchLink, choice, cut, field, itemLink, none, person, section, table, when } from './parts.js';
import { exportAddress, read } from './read.js';
import { value } from './words.js';

export async function trailView() {
  return h('div', {}, h('header', { class: 'head' }, h('h1', {}, 'Audit trail')), chainSection(), await eventsSection({}, 'Events'));
}

/** @param {{batch?: string}} fixed what the reader cannot change */
export async function eventsSection(fixed, title = 'Audit trail') {
  const filter = { ...fixed };
  const list = h('div');
  const more = h('button', { type: 'button', class: 'button more', on: { click: () => attempt(list, () => load(next)) } }, 'Older events');
  const files = ['jsonl', 'csv'].map((format) => h('a', { class: 'button', download: '' }, format === 'csv' ? 'CSV' : 'JSON Lines'));
  let shown = [];
  let next = null;

  async function load(before) {
    const page = await read.events({ ...filter, before });
    shown = before ? [...shown, ...page.events] : page.events;
    next = page.next;
    more.hidden = !next;
    list.replaceChildren(shown.length ? eventTable(shown, fixed) : none('No event fits. Change the filter above.'));
    ['jsonl', 'csv'].forEach((format, at) => files[at].setAttribute('href', exportAddress(filter, format)));
    return page;
  }

  const { actions } = await load();
  const change = (name, turn = (text) => text.trim()) => (text) => {
    filter[name] = turn(text);
    attempt(list, () => load());
  };
  const input = (placeholder) => h('input', { type: 'search', placeholder, spellcheck: 'false' });
  const at = () => h('input', { type: 'datetime-local', step: '1' });
  const utc = (text) => (text ? new Date(`${text}Z`).toISOString() : '');
  const bar = h(
    'div',
    { class: 'filters' },
    field('Person', input('user id'), change('actor')),
    field('Action', choice('any', actions.map((each) => ({ value: each, text: each.replace(/_/g, ' ') }))), change('action')),
    field('Object', input('item, package …'), change('object')),
    field('From', at(), change('from', utc)),
    field('Until', at(), change('until', utc)),
    h('div', { class: 'field take' }, h('span', {}, 'Take away'), h('div', {}, ...files)),
  );
  return section('trail', title, 'newest first; append-only', bar, list, more);
}

function eventTable(events, fixed) {
  const rows = events.map((event) => [
    String(event.seq),
    when(event.at),
    person(event.actor),
    event.action.replace(/_/g, ' '),
    object(event.object),
    h('span', {}, ...details(event, fixed)),
  ]);
  return table([{ text: 'No.', class: 'number' }, 'When', 'Who', 'What', 'On', 'Details'], rows, 'Audit events');
}

/** "batch:tickets-1" as kind and id, as a link where there is a record to open. */
function object(text) {
  const at = text.indexOf(':');
  const [kind, id] = [text.slice(0, at), text.slice(at + 1)];
  const shown = kind === 'batch' ? batchLink(id) : kind === 'item' ? itemLink(id, cut(id)) : cut(id);
  return h('span', { class: 'object', title: text }, h('i', {}, kind), ' ', shown);
}

/** What the heading of the list says already is not repeated in each row. */
function details({ details: known, reason }, fixed) {
  const pairs = Object.entries(known)
    .filter(([name, recorded]) => !(name === 'batch' && recorded === fixed.batch))
    .map(([name, recorded]) => h('span', { class: 'pair', title: value(recorded) }, h('i', {}, name), ' ', cut(value(recorded))));
  return reason ? [...pairs, h('q', {}, reason)] : pairs;
}
