// People from a list: tried out line by line, then taken as a whole.

import { reachable } from '../api.js';
import { chip, table } from '../audit/parts.js';
import { h } from '../dom.js';
import { check, doing, field, Message } from './parts.js';
import { sendList } from './read.js';
import { fileWords } from './words.js';

const t = fileWords;

/** A button and the panel it opens; `taken` is called when the people are there. */
export function filePanel(taken) {
  const message = new Message();
  const outcome = h('div', { tabindex: '-1' });
  const input = h('input', { type: 'file', accept: '.csv,text/csv', on: { change: () => outcome.replaceChildren() } });
  const skills = check('checkbox', 'newSkills', 'yes', t.newSkills, t.newSkillsHelp);
  const button = h('button', { type: 'button', class: 'button', 'aria-expanded': 'false', 'aria-controls': 'file', on: { click: () => toggle() } }, t.title);
  const form = h(
    'form',
    { class: 'form', on: { submit: (event) => submit(event) } },
    h('div', { class: 'wide' }, field(t.file, input, t.help)),
    h('pre', { class: 'wide' }, t.example),
    h('div', { class: 'wide' }, skills),
    h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button primary' }, t.tryOut), h('span', { class: 'hint' }, t.tryOutHelp), message.element),
  );
  const panel = h('section', { id: 'file', hidden: true, 'aria-labelledby': 'file-title', on: { keydown: (event) => event.key === 'Escape' && toggle() } }, h('h2', { id: 'file-title' }, t.title), form, outcome);

  function toggle() {
    panel.hidden = !panel.hidden;
    button.setAttribute('aria-expanded', String(!panel.hidden));
    (panel.hidden ? button : input).focus();
  }

  const options = (apply) => ({ apply: apply ? 'true' : '', newSkills: skills.querySelector('input').checked ? 'true' : '' });

  async function submit(event) {
    event.preventDefault();
    const file = input.files[0];
    if (!file) {
      message.say(t.noFile, 'bad');
      input.focus();
      return;
    }
    outcome.replaceChildren();
    await doing(message, async () => show(await sendList(file, options(false)), file), '');
  }

  function show(answer, file) {
    const changes = answer.added + answer.changed;
    const take = h('button', { type: 'button', class: 'button primary', on: { click: () => apply(file) } }, t.take(changes));
    const next = answer.refused ? h('p', { class: 'message bad' }, t.mend) : changes ? take : h('p', {}, t.nothing);
    outcome.replaceChildren(h('p', {}, t.sum(answer)), lines(answer, t.outcomes), h('div', { class: 'line' }, next));
    outcome.focus();
  }

  async function apply(file) {
    await doing(
      message,
      async () => {
        const answer = await sendList(file, options(true));
        outcome.replaceChildren(h('p', { class: 'message good', role: 'status' }, t.taken(answer)), answer.entries.length ? links(answer.entries) : '', lines(answer, t.done));
        outcome.focus();
        input.value = '';
        await taken();
      },
      '',
    );
  }

  return { button, panel };
}

function links(given) {
  const entries = given.map((each) => ({ ...each, link: reachable(each.link) }));
  const csv = `id,link\n${entries.map((each) => `${each.person},${each.link}`).join('\n')}\n`;
  return h(
    'div',
    { class: 'entry' },
    h('b', {}, t.links),
    h('p', { class: 'hint' }, t.linksHelp),
    h('div', {}, h('a', { class: 'button', download: 'links.csv', href: `data:text/csv;charset=utf-8,${encodeURIComponent(csv)}` }, t.save)),
    table(['Person', 'Link'], entries.map((each) => [each.person, h('code', {}, each.link)]), t.links),
  );
}

const lines = (answer, words) =>
  table(
    t.heads,
    answer.lines.map((each) => [String(each.line), each.id, each.outcome === 'refused' ? chip(words.refused) : words[each.outcome], each.faults.length ? faults(each.faults) : each.does.join(', ')]),
    t.title,
    (at) => (answer.lines[at].outcome === 'refused' ? 'refused' : null),
  );

const faults = (all) => h('ul', { class: 'faults' }, ...all.map((each) => h('li', {}, each.field ? h('b', {}, `${each.field}: `) : null, each.sentence)));
