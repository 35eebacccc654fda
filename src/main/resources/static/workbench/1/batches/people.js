// The people pane: open and queued packages of each, and who is away. Shown where GET /people
// answers.

import { attempt, none, section } from '../audit/parts.js';
import { h } from '../dom.js';
import { date } from '../figures.js';
import { update } from './parts.js';
import { read, setAbsence } from './read.js';
import { count, peopleWords } from './words.js';

const t = peopleWords;

let known = null;

/** Whether the server knows people's packages and absences; asked once. */
export const peopleKnown = () => (known ??= read.people().then(() => true, () => false));

/** The view: its element, and how it is brought up to date. */
export async function peopleView() {
  const list = h('div');
  const load = async () => {
    const { people } = await read.people();
    update(list, h('div', {}, people.length ? peopleTable(people) : none(t.none)));
  };
  // One listener for all buttons: rows come and go with each refresh.
  list.addEventListener('click', (event) => {
    const button = event.composedPath().find((node) => node.dataset?.person);
    if (!button) return;
    attempt(list, async () => {
      await setAbsence(button.dataset.person, button.dataset.absent === 'true');
      await load();
    });
  });
  await load();
  const element = h('div', {}, h('header', { class: 'head' }, h('h1', {}, t.title)), section('people', t.title, t.note, list));
  return { element, refresh: load };
}

function peopleTable(people) {
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      {},
      h('caption', { class: 'visually-hidden' }, t.title),
      h('thead', {}, h('tr', {}, ...t.heads.map((head, at) => (head ? h('th', { scope: 'col', class: at === 2 || at === 3 ? 'number' : null }, head) : h('td', {}))))),
      h('tbody', {}, ...people.map(row)),
    ),
  );
}

function row(person) {
  const until = person.absentUntil ? date(person.absentUntil) : '';
  return h(
    'tr',
    { 'data-key': person.id },
    h('th', { scope: 'row' }, person.name ? `${person.name} (${person.id})` : person.id),
    h('td', {}, person.roles.join(', ')),
    h('td', { class: 'number' }, count(person.openPackages)),
    h('td', { class: 'number' }, count(person.queuedPackages)),
    h('td', {}, person.available ? t.available : t.away(until)),
    h('td', {}, h('button', { type: 'button', class: 'button', 'data-person': person.id, 'data-absent': String(person.available) }, person.available ? t.setAway : t.setBack)),
  );
}
