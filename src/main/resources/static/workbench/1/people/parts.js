// Small pieces of the page People: fields that say what they do, messages, ways in.

import { reachable } from '../api.js';
import { h, setText } from '../dom.js';
import { date } from '../figures.js';
import { entryWords } from './words.js';

const e = entryWords;
let fields = 0;

/** A field with its name above and what it does below. */
export function field(name, control, help) {
  const id = `hint-${++fields}`;
  control.setAttribute('aria-describedby', id);
  return h('div', { class: 'field' }, h('label', { class: 'field' }, h('span', {}, name), control), h('p', { id, class: 'hint' }, help));
}

export const text = (properties = {}) => h('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', ...properties });

/** A box to tick, or one of several to choose. */
export function check(type, group, value, name, help, properties = {}) {
  const id = `hint-${++fields}`;
  return h('label', { class: 'check' }, h('input', { type, name: group, value, 'aria-describedby': help ? id : null, ...properties }), h('span', {}, name), help ? h('span', { id, class: 'hint' }, help) : null);
}

export const ticked = (form, group) => [...form.querySelectorAll(`input[name=${group}]:checked`)].map((box) => box.value);

/** A line that says what became of a click. */
export class Message {
  constructor() {
    this.element = h('p', { class: 'message', role: 'status' });
  }

  say(sentence, tone = '') {
    this.element.className = `message ${tone}`;
    setText(this.element, sentence);
  }
}

/** Does something and says what became of it; a refusal becomes its sentence. */
export async function doing(message, work, done = '') {
  message.say('');
  try {
    const answer = await work();
    message.say(typeof done === 'function' ? done(answer) : done, 'good');
    return true;
  } catch (problem) {
    message.say(problem.message, 'bad');
    return false;
  }
}

/** A link or first password, shown once. */
export function entryBox(entry, title) {
  const secret = entry.link ? reachable(entry.link) : entry.password;
  const box = h('input', { type: 'text', readonly: true, value: secret, 'aria-label': entry.link ? e.link : e.password, on: { focus: () => box.select() } });
  const said = h('span', { role: 'status' });
  const copy = h('button', { type: 'button', class: 'button', on: { click: () => copyOf(box, said) } }, e.copy);
  return h('div', { class: 'entry' }, h('b', {}, title), h('div', { class: 'secret' }, box, copy, said), h('p', { class: 'hint' }, `${entry.hint} ${e.ends(date(entry.endsAt))}`));
}

/** The clipboard is closed to pages on plain http: what is selected can be copied by hand. */
async function copyOf(box, said) {
  box.select();
  await navigator.clipboard?.writeText(box.value).then(() => setText(said, e.copied), () => null);
}

/** `claims, notes=0.8` as levels by skill. */
export function skillsOf(words) {
  const skills = {};
  for (const word of words.split(',').map((each) => each.trim()).filter(Boolean)) {
    const [skill, level] = word.split(/[=:]/);
    skills[skill.trim()] = level === undefined ? 1 : Number(level);
  }
  return skills;
}
