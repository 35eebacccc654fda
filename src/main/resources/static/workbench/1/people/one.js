// One person: account, roles, skills, conflicts, time, absences, leaving.

import { choice, none, section, table, when } from '../audit/parts.js';
import { h, icon } from '../dom.js';
import { check, doing, entryBox, field, Message, text, ticked } from './parts.js';
import { projectsOf } from './people-projects.js';
import { change, read } from './read.js';
import { stateOf } from './list.js';
import { kinds, listWords, oneWords, roles, roleName, waysIn, weekdays } from './words.js';

const t = oneWords;

/** The view: its element, and how it is brought up to date. */
export async function oneView(id) {
  const element = h('div');
  const entries = h('div');
  const [access, known] = await Promise.all([read.access(), read.people({ q: id })]);
  const said = new Message();

  async function load() {
    const detail = await read.person(id);
    const again = async (work, done = t.saved) => {
      if (await doing(said, work, done)) await load();
      said.element.scrollIntoView({ block: 'nearest' });
    };
    const projects = detail.person.state === 'left' ? '' : await projectsOf(id, onlyLabels(detail.person)).catch((problem) => none(problem.message));
    element.replaceChildren(head(detail.person), said.element, entries, ...sections(detail, { access, known, again, entries }), projects);
  }
  await load();
  // What is being typed is not replaced under somebody's hands: only a click reads it anew.
  return { element, refresh: async () => {} };
}

const onlyLabels = (person) => person.roles.every((role) => role === 'annotator');

const head = (person) =>
  h('header', { class: 'head' }, h('p', { class: 'eyebrow' }, h('a', { href: '#/people' }, t.back)), h('h1', {}, person.name, h('span', { class: 'state quiet' }, `${person.id} · ${person.roles.map(roleName).join(', ') || '–'}`)), h('p', {}, ...stateOf(person)));

function sections(detail, page) {
  const { person } = detail;
  const left = person.state === 'left';
  const worker = person.state !== 'other' && person.state !== 'no-work-yet' && !left;
  return [
    person.state === 'no-work-yet' ? section('work', t.planning, null, h('p', {}, t.noWork), button(t.giveWork, 'primary', () => page.again(() => change.work(person.id, {}), listWords.gaveWork(person.id)))) : '',
    h(
      'div',
      { class: 'columns' },
      h('div', {}, worker ? planning(detail, page) : '', worker ? conflicts(detail, page) : '', worker ? absences(detail, page) : ''),
      h('div', {}, left ? '' : account(detail, page), left ? '' : rolesOf(detail, page), left ? '' : time(detail, page), makers(detail, page), leaving(detail, page)),
    ),
  ];
}

const button = (words, kind, click, label = null) => h('button', { type: 'button', class: `button ${kind}`, 'aria-label': label, on: { click } }, words);
const remove = (label, click) => h('button', { type: 'button', class: 'button quiet', 'aria-label': label, on: { click } }, icon('cross'));

