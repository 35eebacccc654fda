// The columns of a delivery, named by looking at a file of one's own; nothing of the file is kept.

import { h, setText } from '../dom.js';
import { write } from './read.js';
import { setting } from './settings.js';

/** What the server looks at of a longer file, in bytes. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Parts that a column has in its row: key, title, what it is, what the choice says. */
const PARTS = [
  ['text', 'Column of the text', 'How your files call what is labelled. Empty: text.', 'what is labelled'],
  ['id', 'Column of your own number', 'How your files call the number that a row has with you. Empty: id; files without it are fine.', 'your own number of the row'],
  ['source', 'Column of the source', 'Where a row comes from: a branch, a register. Empty: none.', 'where it comes from'],
  ['department', 'Column of the department', 'Whose work it was. Empty: none.', 'whose work it was'],
  ['author', 'Column of the author', 'Who wrote it. Empty: none.', 'who wrote it'],
  ['subject', 'Column of the subject', 'Whom it is about. Also decides on equal replacements for one subject. Empty: none.', 'whom it is about'],
];
const TIES = PARTS.slice(2).map(([key]) => key);
const RULES = [
  ['keep', 'shown below the text as it is'],
  ['text', 'shown below the text, personal data in it removed'],
  ['drop', 'not kept'],
];
const PLAIN = { otherwise: 'tag', scope: 'item', types: {} };
const isRules = (value) => typeof value === 'object' && value !== null;
const typeOf = (file) => (/\.csv$/i.test(file.name) ? 'text/csv' : /\.(jsonl|ndjson)$/i.test(file.name) ? 'application/x-ndjson' : null);
const rows = (count) => (count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`);

/** Shows something anew; whoever was at a control of it stays at the one of the same name. */
function keepingFocus(element, show) {
  const active = element.getRootNode().activeElement;
  const label = active && element.contains(active) ? active.getAttribute('aria-label') : null;
  show();
  if (label) [...element.querySelectorAll('select, input')].find((each) => each.getAttribute('aria-label') === label)?.focus();
}

export class ColumnsSection {
  /**
   * @param {Object} draft
   * @param {() => void} changed tells that the rules of de-identification are others now
   */
  constructor(draft, changed) {
    this.draft = draft;
    this.changed = changed;
    this.looks = 0;
    this.uses = [];
    this.inputs = new Map();
    this.file = h('input', { type: 'file', id: 'rows-file', accept: '.csv,.jsonl,.ndjson', 'aria-describedby': 'rows-help', on: { change: () => this.choose() } });
    this.message = h('p', { class: 'message', role: 'status', id: 'rows-message' });
    this.faults = h('ul', { class: 'faults', hidden: true });
    this.table = h('div', {});
    this.beside = h('div', { class: 'settings' });
    this.element = h(
      'div',
      {},
      h('h3', {}, 'Columns of a delivery'),
      h('div', { class: 'setting wide' }, h('label', { for: 'rows-file' }, 'Look at a file of yours'), this.file, h('p', { class: 'help', id: 'rows-help' }, 'CSV or JSON Lines, like those that will be delivered. Its columns and first rows are shown here, to say what each column is; nothing of the file is kept.')),
      this.message,
      this.faults,
      this.table,
      h('div', { class: 'settings' }, ...PARTS.map((part) => this.named(part))),
      h('p', { class: 'note', id: 'ties-help' }, 'Source, department, author and subject are kept as keyed hashes alone: equal values are known as equal, and nothing else. Nobody is shown them, no dataset holds them, and they go with the raw files. They are noted for conflicts of interest by row; the planning of work does not look at them yet.'),
      this.beside,
    );
    this.show();
  }

  get delivery() {
    return this.draft.project.delivery ?? {};
  }

  get rules() {
    const value = this.draft.project.deidentification;
    return isRules(value) ? value : null;
  }

  named([key, title, what]) {
    const input = h('input', { type: 'text', placeholder: TIES.includes(key) ? 'none' : key, spellcheck: 'false', autocomplete: 'off', on: { input: () => this.put(key, input.value.trim()), change: () => this.look() } });
    this.inputs.set(key, input);
    return setting({ key, title, what, usual: TIES.includes(key) ? null : 'As the first line of a CSV or the field of JSON Lines names it.' }, input);
  }

  /** A key of how deliveries are written; what is empty is left out. */
  put(key, value) {
    const { [key]: before, ...others } = this.delivery;
    const delivery = value ? { ...others, [key]: value } : others;
    this.draft.set({ delivery: Object.keys(delivery).length ? delivery : undefined });
  }

  /** What a column is by now: a part, a rule, or nothing. */
  useOf(name) {
    const own = ['text', 'id'].find((part) => name === part || name === this.delivery[part]);
    const part = own ?? TIES.find((tie) => this.delivery[tie] === name);
    if (part) return `part:${part}`;
    const rule = this.rules?.columns?.[name];
    return rule ? `rule:${rule}` : '';
  }

  /** Makes a column what was chosen; a part belongs to one column at a time. */
  assign(name, use) {
    const [kind, value] = [use.slice(0, 4), use.slice(5)];
    const delivery = Object.fromEntries(Object.entries(this.delivery).filter(([key, column]) => key === 'encoding' || column !== name));
    const { [name]: gone, ...columns } = this.rules?.columns ?? {};
    if (kind === 'part') delivery[value] = name;
    if (use === 'part:subject') for (const other of Object.keys(columns)) if (columns[other] === 'subject') delete columns[other];
    if (kind === 'rule') columns[name] = value;
    const change = { delivery: Object.keys(delivery).length ? delivery : undefined };
    // Rules that only name columns remove what the standard removes.
    if (this.rules || kind === 'rule') change.deidentification = { ...(this.rules ?? PLAIN), columns };
    this.draft.set(change);
    this.show();
    if (change.deidentification) this.changed();
    this.look();
  }

  choices(name, label) {
    const use = this.useOf(name);
    const option = (value, words, off = false) => h('option', { value, disabled: off }, words);
    const none = this.draft.project.deidentification === 'none';
    const known = use.startsWith('rule:') && !RULES.some(([rule]) => rule === use.slice(5));
    const select = h(
      'select',
      { 'aria-label': label, on: { change: () => this.assign(name, select.value) } },
      option('', 'not said: refused'),
      h('optgroup', { label: 'What it is' }, ...PARTS.slice(0, 2).map(([part, , , words]) => option(`part:${part}`, `${part}: ${words}`))),
      h('optgroup', { label: 'Noted as a hash, shown to nobody' }, ...PARTS.slice(2).map(([part, , , words]) => option(`part:${part}`, `${part}: ${words}`))),
      h('optgroup', { label: none ? 'Not where nothing is removed' : 'Beside the text' }, ...RULES.map(([rule, words]) => option(`rule:${rule}`, words, none)), known ? option(use, use === 'rule:subject' ? 'subject: whom it is about' : `replaced: ${use.slice(5)}`) : null),
    );
    select.value = use;
    return select;
  }

  /** Everything that says what columns are, as the draft has it by now. */
  show() {
    for (const [key, input] of this.inputs) if (input !== input.getRootNode().activeElement) input.value = this.delivery[key] ?? '';
    keepingFocus(this.table, () => this.uses.forEach((use) => this.fill(use)));
    keepingFocus(this.beside, () => this.showBeside());
  }

  fill({ name, part, cell }) {
    // What is called as the product calls it is that and nothing else.
    const fixed = part === 'suggestions' ? 'what models suggest' : ['text', 'id'].includes(name) ? PARTS.find(([own]) => own === name)[3] : null;
    cell.classList.toggle('refused', !fixed && !this.useOf(name));
    cell.replaceChildren(fixed ?? this.choices(name, `What ${name} is`));
  }

  showBeside() {
    const note = h('p', { class: 'note' }, 'A delivery with further columns is refused until each is named above or here, with what is done with it.');
    const line = (name) => h('div', { class: 'actions' }, h('b', {}, name), this.choices(name, `What is done with ${name}`), h('button', { type: 'button', class: 'button quiet', 'aria-label': `Remove ${name}`, on: { click: () => this.assign(name, '') } }, 'Remove'));
    const input = h('input', { type: 'text', 'aria-label': 'Name of a further column', placeholder: 'column', spellcheck: 'false' });
    const add = h('button', { type: 'button', class: 'button', on: { click: () => input.value.trim() && this.assign(input.value.trim(), 'rule:keep') } }, 'Add');
    const adding = this.draft.project.deidentification === 'none' ? null : h('div', { class: 'actions' }, input, add);
    this.beside.replaceChildren(h('div', { class: 'setting wide' }, h('span', { class: 'title' }, 'Columns beside these'), note, ...Object.keys(this.rules?.columns ?? {}).map(line), adding));
  }

  choose() {
    [this.chosen] = this.file.files;
    this.uses = [];
    this.table.replaceChildren();
    return this.look();
  }

  /** Has the server read the chosen file as it would a delivery of this draft. */
  async look() {
    if (!this.chosen) return;
    const look = (this.looks += 1);
    const type = typeOf(this.chosen);
    if (!type) {
      this.say('Only CSV (.csv) and JSON Lines (.jsonl, .ndjson) have columns. Any other file becomes one item as a whole; save a table as CSV and a JSON array as JSON Lines.', 'bad', []);
      return;
    }
    try {
      await this.draft.flush();
      const seen = await write.rows(this.draft.key, this.chosen.slice(0, MOST_BYTES), type, this.chosen.size > MOST_BYTES);
      if (look === this.looks) this.seen(seen);
    } catch (problem) {
      if (look === this.looks) this.say(problem.document?.faults?.length ? 'This cannot be read yet:' : problem.message, 'bad', problem.document?.faults?.map((fault) => fault.sentence) ?? []);
    }
  }

  seen({ columns, rows: first, read, refused, faults, whole }) {
    const looked = `${rows(read)}${whole ? '' : ' at the beginning of the file'} looked at`;
    const good = refused === 0 && faults.length === 0;
    this.say(good ? `${looked}: all of them can be read.` : refused ? `${looked}; refused: ${refused.toLocaleString('en')}.` : '', good ? 'good' : 'bad', faults);
    this.uses = columns.map(({ name, part }) => ({ name, part, cell: h('td', {}) }));
    const row = ({ line, cells, fault }) => h('tr', { class: fault ? 'refused' : null }, h('th', { scope: 'row' }, String(line)), ...cells.map((text) => h('td', {}, text)));
    const head = h('tr', {}, h('th', { scope: 'col' }, 'Line'), ...columns.map(({ name }) => h('th', { scope: 'col' }, name || '(no name)')));
    const uses = h('tr', { class: 'uses' }, h('th', { scope: 'row' }, 'Is'), ...this.uses.map(({ cell }) => cell));
    const table = h('table', {}, h('caption', { class: 'visually-hidden' }, 'First rows, and what each column is'), h('thead', {}, head), h('tbody', {}, uses, ...first.map(row)));
    keepingFocus(this.table, () => {
      this.table.replaceChildren(columns.length ? h('div', { class: 'scroll first-rows', tabindex: '0', role: 'region', 'aria-label': 'First rows of the file' }, table) : '');
      this.uses.forEach((use) => this.fill(use));
    });
    this.show();
  }

  say(sentence, tone, faults) {
    this.message.className = `message ${tone}`;
    setText(this.message, sentence);
    this.faults.replaceChildren(...faults.map((each) => h('li', {}, each)));
    this.faults.hidden = faults.length === 0;
  }
}
