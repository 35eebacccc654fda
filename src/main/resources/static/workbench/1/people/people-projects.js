// Which projects a person may know: all, or named ones; for the page on which people are kept.

import { none, section } from '../audit/parts.js';
import { call } from '../api.js';
import { h, setText } from '../dom.js';

const t = {
  title: 'Projects',
  note: 'What a person may not know does not exist for her: no list, figure, task, dataset or address shows it.',
  all: 'All projects',
  allHelp: 'Those of tomorrow included.',
  some: 'Only these',
  someHelp: 'Tasks that she has taken from other projects go back to their pool at once.',
  labels: 'Registered for',
  labelsHelp: 'Somebody who only labels also sees the projects in which there is work for her.',
  save: 'Save projects',
  saved: 'Saved. It counts from this moment on.',
  empty: 'No project is named.',
  noProjects: 'There is no project yet.',
  atWork: (keys) => `There is work for her in ${keys.join(', ')}; packages that she has stay hers.`,
};

const path = (id) => `/people/${encodeURIComponent(id)}/projects`;

function box(type, name, value, words, help, checked) {
  const id = `projects-${name}-${value}`;
  return h('label', { class: 'check' }, h('input', { type, name, value, checked, 'aria-describedby': help ? id : null }), h('span', {}, words), help ? h('span', { id, class: 'hint' }, help) : null);
}

function choices(known, projects, onlyLabels) {
  const boxes = projects.map((each) => box('checkbox', 'project', each.key, each.name, each.key, known.projects.includes(each.key)));
  const list = h('div', { class: 'checks' }, ...(boxes.length ? boxes : [none(t.noProjects)]));
  if (onlyLabels) return [h('fieldset', { class: 'wide' }, h('legend', {}, t.labels), h('p', { class: 'hint' }, t.labelsHelp), list)];
  const ways = [box('radio', 'reach', 'all', t.all, t.allHelp, known.all), box('radio', 'reach', 'some', t.some, t.someHelp, !known.all)];
  list.addEventListener('change', () => (ways[1].querySelector('input').checked = true));
  return [h('fieldset', { class: 'wide' }, h('legend', { class: 'visually-hidden' }, t.title), h('div', { class: 'checks' }, ...ways), list)];
}

const shown = (known) => h('p', {}, known.all ? t.all : known.projects.join(', ') || t.empty);

/**
 * The section of one person.
 * @param {string} id user id
 * @param {boolean} onlyLabels whether the person has no role beyond labelling
 * @returns {Promise<HTMLElement>} with a form where the reader may say it anew
 */
export async function projectsOf(id, onlyLabels) {
  const [known, { projects }] = await Promise.all([call('GET', path(id)), call('GET', '/projects')]);
  const said = h('p', { class: 'message', role: 'status' });
  const work = known.atWorkIn.length ? h('p', { class: 'hint' }, t.atWork(known.atWorkIn)) : null;
  if (!known.mayChange) return section('projects', t.title, t.note, shown(known), work);
  const save = async (event) => {
    event.preventDefault();
    const all = event.target.elements.reach?.value === 'all';
    const keys = [...event.target.querySelectorAll('input[name=project]:checked')].map((each) => each.value);
    try {
      await call('PUT', path(id), { body: { all, projects: all ? [] : keys } });
      said.className = 'message good';
      setText(said, t.saved);
    } catch (problem) {
      said.className = 'message bad';
      setText(said, problem.message);
    }
  };
  const form = h('form', { class: 'form', on: { submit: save } }, ...choices(known, projects, onlyLabels), h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button' }, t.save)));
  return section('projects', t.title, t.note, said, form, work);
}
