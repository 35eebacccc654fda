// The labels of a project: names, colours, the key that gives each, and whole lists pasted.

import { h, icon, setText } from '../dom.js';
import { keyCap, labelKeys } from '../label-keys.js';
import { colourNames, paintAs } from '../palette.js';
import { keyOf } from './begin.js';

const HEADS = ['Key', 'Colour', 'Name', 'Id', 'Hint', 'High risk', ''];
const MOST = 1000;

export class LabelTable {
  /** @param {string} [suffix] of the ids of its fields, where there are several such tables */
  constructor(draft, suffix = '') {
    const paste = `paste${suffix}`;
    this.draft = draft;
    this.labels = draft.project.labels ?? [];
    this.lines = h('div', { class: 'labels' });
    this.count = h('p', { class: 'note', role: 'status' });
    this.paste = h('textarea', { id: paste, 'aria-describedby': `${paste}-help`, spellcheck: 'false' });
    this.element = h(
      'div',
      {},
      h('p', { class: 'note' }, 'In the editor a label is given by its key: a letter or digit of its own, else the digit of its place, up to nine. A, B, F, G, J, K, M and U are the editor’s own. With more than nine, all are found by typing a part of the name. An id stays as it is once items are labelled; name and hint may change. High risk: a reviewer decides as soon as people disagree and one of them named it.'),
      this.count,
      this.lines,
      h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', on: { click: () => this.add() } }, 'Add a label')),
      h(
        'div',
        { class: 'setting wide' },
        h('label', { for: paste }, 'Paste a list of names'),
        this.paste,
        h('p', { class: 'help', id: `${paste}-help` }, 'One name a line; a tab or a bar before a hint: “Billing | Bills, charges, refunds”. What is there already stays.'),
        h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', on: { click: () => this.take() } }, 'Take the list')),
      ),
    );
    this.show();
  }

  show() {
    const names = h('div', { class: 'names', 'aria-hidden': 'true' }, ...HEADS.map((head) => h('span', {}, head)));
    this.keys = [];
    this.lines.replaceChildren(names, ...this.labels.map((label, index) => this.line(label, index)));
    this.showKeys();
    setText(this.count, `${this.labels.length} of at most ${MOST.toLocaleString('en')} labels`);
  }

  line(label, index) {
    const place = index + 1;
    const input = (key, title, change) => {
      const field = h('input', { type: 'text', 'aria-label': `${title} of label ${place}`, autocomplete: 'off', spellcheck: key === 'id' ? 'false' : null, on: { input: () => this.change(label, change(field)) } });
      field.value = label[key] ?? '';
      return field;
    };
    const id = input('id', 'Id', (field) => ({ id: field.value }));
    const name = input('name', 'Name', (field) => this.named(label, field.value, id));
    const swatch = h('i', {});
    const colour = h('select', { 'aria-label': `Colour of label ${place}`, on: { change: () => (paintAs(swatch, colour.value, index), this.change(label, { colour: colour.value || undefined })) } }, h('option', { value: '' }, 'by place'), ...colourNames.map((each) => h('option', { value: each }, each)));
    colour.value = label.colour ?? '';
    paintAs(swatch, label.colour, index);
    const risk = h('input', { type: 'checkbox', 'aria-label': `High risk: label ${place}`, on: { change: () => this.change(label, { highRisk: risk.checked || undefined }) } });
    risk.checked = label.highRisk === true;
    const button = (mark, title, run) => h('button', { type: 'button', class: 'button quiet', 'aria-label': `${title} label ${place}`, on: { click: run } }, mark);
    return h(
      'div',
      { class: 'line' },
      this.key(label, place),
      h('span', { class: 'colour' }, swatch, colour),
      name,
      id,
      input('hint', 'Hint', (field) => ({ hint: field.value })),
      h('span', { class: 'risk' }, risk),
      h('span', { class: 'moves' }, button('↑', 'Move up', () => this.move(index, -1)), button('↓', 'Move down', () => this.move(index, 1)), button(icon('cross'), 'Remove', () => this.remove(index))),
    );
  }

  /** One letter or digit; what is typed over it takes its place. */
  key(label, place) {
    const field = h('input', { type: 'text', class: 'key', 'aria-label': `Key of label ${place}`, autocomplete: 'off', spellcheck: 'false', maxlength: '1', on: { focus: () => field.select(), input: () => this.keyed(label, field) } });
    field.value = keyCap(label.key) ?? '';
    this.keys.push(field);
    return field;
  }

  keyed(label, field) {
    const key = field.value.trim().toLowerCase();
    field.value = keyCap(key);
    this.change(label, { key: key || undefined });
    this.showKeys();
  }

  /** Where a label has no key of its own, the one that it has all the same. */
  showKeys() {
    labelKeys(this.labels).forEach((key, index) => this.keys[index].setAttribute('placeholder', key ?? ''));
  }

  /** A label that was never named gets its id from its name. */
  named(label, name, idField) {
    const follows = !label.id || label.id === keyOf(label.name ?? '');
    if (!follows) return { name };
    idField.value = keyOf(name);
    return { name, id: idField.value };
  }

  change(label, values) {
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) delete label[key];
      else label[key] = value;
    }
    this.keep();
  }

  keep() {
    this.draft.set({ labels: this.labels });
  }

  redraw() {
    this.keep();
    this.show();
  }

  add() {
    this.labels.push({ id: '', name: '', hint: '' });
    this.redraw();
    this.lines.lastElementChild.querySelector('input[aria-label^=Name]').focus();
  }

  move(index, step) {
    const to = index + step;
    if (to < 0 || to >= this.labels.length) return;
    const [label] = this.labels.splice(index, 1);
    this.labels.splice(to, 0, label);
    this.redraw();
    this.lines.children[to + 1].querySelector(`button[aria-label^="Move ${step < 0 ? 'up' : 'down'}"]`).focus();
  }

  remove(index) {
    this.labels.splice(index, 1);
    this.redraw();
  }

  take() {
    const known = new Set(this.labels.map((label) => label.id));
    for (const line of this.paste.value.split('\n')) {
      const [name, hint = ''] = line.split(/\t|\s\|\s/).map((each) => each.trim());
      const id = keyOf(name ?? '');
      if (!id || known.has(id)) continue;
      known.add(id);
      this.labels.push({ id, name, hint });
    }
    this.paste.value = '';
    this.redraw();
  }
}