/** A form that is sent by its one button. */
const form = (send, words, ...children) => h('form', { class: 'form', on: { submit: (event) => (event.preventDefault(), send(event.target)) } }, ...children, h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button' }, words)));

function account({ person }, { again, entries }) {
  const name = text({ value: person.name, required: true, maxlength: 100 });
  const mail = text({ value: person.mail ?? '', maxlength: 100, inputmode: 'email' });
  const renew = (first, words) => button(words, '', () => again(async () => entries.replaceChildren(entryBox(await change.entry(person.id, first), words)), ''));
  return section(
    'account',
    t.account,
    waysIn[person.wayIn],
    form(() => again(() => change.person(person.id, { name: name.value, mail: mail.value })), t.save, field('Name', name, 'Seen by data managers and administrators.'), field('Mail', mail, 'May be left out; nothing is sent there by itself.')),
    h('div', { class: 'line' }, renew('link', t.newLink), renew('password', t.newPassword), h('p', { class: 'hint' }, t.entryHelp)),
  );
}

function rolesOf({ person }, { access, again }) {
  if (!access.mayGiveRoles) return '';
  const boxes = Object.keys(roles).map((code) => check('checkbox', 'roles', code, roles[code][0], roles[code][1], { checked: person.roles.includes(code) }));
  return section('roles', t.roles, t.rolesNote, form((target) => again(() => change.roles(person.id, ticked(target, 'roles'))), t.saveRoles, h('fieldset', { class: 'wide' }, h('legend', { class: 'visually-hidden' }, t.roles), h('div', { class: 'checks' }, ...boxes))));
}

function planning({ person }, { known, again }) {
  const department = text({ value: person.department, maxlength: 100 });
  const skill = text({ list: 'skills', required: true });
  const level = h('input', { type: 'number', min: '0.05', max: '1', step: '0.05', value: '1' });
  const rows = Object.entries(person.skills).map(([name, value]) => [name, String(value), person.skillsSince[name] ?? '–', remove(t.take(name), () => again(() => change.noSkill(person.id, name)))]);
  return section(
    'planning',
    t.planning,
    t.planningNote,
    rows.length ? table(t.skillHeads, rows, t.skill) : none(t.noSkills),
    h('datalist', { id: 'skills' }, ...known.skills.map((each) => h('option', { value: each }))),
    form(() => again(() => change.skill(person.id, skill.value.trim(), Number(level.value))), t.give, field(t.skill, skill, t.skillHelp), field(t.level, level, t.levelHelp)),
    form(() => again(() => change.person(person.id, { department: department.value })), t.save, field(t.department, department, 'A project can be kept from a whole department, on the page before this one.')),
  );
}

function conflicts({ person, conflicts: all }, { known, again }) {
  const value = text({ required: true, maxlength: 200 });
  const hint = h('span', {}, kinds.person[2]);
  const kind = choice('', [], '');
  kind.replaceChildren(...Object.entries(kinds).map(([code, [name]]) => h('option', { value: code }, name)));
  kind.addEventListener('change', () => (hint.textContent = kinds[kind.value][2]));
  const rows = all.map((each) => [kinds[each.kind][0], each.with, each.notedBy, remove(t.withdraw(each.with), () => again(() => change.noConflict(person.id, each.id)))]);
  return section(
    'conflicts',
    t.conflicts,
    t.conflictsNote,
    rows.length ? table(t.conflictHeads, rows, t.conflicts) : none(t.noConflicts),
    form(() => again(() => change.conflict(person.id, kind.value, value.value)), t.note, field(t.conflictKind, kind, hint), field('Which', value, `A user id, a source, a subject or the key of a project (${known.projects.map((each) => each.project).join(', ') || 'none yet'}).`)),
  );
}

function absences({ person, absences: all }, { again }) {
  const from = h('input', { type: 'date', required: true });
  const to = h('input', { type: 'date', required: true });
  const rows = all.map((each) => [each.from, each.to, each.begun ? t.begun : t.ahead, remove(t.withdrawAbsence(each.from), () => again(() => change.noAbsence(person.id, each.id)))]);
  const openEnd = !person.available && !all.some((each) => each.begun);
  return section(
    'absences',
    t.absences,
    t.absencesNote,
    openEnd ? h('p', { class: 'line' }, t.away, ' ', button(t.isBack, '', () => again(() => change.back(person.id)))) : '',
    rows.length ? table(t.absenceHeads, rows, t.absences) : none(t.noAbsences),
    form(() => again(() => change.absence(person.id, from.value, to.value), (answer) => (answer?.movedItems ? t.moved(answer.movedItems) : t.saved)), t.note, field(t.from, from, 'From this day on nothing is planned.'), field(t.to, to, 'The day after, the person is offered work again.')),
  );
}

function time({ person }, { again }) {
  const minutes = h('input', { type: 'number', min: '0', max: '1440', value: person.minutesPerDay ?? '' });
  const days = Object.entries(weekdays).map(([code, name]) => check('checkbox', 'days', code, name, null, { checked: person.workingDays.includes(code) }));
  return section(
    'time',
    t.time,
    null,
    form((target) => again(() => change.person(person.id, { minutesPerDay: Number(minutes.value), workingDays: ticked(target, 'days') })), t.save, field(t.minutes, minutes, t.minutesHelp), h('fieldset', {}, h('legend', {}, t.days), h('div', { class: 'checks' }, ...days), h('p', { class: 'hint' }, t.daysHelp))),
  );
}

function makers({ person, madeBy }, { access, again }) {
  if (!madeBy.length) return '';
  const rows = madeBy.map((each) => [each.by, t.hows[each.how], when(each.at), each.confirmedBy ?? t.unconfirmed]);
  const open = person.waitsForConfirmation && access.mayGiveRoles;
  return section('makers', t.makers, t.makersNote, table(t.makerHeads, rows, t.makers), open ? h('div', { class: 'line' }, button(t.confirm, '', () => again(() => change.confirm(person.id))), h('p', { class: 'hint' }, t.confirmHelp)) : '');
}

function leaving({ person }, { again }) {
  if (person.leftOn) {
    const words = person.state === 'left' ? t.left(person.leftOn) : t.leaves(person.leftOn);
    return section('leaving', t.leaving, null, h('p', {}, words), h('div', { class: 'line' }, button(t.stay, '', () => again(() => change.stay(person.id)))));
  }
  const on = h('input', { type: 'date', required: true });
  return section('leaving', t.leaving, null, form(() => again(() => change.leave(person.id, on.value), (answer) => t.moved(answer?.movedItems ?? 0)), t.leave, field(t.on, on, t.leavingHelp)));
}
