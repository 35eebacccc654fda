// All batches, newest first, in pages: where each stands and what it waits for.

import { attempt, choice, field, none, section } from '../audit/parts.js';
import { h } from '../dom.js';
import { batchAddress, progressOf, stateOf, strip, update, waits } from './parts.js';
import { read } from './read.js';
import { startPanel } from './start.js';
import { pageWords, stageName, states } from './words.js';

const t = pageWords;
const PAGE = 50;
const LONGEST = 200;

/** What was last asked for, so that the way back leads to the same list. */
const filter = { project: '', state: '' };

/** The view: its element, and how it is brought up to date. */
export async function listView() {
  const asked = new URLSearchParams(location.hash.split('?')[1] ?? '').get('project');
  if (asked) filter.project = asked;
  const { projects } = await read.projects();
  const list = h('div');
  const more = h('button', { type: 'button', class: 'button more', on: { click: () => attempt(list, older) } }, t.older);
  let shown = [];
  let next = null;
  let turn = 0;

  function show(page, batches) {
    shown = batches;
    next = page;
    more.hidden = !next;
    const fresh = h('div', {}, shown.length ? batchTable(shown) : none(filtered() ? t.none : t.noneAtAll));
    update(list, fresh);
  }

  const filtered = () => Boolean(filter.project || filter.state);

  async function newest() {
    const mine = ++turn;
    const page = await read.batches({ ...filter, limit: PAGE });
    if (mine === turn) show(page.next, page.batches);
  }

  async function older() {
    const mine = ++turn;
    const page = await read.batches({ ...filter, before: next, limit: PAGE });
    if (mine === turn) show(page.next, [...shown, ...page.batches]);
  }

  /** What is shown, up to two hundred; older pages stay as they were read. A click goes first. */
  async function refresh() {
    const mine = turn;
    const page = await read.batches({ ...filter, limit: Math.min(LONGEST, Math.max(PAGE, shown.length)) });
    if (mine !== turn) return;
    const oldest = page.batches[page.batches.length - 1];
    const kept = shown.length > LONGEST && oldest ? shown.slice(shown.findIndex((each) => each.batchId === oldest.batchId) + 1) : [];
    show(kept.length ? next : page.next, [...page.batches, ...kept]);
  }

  const change = (name) => (value) => {
    filter[name] = value;
    attempt(list, newest);
  };
  const start = startPanel(projects, () => attempt(list, newest));
  await newest();
  const element = h(
    'div',
    {},
    h('header', { class: 'head with-action' }, h('h1', {}, t.title), start.button),
    start.panel,
    section(
      'list',
      'Where each batch stands',
      t.newest,
      h(
        'div',
        { class: 'filters' },
        field('Project', choice(t.any, projects.map((each) => ({ value: each.key, text: each.name })), filter.project), change('project')),
        field('State', choice(t.any, states, filter.state), change('state')),
      ),
      list,
      more,
    ),
  );
  return { element, refresh };
}

function batchTable(batches) {
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      { class: 'batches' },
      h('caption', { class: 'visually-hidden' }, t.title),
      h('thead', {}, h('tr', {}, ...t.heads.map((head) => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, ...batches.map(row)),
    ),
  );
}

function row(batch) {
  return h(
    'tr',
    { 'data-key': batch.batchId },
    h('th', { scope: 'row' }, h('a', { href: batchAddress(batch.batchId) }, batch.name ?? batch.batchId), batch.name ? h('span', { class: 'stage-name' }, batch.batchId) : null),
    h('td', {}, batch.project),
    h('td', {}, strip(batch.stage, batch.state), h('span', { class: 'stage-name' }, stageName(batch.stage))),
    h('td', {}, stateOf(batch)),
    h('td', { class: 'waits' }, ...waits(batch.waitsFor, batch.progress.openPackages), batch.because ? h('span', { class: 'because' }, batch.because) : null),
    h('td', {}, progressOf(batch.progress)),
  );
}
