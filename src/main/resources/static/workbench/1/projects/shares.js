// Into which parts datasets are divided, how deliveries are written, and what their columns are.

import { h } from '../dom.js';
import { setting } from './settings.js';

const USES = [
  ['keep', 'shown below the text as it is'],
  ['text', 'shown below the text, personal data in it removed'],
  ['subject', 'whom the row is about: equal subjects, equal replacements; not kept'],
  ['drop', 'not kept'],
];

/** "train 80" a line each as an object, in the order of the lines. */
const parts = (text) =>
  Object.fromEntries(
    text
      .split('\n')
      .map((line) => line.trim().split(/[\s:]+/))
      .filter(([name]) => name)
      .map(([name, percent]) => [name, Number(percent)]),
  );

export class SharesSection {
  constructor(draft) {
    this.draft = draft;
    this.columns = h('div', { class: 'settings' });
    this.element = h('div', {}, h('div', { class: 'settings' }, this.splits(), this.encoding(), this.named('text', 'Column of the text', 'How your files call what is labelled. Empty: text.'), this.named('id', 'Column of your own number', 'How your files call the number that a row has with you. Empty: id; files without it are fine.')), this.columns);
    this.showColumns();
  }

  splits() {
    const input = h('textarea', { class: 'code', spellcheck: 'false', on: { input: () => this.draft.set({ splits: input.value.trim() ? parts(input.value) : undefined }) } });
    input.value = Object.entries(this.draft.project.splits ?? {}).map(([name, percent]) => `${name} ${percent}`).join('\n');
    return setting({ key: 'splits', title: 'Parts of a published dataset', what: 'A part and its percentage a line, together 100. What is equal or nearly so stays in one part. Empty: one part.', usual: 'train 80, validation 10, test 10.' }, input);
  }

  encoding() {
    return setting({ key: 'encoding', title: 'Encoding of deliveries', what: 'Of text files that do not say it and are not UTF-8.', usual: 'Empty; windows-1252 for exports of older programs.' }, this.ofDelivery('encoding', 'UTF-8'));
  }

  named(key, title, what) {
    return setting({ key, title, what, usual: 'As the first line of a CSV or the field of JSON Lines names it.' }, this.ofDelivery(key, key));
  }

  /** A field of how deliveries are written; what is empty is left out. */
  ofDelivery(key, placeholder) {
    const change = () => {
      const { [key]: before, ...others } = this.draft.project.delivery ?? {};
      const delivery = input.value.trim() ? { ...others, [key]: input.value.trim() } : others;
      this.draft.set({ delivery: Object.keys(delivery).length ? delivery : undefined });
    };
    const input = h('input', { type: 'text', placeholder, spellcheck: 'false', autocomplete: 'off', on: { input: change } });
    input.value = this.draft.project.delivery?.[key] ?? '';
    return input;
  }

  get rules() {
    const value = this.draft.project.deidentification;
    return typeof value === 'object' && value !== null ? value : null;
  }

  showColumns() {
    const help = h('p', { class: 'note' }, 'A delivery with further columns is refused until each is named here with what is done with it; that needs “Rules by kind” under De-identification.');
    if (!this.rules) {
      this.columns.replaceChildren(h('div', { class: 'setting wide' }, h('span', { class: 'title' }, 'Columns beside id and text'), help));
      return;
    }
    const columns = this.rules.columns ?? {};
    const put = (next) => this.draft.set({ deidentification: { ...this.rules, columns: next } });
    const row = ([name, use]) => {
      const others = USES.some(([value]) => value === use) ? [] : [[use, use]];
      const select = h('select', { 'aria-label': `What ${name} is`, on: { change: () => put({ ...this.rules.columns, [name]: select.value }) } }, ...[...USES, ...others].map(([value, meaning]) => h('option', { value }, `${value}: ${meaning}`)));
      select.value = use;
      const gone = h('button', { type: 'button', class: 'button quiet', on: { click: () => this.without(name) } }, 'Remove');
      return h('div', { class: 'actions' }, h('b', {}, name), select, gone);
    };
    const input = h('input', { type: 'text', 'aria-label': 'Name of a further column', placeholder: 'column', spellcheck: 'false' });
    const add = h('button', { type: 'button', class: 'button', on: { click: () => input.value.trim() && (put({ ...this.rules.columns, [input.value.trim()]: 'keep' }), this.showColumns()) } }, 'Add');
    this.columns.replaceChildren(h('div', { class: 'setting wide' }, h('span', { class: 'title' }, 'Columns beside id and text'), help, ...Object.entries(columns).map(row), h('div', { class: 'actions' }, input, add)));
  }

  without(name) {
    const { [name]: gone, ...columns } = this.rules.columns ?? {};
    if (gone === undefined) return;
    this.draft.set({ deidentification: { ...this.rules, columns } });
    this.showColumns();
  }
}
