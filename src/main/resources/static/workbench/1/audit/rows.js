// Every row that came in and what became of it, in pages.

import { h } from '../dom.js';
import { attempt, chip, choice, field, itemLink, none, section, table } from './parts.js';
import { read } from './read.js';
import { count, plural } from './words.js';
import { inWords } from '../kinds/list.js';

export async function rowsSection(id) {
  const filter = {};
  const list = h('div');
  const more = h('button', { type: 'button', class: 'button more', on: { click: () => attempt(list, () => load(next)) } }, 'More rows');
  let shown = [];
  let next = null;

  async function load(after) {
    const page = await read.items(id, { ...filter, after });
    shown = after ? [...shown, ...page.items] : page.items;
    next = page.next;
    more.hidden = !next;
    list.replaceChildren(shown.length ? rowTable(shown) : none('No row fits. Change the filter above.'));
  }

  await load();
  const change = (name) => (value) => {
    filter[name] = value.trim();
    attempt(list, () => load());
  };
  const bar = h(
    'div',
    { class: 'filters' },
    field('Item or row', h('input', { type: 'search', placeholder: 'id or row number', spellcheck: 'false' }), change('text')),
    field('Outcome', choice('any', ['ok', 'rejected', 'duplicate', 'quarantined']), change('status')),
    field('Decided by', choice('any', ['majority', 'adjudication']), change('method')),
    field('Label', h('input', { type: 'search', placeholder: 'label id', spellcheck: 'false' }), change('label')),
  );
  return section('rows', 'Rows and items', 'as received; open an item to see who decided its label', bar, list, more);
}

/** What was settled: spans by their number, anything else by its labels. */
function said(row) {
  if (row.spans) return plural(row.spans.length, 'span');
  const words = inWords(row, (label) => label);
  return words ? h('b', {}, words) : '–';
}

function rowTable(rows) {
  const shown = rows.map((row) => [
    row.source > 1 ? `${row.source}/${count(row.row)}` : count(row.row),
    chip(row.status),
    row.itemId ? itemLink(row.itemId, row.itemId.slice(0, 16)) : h('span', { class: 'quiet' }, row.reason ?? '–'),
    said(row),
    row.method ?? '–',
    row.routingRule ? h('code', {}, row.routingRule) : '–',
    row.judgements ? `${row.judgements}${row.labels > 1 ? `, ${row.labels} ${row.method && !row.label ? 'answers' : 'labels'}` : ''}` : '–',
  ]);
  return table([{ text: 'Row', class: 'number' }, 'Outcome', 'Item', 'Label', 'Decided by', 'Rule', { text: 'Judgements', class: 'number' }], shown, 'Rows');
}
