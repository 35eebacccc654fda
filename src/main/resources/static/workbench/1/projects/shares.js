// Into which parts datasets are divided, and how deliveries are written.

import { h } from '../dom.js';
import { ColumnsSection } from './columns.js';
import { setting } from './settings.js';

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
  /**
   * @param {Object} draft
   * @param {() => void} changed tells that the rules of de-identification are others now
   */
  constructor(draft, changed) {
    this.draft = draft;
    this.columns = new ColumnsSection(draft, changed);
    this.element = h('div', {}, h('div', { class: 'settings' }, this.splits(), this.encoding()), this.columns.element);
  }

  /** De-identification decides what may be done with columns. */
  refresh() {
    this.columns.show();
    this.columns.look();
  }

  splits() {
    const input = h('textarea', { class: 'code', spellcheck: 'false', on: { input: () => this.draft.set({ splits: input.value.trim() ? parts(input.value) : undefined }) } });
    input.value = Object.entries(this.draft.project.splits ?? {}).map(([name, percent]) => `${name} ${percent}`).join('\n');
    return setting({ key: 'splits', title: 'Parts of a published dataset', what: 'A part and its percentage a line, together 100. What is equal or nearly so stays in one part. Empty: one part.', usual: 'train 80, validation 10, test 10.' }, input);
  }

  encoding() {
    const input = h('input', { type: 'text', placeholder: 'UTF-8', spellcheck: 'false', autocomplete: 'off', on: { input: () => this.columns.put('encoding', input.value.trim()), change: () => this.columns.look() } });
    input.value = this.draft.project.delivery?.encoding ?? '';
    return setting({ key: 'encoding', title: 'Encoding of deliveries', what: 'Of text files that do not say it and are not UTF-8.', usual: 'Empty; windows-1252 for exports of older programs.' }, input);
  }
}
