// What is wrong with a draft, what it changes, and how it becomes a version.

import { table } from '../audit/parts.js';
import { h, setText } from '../dom.js';
import { read, write } from './read.js';
import { fieldName, sectionOf, sections } from './words.js';

export class PublishSection {
  /**
   * @param {Draft} draft
   * @param {{mark: (faulty: Set<string>) => void, again: () => void}} page
   */
  constructor(draft, page) {
    this.draft = draft;
    this.page = page;
    this.checked = h('div', { 'aria-live': 'polite' });
    this.message = h('p', { class: 'message', role: 'status' });
    this.note = h('input', { type: 'text', id: 'note', autocomplete: 'off' });
    this.note.value = draft.view.note ?? (draft.view.base ? '' : 'First version.');
    this.element = h('div', {}, this.checked, this.deciding(), this.message);
  }

  button(words, run, kind = '') {
    return h('button', { type: 'button', class: `button ${kind}`, on: { click: () => this.run(run) } }, words);
  }

  deciding() {
    const { view } = this.draft;
    if (view.state !== 'waiting') {
      const words = view.wantsSecondPerson ? 'Ask for the second person' : 'Publish';
      return h(
        'div',
        {},
        h('div', { class: 'setting wide' }, h('label', { for: 'note' }, 'What this version changes'), this.note, h('p', { class: 'help' }, view.wantsSecondPerson ? 'A second person reads it with the changes above, and publishes.' : 'It stands in the list of versions. The next batch uses the version; batches under way keep theirs.')),
        h('div', { class: 'actions' }, this.button(words, () => this.publish(), 'primary'), this.button('Check again', () => this.check()), this.button('Give the draft up', () => this.discard(), 'quiet')),
      );
    }
    this.reason = h('input', { type: 'text', id: 'reason', autocomplete: 'off' });
    const sentence = h('p', {}, `${view.askedBy} asks for a second person: “${view.note}”`);
    if (!view.mayDecide) {
      return h('div', {}, sentence, h('p', { class: 'note' }, 'Another data manager publishes it.'), h('div', { class: 'actions' }, this.button('Take it back', () => this.decide(false))));
    }
    return h('div', {}, sentence, h('div', { class: 'setting wide' }, h('label', { for: 'reason' }, 'Why it is sent back'), this.reason), h('div', { class: 'actions' }, this.button('Publish', () => this.decide(true), 'primary'), this.button('Send it back', () => this.decide(false))));
  }

  async run(action) {
    this.say('');
    try {
      await this.draft.flush();
      // Reaching a button begins a check, and what has become a version is no draft to be checked.
      await this.checking;
      await action();
    } catch (problem) {
      this.say(problem.message, 'bad');
      if (problem.document?.faults) await this.check().catch(() => null);
    }
  }

  /** A check after the one that is under way, if one is. */
  async check() {
    await this.checking;
    await this.draft.flush();
    const asked = read.check(this.draft.key);
    this.checking = asked.catch(() => null);
    this.show(await asked);
  }

  show({ faults, changes, more }) {
    this.page.mark(new Set(faults.map((fault) => sectionOf(fault.where))));
    const title = (where) => sections.find(([id]) => id === sectionOf(where))[1];
    const fault = (each) => h('li', {}, h('b', {}, `${title(each.where)}: `), each.sentence.replace(/^project\.yaml: /, ''));
    const verdict = faults.length ? h('ul', { class: 'faults' }, ...faults.map(fault)) : h('p', { class: 'clean' }, 'Nothing is wrong with it.');
    const rows = changes.map((change) => [fieldName(change.where), h('span', { class: 'before' }, change.before), h('span', { class: 'after' }, change.after)]);
    const difference = this.draft.view.base
      ? [h('h3', {}, `What differs from version ${this.draft.view.newest}`), changes.length ? h('div', { class: 'changes' }, table(['Field', 'Before', 'Now'], rows, 'Changes')) : h('p', { class: 'none' }, 'Nothing so far.'), more ? h('p', { class: 'note' }, `${more} more.`) : null]
      : [];
    this.checked.replaceChildren(verdict, ...difference.filter(Boolean));
  }

  async publish() {
    const { published } = await write.publish(this.draft.key, this.note.value);
    if (published) location.hash = '#/projects';
    else this.page.again();
  }

  async decide(approves) {
    await write.decide(this.draft.key, approves, this.reason?.value ?? '');
    if (approves) location.hash = '#/projects';
    else this.page.again();
  }

  async discard() {
    await write.discard(this.draft.key);
    location.hash = '#/projects';
  }

  say(sentence, tone = '') {
    this.message.className = `message ${tone}`;
    setText(this.message, sentence);
  }
}
