// Which departments do not label which project.

import { choice, none, section } from '../audit/parts.js';
import { h, icon } from '../dom.js';
import { update } from '../batches/parts.js';
import { doing, Message } from './parts.js';
import { change } from './read.js';
import { departmentWords } from './words.js';

const t = departmentWords;

/** The section, and how it is brought up to date; `changed` is called after a change. */
export function departments(changed) {
  const body = h('div');
  const message = new Message();
  body.addEventListener('click', async (event) => {
    const button = event.composedPath().find((node) => node.dataset?.project);
    if (!button) return;
    const department = button.dataset.department ?? button.closest('tr').querySelector('select').value;
    if (department && (await doing(message, () => change.department(button.dataset.project, department, !button.dataset.department)))) await changed();
  });
  return { element: section('departments', t.title, t.note, message.element, body), show: (answer) => update(body, h('div', {}, answer.projects.length ? projects(answer) : none(t.none))) };
}

function projects({ projects: all, departments: known }) {
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      {},
      h('caption', { class: 'visually-hidden' }, t.title),
      h('thead', {}, h('tr', {}, ...t.heads.map((head) => (head ? h('th', { scope: 'col' }, head) : h('td', {}))))),
      h('tbody', {}, ...all.map((project) => row(project, known))),
    ),
  );
}

function row(project, known) {
  const free = known.filter((each) => !project.departments.includes(each));
  const pick = choice(t.choose, free);
  pick.setAttribute('aria-label', `${t.choose} – ${project.name}`);
  return h(
    'tr',
    { 'data-key': project.project },
    h('th', { scope: 'row' }, project.name),
    h('td', {}, ...(project.departments.length ? project.departments.map((each) => kept(project, each)) : [t.nobody])),
    h('td', { class: 'act' }, free.length ? h('span', {}, pick, ' ', h('button', { type: 'button', class: 'button', 'data-project': project.project, 'aria-label': `${t.add} – ${project.name}` }, t.add)) : null),
  );
}

const kept = (project, department) =>
  h('span', { class: 'pair' }, department, ' ', h('button', { type: 'button', class: 'button quiet', 'aria-label': t.remove(department), 'data-project': project.project, 'data-department': department }, icon('cross')));
