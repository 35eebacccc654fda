// Starting a batch: project, files, progress, and refusals beside the file they are about.

import { choice } from '../audit/parts.js';
import { h, icon, setText } from '../dom.js';
import { nameBatch, startBatch } from './read.js';
import { startWords } from './words.js';

const t = startWords;
const CAME_BEFORE = '/problems/delivery-came-before';
const ROWS = ['.jsonl', '.ndjson', '.csv'];

/** What is wrong with a file that need not be sent to know; empty if nothing is. */
function fault(file) {
  const name = file.name.toLowerCase();
  if (name.endsWith('.json')) return t.wrongKind;
  return file.size === 0 && ROWS.some((kind) => name.endsWith(kind)) ? t.empty : '';
}

const size = (bytes) => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

/** A button and the panel it opens; `started` is called when the server has taken a batch. */
export function startPanel(projects, started) {
  const form = new StartForm(projects, started);
  return { button: form.button, panel: form.panel };
}

class StartForm {
  constructor(projects, started) {
    this.started = started;
    this.files = [];
    this.button = h('button', { type: 'button', class: 'button primary', 'aria-expanded': 'false', 'aria-controls': 'start', on: { click: () => this.toggle() } }, t.button);
    this.project = choice(t.choose, projects.map((each) => ({ value: each.key, text: each.name })), projects.length === 1 ? projects[0].key : '');
    this.input = h('input', { type: 'file', id: 'files', multiple: true, 'aria-describedby': 'files-hint', on: { change: () => this.add() } });
    this.name = h('input', { type: 'text', maxlength: '80', autocomplete: 'off', placeholder: t.namePlaceholder });
    this.again = h('button', { type: 'button', class: 'button', hidden: true, on: { click: () => this.deliver(true) } }, t.again);
    this.list = h('ul', { class: 'files' });
    this.bar = h('progress', { max: 1, value: 0, hidden: true, 'aria-label': t.send });
    this.message = h('p', { class: 'message', role: 'status' });
    this.send = h('button', { type: 'submit', class: 'button primary' }, t.send);
    this.panel = this.build();
  }

  build() {
    const drop = h(
      'div',
      { class: 'drop', on: { dragover: (event) => event.preventDefault(), drop: (event) => this.drop(event) } },
      h('label', { class: 'field', for: 'files' }, h('span', {}, t.files)),
      this.input,
      h('p', { id: 'files-hint', class: 'quiet' }, t.hint),
      this.list,
    );
    return h(
      'section',
      { id: 'start', hidden: true, 'aria-labelledby': 'start-title', on: { keydown: (event) => event.key === 'Escape' && this.toggle() } },
      h('h2', { id: 'start-title' }, t.title),
      h(
        'form',
        { class: 'start', on: { submit: (event) => this.submit(event) } },
        h('div', { class: 'about' }, h('label', { class: 'field' }, h('span', {}, t.project), this.project), h('label', { class: 'field' }, h('span', {}, t.name), this.name)),
        drop,
        h('div', { class: 'actions' }, this.send, h('button', { type: 'button', class: 'button', on: { click: () => this.toggle() } }, t.cancel), this.bar, this.message, this.again),
      ),
    );
  }

  toggle() {
    this.panel.hidden = !this.panel.hidden;
    this.button.setAttribute('aria-expanded', String(!this.panel.hidden));
    (this.panel.hidden ? this.button : this.project).focus();
  }

  drop(event) {
    event.preventDefault();
    this.take([...event.dataTransfer.files]);
  }

  add() {
    this.take([...this.input.files]);
    this.input.value = '';
  }

  take(files) {
    this.again.hidden = true;
    this.files.push(...files.map((file) => ({ file, fault: fault(file) })));
    this.say('');
    this.show();
  }

  show() {
    this.list.replaceChildren(
      ...this.files.map((each) =>
        h(
          'li',
          { class: each.fault ? 'refused' : null },
          h('span', { class: 'name' }, each.file.name),
          h('span', { class: 'quiet' }, size(each.file.size)),
          h('button', { type: 'button', class: 'button quiet', 'aria-label': t.remove(each.file.name), on: { click: () => this.remove(each) } }, icon('cross')),
          each.fault ? h('p', { class: 'fault', role: 'alert' }, each.fault) : null,
        ),
      ),
    );
  }

  remove(gone) {
    this.again.hidden = true;
    this.files = this.files.filter((each) => each !== gone);
    this.show();
    this.input.focus();
  }

  say(sentence, tone = '') {
    this.message.className = `message ${tone}`;
    setText(this.message, sentence);
  }

  /** What has to be mended before anything is sent; empty if nothing has. */
  missing() {
    if (!this.project.value) return [t.noProject, this.project];
    if (!this.files.length) return [t.noFiles, this.input];
    const bad = this.files.find((each) => fault(each.file));
    return bad ? [fault(bad.file), this.input] : null;
  }

  async submit(event) {
    event.preventDefault();
    const missing = this.missing();
    if (missing) {
      this.say(missing[0], 'bad');
      missing[1].focus();
      return;
    }
    await this.deliver(false);
  }

  /** @param {boolean} again although the files came before */
  async deliver(again) {
    this.busy(true);
    try {
      const { batchId } = await startBatch(this.project.value, this.files.map((each) => each.file), again, (share) => this.sent(share));
      if (this.name.value.trim()) await nameBatch(batchId, this.name.value);
      this.files = [];
      this.name.value = '';
      this.say(t.started(batchId), 'good');
      await this.started(batchId);
    } catch (problem) {
      this.refused(problem);
    } finally {
      this.busy(false);
      this.show();
    }
  }

  sent(share) {
    this.bar.value = share;
    this.say(share < 1 ? t.sending(share) : t.checking);
  }

  /** The sentence stands beside the file it is about, or below where it is about all. */
  refused(problem) {
    if (problem.document?.type === CAME_BEFORE) {
      this.say(t.cameBefore(problem.document), 'bad');
      this.again.hidden = false;
      return;
    }
    const about = this.files[(problem.document?.file ?? 0) - 1];
    if (about) about.fault = problem.message;
    this.say(about ? t.nothingLost : `${problem.message} ${t.nothingLost}`, 'bad');
  }

  busy(on) {
    this.bar.hidden = !on;
    if (on) this.again.hidden = true;
    this.bar.value = 0;
    this.send.disabled = on;
    this.input.disabled = on;
    this.project.disabled = on;
    if (on) this.files.forEach((each) => (each.fault = ''));
  }
}
