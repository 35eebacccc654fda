// The labels of a project: names, colours, the digit that gives each, and whole lists pasted.

import { h, icon, setText } from '../dom.js';
import { colourNames, paintAs } from '../palette.js';
import { keyOf } from './begin.js';

const HEADS = ['Key', 'Colour', 'Name', 'Id', 'Hint', 'High risk', ''];
const MOST = 1000;

export class LabelTable {
  constructor(draft) {
    this.draft = draft;
    this.labels = draft.project.labels ?? [];
    this.lines = h('div', { class: 'labels' });
    this.count = h('p', { class: 'note', role: 'status' });
    this.paste = h('textarea', { id: 'paste', 'aria-describedby': 'paste-help', spellcheck: 'false' });
    this.element = h(
      'div',
      {},
      h('p', { class: 'note' }, 'The first nine are given by the digit keys; with more, all are found by typing a part of the name. An id stays as it is once items are labelled; name and hint may change. High risk: a reviewer decides as soon as people disagree and one of them named it.'),
      this.count,
      this.lines,
      h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', on: { click: () => this.add() } }, 'Add a label')),
      h(
        'div',
        { class: 'setting wide' },
        h('label', { for: 'paste' }, 'Paste a list of names'),
        this.paste,
        h('p', { class: 'help', id: 'paste-help' }, 'One name a line; a tab or a bar before a hint: “Billing | Bills, charges, refunds”. What is there already stays.'),
        h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', on: { click: () => this.take() } }, 'Take the list')),
      ),
    );
    this.show();
  }

  show() {
    const names = h('div', { class: 'names', 'aria-hidden': 'true' }, ...HEADS.map((head) => h('span', {}, head)));
    this.lines.replaceChildren(names, ...this.labels.map((label, index) => this.line(label, index)));
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
      h('span', { class: 'digit' }, index < 9 ? String(place) : ''),
      h('span', { class: 'colour' }, swatch, colour),
      name,
      id,
      input('hint', 'Hint', (field) => ({ hint: field.value })),
      h('span', { class: 'risk' }, risk),
      h('span', { class: 'moves' }, button('↑', 'Move up', () => this.move(index, -1)), button('↓', 'Move down', () => this.move(index, 1)), button(icon('cross'), 'Remove', () => this.remove(index))),
    );
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
