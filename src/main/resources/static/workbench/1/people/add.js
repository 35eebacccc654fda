// Adding a person: every field says what it does; the way in is shown once.

import { h } from '../dom.js';
import { check, doing, entryBox, field, Message, skillsOf, text, ticked } from './parts.js';
import { change } from './read.js';
import { addWords, roles } from './words.js';

const t = addWords;

/** A button and the panel it opens; `refresh` is called when the person is there. */
export function addPanel({ skills, mayGiveRoles }, refresh) {
  const message = new Message();
  const entries = h('div');
  const id = text({ required: true, maxlength: 64 });
  const name = text({ required: true, maxlength: 100 });
  const mail = text({ maxlength: 100, inputmode: 'email' });
  const department = text({ maxlength: 100, list: 'departments' });
  const skill = text();
  const offered = mayGiveRoles ? Object.keys(roles) : ['annotator'];
  const button = h('button', { type: 'button', class: 'button primary', 'aria-expanded': 'false', 'aria-controls': 'add', on: { click: () => toggle() } }, t.title);
  const form = h(
    'form',
    { class: 'form', on: { submit: (event) => submit(event) } },
    field(t.id, id, t.idHelp),
    field(t.name, name, t.nameHelp),
    field(t.mail, mail, t.mailHelp),
    field(t.department, department, t.departmentHelp),
    h('div', { class: 'wide' }, field(t.skills, skill, `${t.skillsHelp} ${t.known(skills)}`)),
    h('fieldset', { class: 'wide' }, h('legend', {}, t.roles), h('div', { class: 'checks' }, ...offered.map((code) => check('checkbox', 'roles', code, roles[code][0], roles[code][1], { checked: code === 'annotator' }))), h('p', { class: 'hint' }, t.rolesHelp)),
    mayGiveRoles ? h('fieldset', { class: 'wide' }, h('legend', {}, t.knows), h('div', { class: 'checks' }, check('radio', 'knows', 'later', t.later, t.laterHelp, { checked: true }), check('radio', 'knows', 'all', t.allProjects, t.allProjectsHelp))) : null,
    h('fieldset', { class: 'wide' }, h('legend', {}, t.first), h('div', { class: 'checks' }, check('radio', 'first', 'link', t.link, t.linkHelp, { checked: true }), check('radio', 'first', 'password', t.password, t.passwordHelp))),
    h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button primary' }, t.send), h('button', { type: 'button', class: 'button', on: { click: () => toggle() } }, t.cancel), message.element),
  );
  const panel = h('section', { id: 'add', hidden: true, 'aria-labelledby': 'add-title', on: { keydown: (event) => event.key === 'Escape' && toggle() } }, h('h2', { id: 'add-title' }, t.title), entries, form);

  function toggle() {
    panel.hidden = !panel.hidden;
    button.setAttribute('aria-expanded', String(!panel.hidden));
    (panel.hidden ? button : id).focus();
  }

  async function submit(event) {
    event.preventDefault();
    const body = { id: id.value, name: name.value, mail: mail.value, department: department.value, skills: skillsOf(skill.value), roles: ticked(form, 'roles'), first: ticked(form, 'first')[0] };
    const all = ticked(form, 'knows')[0] === 'all' && body.roles.some((role) => role !== 'annotator');
    const added = await doing(message, async () => {
      const entry = await change.add(body);
      const fault = all ? await change.allProjects(body.id).then(() => null, (problem) => problem.message) : null;
      form.reset();
      id.focus();
      entries.prepend(entryBox(entry, t.added(body.id)));
      if (fault) throw new Error(t.notYetKnown(body.id, fault));
    });
    if (added) await refresh();
  }

  return { button, panel };
}
