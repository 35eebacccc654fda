// Known answers: typed one by one, or uploaded as gold.jsonl.

import { none } from '../audit/parts.js';
import { h, setText } from '../dom.js';
import { inWords } from '../kinds/list.js';
import { taskOf } from './questions.js';

const SHOWN = 100;
const parse = (text) => text.split('\n').filter((line) => line.trim()).map((line) => JSON.parse(line));
const write = (lines) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** Of answers that are not typed here, how a file says them. */
const howAsFile = {
  spans: 'Marked places come as a file: {"id", "text", "spans": [{"start", "end", "label"}]}, places in Unicode code points of the raw text, the end exclusive.',
  classes: 'Several labels come as a file: {"id", "text", "classes": ["…", "…"]}, each the id of a label.',
  questions: 'Answers to several questions come as a file: {"id", "text", "answers": {"…": {"label": "…"}, "…": {"scale": 3}, "…": {"classes": ["…"]}, "…": {"spans": [{"start", "end", "label"}]}}}, each under the id of its question.',
  scale: 'Points come as a file: {"id", "text", "scale": 3}.',
};

export class GoldTable {
  constructor(draft) {
    this.draft = draft;
    this.list = h('div', {});
    this.message = h('p', { class: 'message', role: 'status' });
    this.faults = h('ul', { class: 'faults', hidden: true });
    this.text = h('textarea', { id: 'gold-text', 'aria-describedby': 'gold-help' });
    this.label = h('select', { id: 'gold-label' });
    this.file = h('input', { type: 'file', id: 'gold-file', accept: '.jsonl,.ndjson', on: { change: () => this.upload() } });
    const byFile = howAsFile[taskOf(draft.project)];
    this.element = h(
      'div',
      {},
      h('p', { class: 'note', id: 'gold-help' }, 'Known answers lie among the items and show how reliable the labels are. Their texts are de-identified by the rules of this draft before anything is kept. Usual: 30 to 100, as hard as the items themselves, some of each label.'),
      this.list,
      this.message,
      this.faults,
      byFile
        ? h('p', { class: 'note' }, byFile)
        : h(
            'div',
            { class: 'settings' },
            h('div', { class: 'setting wide' }, h('label', { for: 'gold-text' }, 'Text'), this.text),
            h('div', { class: 'setting' }, h('label', { for: 'gold-label' }, 'Its label'), this.label),
            h('div', { class: 'setting' }, h('span', { class: 'title' }, ' '), h('button', { type: 'button', class: 'button', on: { click: () => this.add() } }, 'Add this answer')),
          ),
      h('div', { class: 'setting wide' }, h('label', { for: 'gold-file' }, 'A file of them'), this.file, h('p', { class: 'help' }, 'JSON Lines as in gold.jsonl. It is added; a line of the same id replaces what is there.')),
    );
    this.show();
  }

  /** Labels may have changed since the section was opened. */
  refresh() {
    const chosen = this.label.value;
    this.label.replaceChildren(...(this.draft.project.labels ?? []).map((label) => h('option', { value: label.id }, label.name || label.id)));
    if (chosen) this.label.value = chosen;
  }

  show() {
    this.refresh();
    const lines = parse(this.draft.view.gold);
    const names = new Map((this.draft.project.labels ?? []).map((label) => [label.id, label.name]));
    const answer = (line) => inWords(line, (label) => names.get(label) ?? label);
    const row = (line) =>
      h('tr', { 'data-key': line.id }, h('td', {}, line.id), h('td', {}, line.text), h('td', {}, answer(line)), h('td', {}, h('button', { type: 'button', class: 'button quiet', 'aria-label': `Take out ${line.id}`, on: { click: () => this.remove(line.id) } }, 'Take out')));
    const more = lines.length > SHOWN ? h('p', { class: 'note' }, `${lines.length - SHOWN} more are in the folder.`) : null;
    this.list.replaceChildren(
      lines.length
        ? h('div', {}, h('table', { class: 'projects' }, h('caption', { class: 'visually-hidden' }, 'Gold'), h('thead', {}, h('tr', {}, ...['Id', 'Text, as people will see it', 'Answer', 'What can be done'].map((head, index) => h('th', { scope: 'col' }, index === 3 ? h('span', { class: 'visually-hidden' }, head) : head)))), h('tbody', {}, ...lines.slice(0, SHOWN).map(row))), more)
        : none('There is no gold yet. Without it nobody knows how reliable a person’s labels are; a project may begin without and get some later.'),
    );
  }

  async add() {
    const text = this.text.value.trim();
    if (!text) return this.say('Type a text first.', 'bad');
    const lines = parse(this.draft.view.gold);
    const ids = new Set(lines.map((line) => line.id));
    let number = lines.length + 1;
    while (ids.has(`g-${String(number).padStart(3, '0')}`)) number += 1;
    await this.put([...lines, { id: `g-${String(number).padStart(3, '0')}`, text, label: this.label.value }], () => (this.text.value = ''));
  }

  async upload() {
    const [file] = this.file.files;
    this.file.value = '';
    if (!file) return;
    const text = await file.text();
    const ids = new Set([...text.matchAll(/"id"\s*:\s*"([^"]*)"/g)].map((found) => found[1]));
    const kept = parse(this.draft.view.gold).filter((line) => !ids.has(line.id));
    // Raw lines go first, so that the number of a faulty line is that of the file.
    await this.put(`${text.trimEnd()}\n${write(kept)}`, () => null);
  }

  remove(id) {
    return this.put(parse(this.draft.view.gold).filter((line) => line.id !== id), () => null);
  }

  async put(lines, done) {
    this.faults.hidden = true;
    this.say('');
    try {
      await this.draft.gold(typeof lines === 'string' ? lines : write(lines));
      done();
      this.show();
    } catch (problem) {
      const faults = problem.document?.faults ?? [];
      this.faults.replaceChildren(...faults.map((fault) => h('li', {}, fault.sentence)));
      this.faults.hidden = faults.length === 0;
      this.say(faults.length ? 'Nothing was taken:' : problem.message, 'bad');
    }
  }

  say(sentence, tone = '') {
    this.message.className = `message ${tone}`;
    setText(this.message, sentence);
  }
}
