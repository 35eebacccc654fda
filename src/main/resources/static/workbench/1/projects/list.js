// All projects and drafts, and how a new one begins.

import { chip, none, section } from '../audit/parts.js';
import { h } from '../dom.js';
import { ago } from '../figures.js';
import { beginPanel } from './begin.js';
import { folderAddress, read, write } from './read.js';
import { words as t } from './words.js';

export const projectAddress = (key) => `#/projects/${encodeURIComponent(key)}`;
export const guidelineAddress = (key) => `#/guidelines/${encodeURIComponent(key)}`;

/** @param {{mayChange: boolean}} access of the caller */
export async function listView(access) {
  const { projects } = await read.projects();
  const { drafts, templates, conflicts } = access.mayChange ? await read.drafts() : { drafts: [], templates: [], conflicts: [] };
  const begin = access.mayChange ? beginPanel(templates, projects, projects.length + drafts.length === 0) : null;
  const element = h(
    'div',
    {},
    h('header', { class: 'head with-action' }, h('h1', {}, t.title), begin?.button ?? null),
    begin?.panel ?? null,
    drafts.length ? section('drafts', t.drafts, null, draftTable(drafts)) : null,
    section('all', t.title, null, projects.length ? projectTable(projects, access, drafts, conflicts) : none(access.mayChange ? t.none : t.noneToRead)),
  );
  return { element };
}

function draftTable(drafts) {
  const row = (draft) =>
    h(
      'tr',
      { 'data-key': draft.key },
      h('th', { scope: 'row' }, h('span', {}, draft.name || draft.key), h('span', { class: 'quiet' }, draft.key)),
      h('td', {}, draft.state === 'waiting' ? t.waits(draft.askedBy) : t.draftOf(draft.base)),
      h('td', {}, t.editedBy(draft.editedBy), ' ', h('span', { class: 'quiet' }, ago(draft.editedAt))),
      h('td', {}, h('div', { class: 'row-actions' }, h('a', { class: 'button', href: projectAddress(draft.key), 'aria-label': `${t.goOn}: ${draft.name || draft.key}` }, t.goOn))),
    );
  return h('table', { class: 'projects' }, h('caption', { class: 'visually-hidden' }, t.drafts), h('tbody', {}, ...drafts.map(row)));
}

function projectTable(projects, access, drafts, conflicts) {
  const open = new Set(drafts.map((draft) => draft.key));
  const row = (project) =>
    h(
      'tr',
      { 'data-key': project.key },
      h('th', { scope: 'row' }, project.name, h('span', { class: 'quiet' }, project.key), conflicts.includes(project.key) ? chip(t.conflict) : null),
      h('td', {}, t.kinds[project.task] ?? project.task),
      h('td', { class: 'number' }, String(project.labels.length)),
      h('td', { class: 'number' }, access.mayChange && !open.has(project.key) ? h('a', { href: projectAddress(project.key), 'aria-label': `Versions of ${project.name}` }, String(project.version)) : String(project.version)),
      h('td', {}, h('a', { href: guidelineAddress(project.key) }, `Version ${project.guidelineVersion}`)),
      h('td', {}, access.mayChange ? actions(project, open.has(project.key)) : null),
    );
  const heads = t.heads.map((head, index) => h('th', { scope: 'col', class: index === 2 || index === 3 ? 'number' : null }, index === 5 ? h('span', { class: 'visually-hidden' }, head) : head));
  return h(
    'div',
    { class: 'scroll' },
    h('table', { class: 'projects' }, h('caption', { class: 'visually-hidden' }, t.title), h('thead', {}, h('tr', {}, ...heads)), h('tbody', {}, ...projects.map(row))),
  );
}

function actions(project, isOpen) {
  const edit = h('button', { type: 'button', class: 'button', 'aria-label': `${t.edit}: ${project.name}`, on: { click: () => change(project.key, isOpen) } }, isOpen ? t.goOn : t.edit);
  return h('div', { class: 'row-actions' }, h('a', { class: 'button', href: folderAddress(project.key), download: `${project.key}.zip`, 'aria-label': `Folder of ${project.name}` }, 'Folder'), edit);
}

async function change(key, isOpen) {
  if (!isOpen) await write.begin({ key });
  location.hash = projectAddress(key);
}
