// What is removed from texts before anybody sees them, tried at once on a pasted text and a file.

import { h, setText } from '../dom.js';
import { FileTrial } from './file-trial.js';
import { markedText } from './marked.js';
import { write } from './read.js';
import { setting } from './settings.js';

const OPERATORS = ['tag', 'numbered-tag', 'surrogate', 'mask', 'hash', 'date-shift', 'generalise', 'encrypt', 'keep'];
const MEANING = {
  tag: '[NAME] in its place',
  'numbered-tag': '[NAME_1], equal values equal numbers',
  surrogate: 'another, invented value',
  mask: 'all but a few characters covered',
  hash: 'a keyed hash',
  'date-shift': 'dates moved, distances kept',
  generalise: 'coarser: a year, a region',
  encrypt: 'encrypted, to be undone with the key',
  keep: 'stays',
};
const SCOPES = ['item', 'subject', 'project', 'corpus'];
const TRY_MILLIS = 500;
const lines = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean);

export class PrivacySection {
  /**
   * @param {Object} draft
   * @param {() => void} changed tells that another kind of de-identification was chosen
   */
  constructor(draft, changed) {
    this.draft = draft;
    this.changed = changed;
    this.types = [];
    this.body = h('div', { class: 'settings' });
    this.kinds = h('div', { class: 'kinds' });
    this.trial = h('textarea', { id: 'trial', on: { input: () => this.text() } });
    this.trial.value = 'Dear Anna Keller, your parcel 4711 is late. Call +44 20 7946 0958 or write to anna.keller@example.org.';
    this.result = h('div', { class: 'preview plain', 'aria-live': 'polite', id: 'tried' });
    this.file = new FileTrial(draft);
    this.element = h(
      'div',
      {},
      this.body,
      h('div', { class: 'side-by-side' }, h('div', { class: 'setting' }, h('label', { for: 'trial' }, 'Try it on a text'), this.trial, h('p', { class: 'help' }, 'Nothing of it is kept.')), h('div', { class: 'setting' }, h('span', { class: 'title' }, 'What people will see'), this.result)),
      this.file.element,
    );
    this.show();
  }

  get mode() {
    const value = this.draft.project.deidentification;
    return typeof value === 'object' && value !== null ? 'rules' : value;
  }

  get rules() {
    return this.mode === 'rules' ? this.draft.project.deidentification : {};
  }

  show() {
    const mode = h('select', { on: { change: () => this.choose(mode.value) } }, h('option', { value: 'standard' }, 'Standard: a tag in the place of all personal data'), h('option', { value: 'rules' }, 'Rules by kind'), h('option', { value: 'none' }, 'Nothing is removed'));
    mode.value = this.mode ?? 'standard';
    const controls = [
      setting({ key: 'deidentification', title: 'What happens to personal data', what: 'E-mail addresses, phone, account, card and national numbers, names and more are found before anybody sees a text; a privacy officer reviews a sample.', usual: 'Standard.' }, mode, true),
    ];
    if (this.mode === 'none') controls.push(this.reason());
    else controls.push(...this.finding());
    if (this.mode === 'rules') controls.push(this.byKind());
    this.body.replaceChildren(...controls);
    this.soon(0);
  }

  choose(mode) {
    const rules = { otherwise: 'tag', scope: 'item', types: {} };
    this.draft.set({ deidentification: mode === 'rules' ? rules : mode, deidentificationReason: mode === 'none' ? '' : undefined });
    this.show();
    this.changed();
    this.body.querySelector('select').focus();
  }

  reason() {
    const input = h('textarea', { on: { input: () => this.draft.set({ deidentificationReason: input.value }) } });
    input.value = this.draft.project.deidentificationReason ?? '';
    return setting({ key: 'deidentificationReason', title: 'Why nothing is removed', what: 'It stands in the manifest of each batch and in published datasets.', usual: '“Published texts, CC0.”' }, input, true);
  }

