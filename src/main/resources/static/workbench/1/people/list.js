// All people: who is here, who has no work yet, and what keeps departments from projects.

import { attempt, chip, choice, field as filterField, none, section } from '../audit/parts.js';
import { h } from '../dom.js';
import { update } from '../batches/parts.js';
import { addPanel } from './add.js';
import { departments } from './departments.js';
import { filePanel } from './file.js';
import { doing, Message } from './parts.js';
import { change, read } from './read.js';
import { listWords, roleName, roles, states } from './words.js';

const t = listWords;

/** What was last asked for, so that the way back leads to the same list. */
const filter = { q: '', role: '', state: '' };

export const personAddress = (id) => `#/people/${encodeURIComponent(id)}`;

/** The view: its element, and how it is brought up to date. */
export async function listView() {
  const [access, first] = await Promise.all([read.access(), read.people(filter)]);
  const list = h('div');
  const found = h('p', { class: 'note', role: 'status' });
  const message = new Message();
  const barred = departments(refresh);
  let turn = 0;

  function show(answer) {
    found.textContent = t.found(answer.people.length, answer.total);
    update(list, h('div', {}, answer.people.length ? peopleTable(answer.people) : none(Object.values(filter).some(Boolean) ? t.none : t.noneAtAll)));
    barred.show(answer);
  }

  async function refresh() {
    const mine = ++turn;
    const answer = await read.people(filter);
    if (mine === turn) show(answer);
  }

  const narrow = (name) => (value) => {
    filter[name] = value;
    attempt(list, refresh);
  };
  // One listener for all buttons: rows come and go with each refresh.
  list.addEventListener('click', async (event) => {
    const id = event.composedPath().find((node) => node.dataset?.work)?.dataset.work;
    if (id && (await doing(message, () => change.work(id, {}), t.gaveWork(id)))) await refresh();
  });
  const search = h('input', { type: 'search', value: filter.q, maxlength: 100, on: { input: () => narrow('q')(search.value) } });
  const add = addPanel({ skills: first.skills, mayGiveRoles: access.mayGiveRoles }, refresh);
  const file = filePanel(refresh);
  show(first);
  const element = h(
    'div',
    {},
    h('header', { class: 'head with-action' }, h('h1', {}, t.title), h('div', { class: 'row' }, add.button, file.button)),
    add.panel,
    file.panel,
    section(
      'list',
      t.section,
      null,
      found,
      h(
        'div',
        { class: 'filters' },
        h('label', { class: 'field' }, h('span', {}, t.search), search),
        filterField(t.role, choice(t.any, Object.keys(roles).map((code) => ({ value: code, text: roles[code][0] })), filter.role), narrow('role')),
        filterField(t.state, choice(t.any, Object.entries(states).map(([value, text]) => ({ value, text })), filter.state), narrow('state')),
      ),
      message.element,
      list,
    ),
    barred.element,
  );
  return { element, refresh };
}

function peopleTable(people) {
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      { class: 'people' },
      h('caption', { class: 'visually-hidden' }, t.title),
      h('thead', {}, h('tr', {}, ...t.heads.map((head) => (head ? h('th', { scope: 'col', class: head.class ?? null }, head.text ?? head) : h('td', {}))))),
      h('tbody', {}, ...people.map(row)),
    ),
  );
}

function row(person) {
  const missing = person.state === 'no-work-yet';
  return h(
    'tr',
    { 'data-key': person.id },
    h('th', { scope: 'row', class: 'name' }, h('a', { href: personAddress(person.id) }, person.name), h('small', {}, person.id, person.simulated ? `, ${t.simulated}` : '')),
    h('td', {}, person.roles.map(roleName).join(', ')),
    h('td', {}, person.department || '–'),
    h('td', {}, skillsOf(person)),
    h('td', {}, ...stateOf(person)),
    h('td', { class: 'number' }, person.openPackages + person.queuedPackages ? t.packages(person.openPackages, person.queuedPackages) : '–'),
    h('td', { class: 'act' }, missing ? h('button', { type: 'button', class: 'button', 'data-work': person.id, 'aria-label': t.makeAnnotatorOf(person.id) }, t.makeAnnotator) : null),
  );
}

const skillsOf = ({ skills }) => Object.entries(skills).map(([skill, level]) => (level === 1 ? skill : `${skill} ${level}`)).join(', ') || '–';

export function stateOf(person) {
  const word = person.state === 'away' ? 'waiting' : person.state === 'no-work-yet' ? 'held' : 'done';
  const shown = person.state === 'here' || person.state === 'other' ? states[person.state] : coloured(word, states[person.state]);
  const lines = [person.leftOn ? (person.state === 'left' ? t.left(person.leftOn) : t.leaves(person.leftOn)) : null, person.state === 'away' && person.absentUntil ? t.awayUntil(person.absentUntil) : null, person.waitsForConfirmation ? t.unconfirmed : null];
  return [shown, ...lines.filter(Boolean).map((line) => h('span', { class: 'quiet-line' }, line))];
}

/** In the colour of another word. */
function coloured(tone, words) {
  const made = chip(tone);
  made.textContent = words;
  return made;
}
