// Giving no answer: which of two reasons, and why in the person's own words.

import { h, icon } from '../dom.js';
import { sheet } from '../theme.js';
import { texts } from '../texts.js';

const t = texts.noAnswer;

export const noAnswerStyle = sheet(`
.no-answer fieldset { border: 0; padding: 0; margin: 14px 0 0; display: grid; gap: 8px; }
.no-answer legend { padding: 0; margin-bottom: 6px; font-weight: 600; }
.no-answer .why { display: grid; grid-template-columns: 18px 1fr; gap: 2px 12px; align-items: start; padding: 9px 12px; border: 1px solid var(--line-strong); border-radius: var(--radius); cursor: pointer; }
.no-answer .why:has(:checked) { border-color: var(--accent); background: var(--accent-tint); }
.no-answer .why input { margin-top: 3px; }
.no-answer .why span { grid-column: 2; color: var(--ink-quiet); font-size: 14px; }
.no-answer .note { display: grid; gap: 6px; margin-top: 14px; font-weight: 600; }
.no-answer .note input { width: 100%; height: 40px; margin: 0; font: inherit; font-weight: 400; padding: 8px 10px; border: 1px solid var(--line-strong); border-radius: var(--radius); }
.no-answer .usual { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 8px; }
.no-answer .usual .button { min-height: 30px; font-size: 14px; }
.no-answer .actions { display: flex; justify-content: flex-end; gap: 10px; margin-top: 18px; }
.abstentions { color: var(--ink-quiet); font-size: 14px; display: grid; gap: 2px; }
.abstentions[hidden] { display: none; }
.abstentions q { color: var(--ink); }
`);

const LONGEST = 500;

function choice([code, [word, more]], onChange) {
  const input = h('input', { type: 'radio', name: 'why', value: code, on: { change: onChange } });
  return h('label', { class: 'why' }, input, h('b', {}, word), h('span', {}, more));
}

export class NoAnswerDialog {
  /** @param {(why: string, note: string) => void} onAbstain */
  constructor(onAbstain) {
    this.onAbstain = onAbstain;
    this.note = h('input', { type: 'text', maxlength: LONGEST, autocomplete: 'off', on: { input: () => this.check() } });
    this.usual = h('div', { class: 'usual', role: 'group', 'aria-label': t.usualReasons });
    this.send = h('button', { type: 'submit', class: 'button primary' }, t.send);
    const form = h(
      'form',
      { on: { submit: (event) => this.give(event) } },
      h('fieldset', {}, h('legend', {}, t.which), ...Object.entries(t.reasons).map((each) => choice(each, () => this.showUsual()))),
      h('label', { class: 'note' }, t.note, this.note),
      this.usual,
      h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', on: { click: () => this.element.close() } }, t.cancel), this.send),
    );
    this.element = h(
      'dialog',
      { class: 'no-answer', 'aria-labelledby': 'no-answer-title' },
      h(
        'header',
        {},
        h('h2', { id: 'no-answer-title' }, t.title),
        h('button', { type: 'button', class: 'button quiet', 'aria-label': texts.common.close, on: { click: () => this.element.close() } }, icon('cross')),
      ),
      h('p', {}, t.more),
      form,
    );
  }

  /** @param {{abstained: ?string, note: ?string}} item that is shown */
  open(item) {
    for (const input of this.element.querySelectorAll('[name=why]')) input.checked = input.value === (item.abstained ?? 'cannot-tell');
    this.note.value = item.note ?? '';
    this.showUsual();
    this.element.showModal();
    this.element.querySelector(':checked').focus();
  }

  get why() {
    return this.element.querySelector(':checked').value;
  }

  /** Reasons that are given often, to be taken by one click. */
  showUsual() {
    const buttons = t.usual[this.why].map((reason) => h('button', { type: 'button', class: 'button', on: { click: () => this.take(reason) } }, reason));
    this.usual.replaceChildren(...buttons);
    this.check();
  }

  take(reason) {
    this.note.value = reason;
    this.check();
    this.send.focus();
  }

  check() {
    this.send.disabled = this.note.value.trim() === '';
  }

  give(event) {
    event.preventDefault();
    const note = this.note.value.trim();
    if (!note) return;
    this.element.close();
    this.onAbstain(this.why, note);
  }
}

/** Who gave no answer to the shown item: the person, or in adjudication others, without names. */
export class AbstentionLines {
  constructor() {
    this.element = h('div', { class: 'abstentions', role: 'note', hidden: true });
  }

  show(item) {
    const lines = [];
    if (item.abstained) lines.push(h('span', {}, `${t.own[item.abstained]} `, h('q', {}, item.note)));
    for (const [why, count] of Object.entries(item.abstentions)) lines.push(h('span', {}, t.others[why](count)));
    for (const note of item.notes) lines.push(h('q', {}, note));
    this.element.hidden = lines.length === 0;
    this.element.replaceChildren(...lines);
  }
}