  finding() {
    const project = this.draft.project;
    const area = (value, change) => {
      const input = h('textarea', { class: 'code', spellcheck: 'false', on: { input: () => (change(input.value), this.soon()) } });
      input.value = value;
      return input;
    };
    const context = ['persons', 'places'].map((each) => {
      const box = h('input', { type: 'checkbox', on: { change: () => this.context(each, box.checked) } });
      box.checked = (project.recognise ?? ['persons']).includes(each);
      return h('label', { class: 'switch' }, box, each === 'persons' ? 'Persons' : 'Towns and streets');
    });
    return [
      h('div', { class: 'setting', role: 'group', 'aria-label': 'Found by context' }, h('span', { class: 'title' }, 'Found by how and where it stands'), ...context, h('p', { class: 'help' }, 'Without any list. Usual: persons.')),
      setting({ key: 'names', title: 'Known names', what: 'Staff, customers: removed wherever they stand, one a line.', usual: 'As many as are known.' }, area((project.names ?? []).join('\n'), (text) => this.draft.set({ names: lines(text) }))),
      setting({ key: 'deny', title: 'Always removed', what: 'Strings, one a line; “=” before it if capitals count, [TYPE] for its kind.', usual: 'Names of internal systems and projects.' }, area(this.draft.view.deny, (text) => this.draft.write('deny', text))),
      setting({ key: 'allow', title: 'Never removed', what: 'Strings that are no personal data although they look like it, one a line.', usual: 'The hotline everybody knows.' }, area(this.draft.view.allow, (text) => this.draft.write('allow', text))),
    ];
  }

  context(which, on) {
    const now = new Set(this.draft.project.recognise ?? ['persons']);
    if (on) now.add(which);
    else now.delete(which);
    this.draft.set({ recognise: [...now] });
    this.soon();
  }

  byKind() {
    const rules = this.rules;
    const operators = (chosen, title, change, any) => {
      const select = h('select', { 'aria-label': title, on: { change: () => change(select.value) } }, any ? h('option', { value: '' }, any) : null, ...OPERATORS.map((each) => h('option', { value: each }, `${each}: ${MEANING[each]}`)));
      select.value = chosen ?? '';
      return select;
    };
    const set = (values) => {
      this.draft.set({ deidentification: { ...this.rules, ...values } });
      this.soon();
    };
    const scope = h('select', { on: { change: () => set({ scope: scope.value }) } }, ...SCOPES.map((each) => h('option', { value: each }, each)));
    scope.value = rules.scope ?? 'item';
    const kind = (type) =>
      h('label', {}, type, operators(rules.types?.[type], type, (value) => {
        const types = { ...this.rules.types };
        if (value) types[type] = value;
        else delete types[type];
        set({ types });
      }, 'as all others'));
    this.kinds.replaceChildren(...this.types.map(kind));
    return h(
      'div',
      { class: 'setting wide' },
      h('div', { class: 'settings' }, setting({ key: 'otherwise', title: 'All kinds', what: 'Unless a kind below says something else.', usual: 'tag' }, operators(rules.otherwise ?? 'tag', 'All kinds', (value) => set({ otherwise: value }))), setting({ key: 'scope', title: 'Equal values, equal replacements within', what: 'An item; all items about one subject; the project; all projects.', usual: 'item' }, scope)),
      h('span', { class: 'title' }, 'By kind'),
      this.kinds,
    );
  }

  /** The rules have changed. */
  soon(wait = TRY_MILLIS) {
    this.text(wait);
    this.file.soon(wait);
  }

  /** The text has changed. */
  text(wait = TRY_MILLIS) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tryIt(), wait);
  }

  async tryIt() {
    if (!this.trial.value.trim()) return setText(this.result, '');
    try {
      await this.draft.flush();
      const { text, offsets, types } = await write.redact(this.draft.key, this.trial.value);
      const known = this.types.length > 0;
      this.types = types;
      if (!known && this.mode === 'rules') return this.show();
      this.result.replaceChildren(...markedText(text, offsets));
    } catch (problem) {
      setText(this.result, problem.document?.faults?.[0]?.sentence ?? problem.message);
    }
    return null;
  }

  close() {
    clearTimeout(this.timer);
    this.file.close();
  }
}
