// How a project begins: from a template, like another project, or from its folder.

import { h, setText } from '../dom.js';
import { write } from './read.js';
import { projectAddress } from './list.js';

const FILES = ['project.yaml', 'guideline.md', 'gold.jsonl', 'deny.txt', 'allow.txt'];

/** A name as a key: "Support tickets" is support-tickets. */
export const keyOf = (name) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 40)
    .replace(/-+$/, '');

/** A button and the panel it opens. */
export function beginPanel(templates, projects, open) {
  const form = new BeginForm(templates, projects);
  if (open) form.toggle(false);
  return { button: form.button, panel: form.panel };
}

class BeginForm {
  constructor(templates, projects) {
    this.button = h('button', { type: 'button', class: 'button primary', 'aria-expanded': 'false', 'aria-controls': 'begin', on: { click: () => this.toggle() } }, 'New project');
    this.name = h('input', { type: 'text', id: 'begin-name', autocomplete: 'off', on: { input: () => this.named() } });
    this.key = h('input', { type: 'text', id: 'begin-key', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'key-help', on: { input: () => (this.ownKey = true) } });
    this.files = h('input', { type: 'file', id: 'begin-files', multiple: true, accept: '.zip,.yaml,.md,.jsonl,.txt', 'aria-label': 'The folder as a ZIP, or its files' });
    this.filesRow = h('div', { class: 'setting', hidden: true }, h('label', { for: 'begin-files' }, 'Folder'), this.files, h('p', { class: 'help' }, `A ZIP of a project’s folder, or its files: ${FILES.join(', ')}.`));
    this.like = h('select', { id: 'begin-like' }, ...projects.map((each) => h('option', { value: each.key }, each.name)));
    this.likeRow = h('div', { class: 'setting', hidden: true }, h('label', { for: 'begin-like' }, 'Which project'), this.like);
    this.message = h('p', { class: 'message', role: 'status' });
    this.submit = h('button', { type: 'submit', class: 'button primary' }, 'Begin');
    this.panel = this.build(templates, projects);
  }

  build(templates, projects) {
    const ways = [
      ...templates.map((each) => ({ value: `template:${each.id}`, title: each.title, what: each.description })),
      ...(projects.length ? [{ value: 'project', title: 'Like another project', what: 'Its labels, guideline, gold and settings, as a project of its own.' }] : []),
      { value: 'folder', title: 'From a folder', what: 'As the button Folder of a project writes it out.' },
    ];
    return h(
      'section',
      { id: 'begin', hidden: true, 'aria-labelledby': 'begin-title', on: { keydown: (event) => event.key === 'Escape' && this.toggle() } },
      h('div', { class: 'section-head' }, h('h2', { id: 'begin-title' }, 'New project')),
      h(
        'form',
        { class: 'begin', on: { submit: (event) => this.send(event) } },
        h('fieldset', { class: 'ways' }, h('legend', {}, 'It begins with'), ...ways.map((way, index) => this.way(way, index))),
        this.filesRow,
        this.likeRow,
        h(
          'div',
          { class: 'settings' },
          h('div', { class: 'setting' }, h('label', { for: 'begin-name' }, 'Name'), this.name, h('p', { class: 'help' }, 'What people see. It can be changed later.')),
          h('div', { class: 'setting' }, h('label', { for: 'begin-key' }, 'Key'), this.key, h('p', { class: 'help', id: 'key-help' }, 'Short name in addresses, batches and datasets: small letters, digits, hyphens. It stays.')),
        ),
        h('div', { class: 'actions' }, this.submit, h('button', { type: 'button', class: 'button', on: { click: () => this.toggle() } }, 'Cancel'), this.message),
      ),
    );
  }

  way({ value, title, what }, index) {
    const radio = h('input', { type: 'radio', name: 'way', value, on: { change: () => this.chosen(value) } });
    radio.checked = index === 0;
    if (index === 0) this.value = value;
    return h('label', { class: 'way' }, radio, h('b', {}, title), h('span', {}, what));
  }

  chosen(value) {
    this.value = value;
    this.filesRow.hidden = value !== 'folder';
    this.likeRow.hidden = value !== 'project';
  }

  named() {
    if (!this.ownKey) this.key.value = keyOf(this.name.value);
  }

  toggle(focus = true) {
    this.panel.hidden = !this.panel.hidden;
    this.button.setAttribute('aria-expanded', String(!this.panel.hidden));
    if (focus) (this.panel.hidden ? this.button : this.name).focus();
  }

  async send(event) {
    event.preventDefault();
    this.submit.disabled = true;
    this.say('');
    try {
      const key = this.key.value.trim();
      await this.begin(key);
      location.hash = projectAddress(key);
    } catch (problem) {
      this.say(problem.document?.faults ? problem.document.faults.map((each) => each.sentence).join(' ') : problem.message, 'bad');
      if (problem.document?.where === 'key') this.key.focus();
    } finally {
      this.submit.disabled = false;
    }
  }

  async begin(key) {
    if (!key) throw new Error('Give the project a name first.');
    const [kind, id] = this.value.split(':');
    if (kind !== 'folder') {
      return write.begin({ key, name: this.name.value, [kind]: id ?? this.like.value });
    }
    const files = [...this.files.files];
    if (!files.length) throw new Error('Choose the ZIP of a folder, or its files.');
    await write.begin({ key, name: this.name.value, template: 'empty' });
    try {
      return await this.take(key, files);
    } catch (problem) {
      await write.discard(key);
      throw problem;
    }
  }

  /** The folder in the place of what an empty project begins with. */
  async take(key, files) {
    const zip = files.find((file) => file.name.toLowerCase().endsWith('.zip'));
    if (zip) return write.zip(key, zip);
    const texts = await Promise.all(files.filter((file) => FILES.includes(file.name)).map(async (file) => [file.name, await file.text()]));
    return write.files(key, Object.fromEntries(texts));
  }

  say(sentence, tone = '') {
    this.message.className = `message ${tone}`;
    setText(this.message, sentence);
  }
}
