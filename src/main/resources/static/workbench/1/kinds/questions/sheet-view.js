// The workbench where several questions are asked: all of them in a line, the one in hand below it.

import { h, setText } from '../../dom.js';
import { colourLabels } from '../../palette.js';
import { underline } from '../../item/suggestion.js';
import { WorkbenchView } from '../../item/workbench-view.js';
import { texts } from '../../texts.js';
import { saidOf } from './sheet.js';
import { askedOf } from './sheet-model.js';
import { SheetPart } from './sheet-parts.js';
import { words } from './words.js';

export class SheetView extends WorkbenchView {
  constructor(answer, work, actions) {
    super(answer, work, actions);
    this.reader.addEventListener('mousedown', (event) => this.marking && this.editor.press(event));
  }

  makeDecide(work) {
    const actions = { ...this.actions, drawn: (id) => this.point(id) };
    this.parts = work.rules.questions.map((question) => new SheetPart(work, question, actions));
    this.marks = this.parts.find((part) => part.of.editor) ?? null;
    this.active = this.parts[0];
    this.steps = h('ol', { class: 'questions', 'aria-label': words.questions });
    this.ask = h('h2', { class: 'ask', id: 'question-in-hand' });
    this.candidates = h('div', { class: 'given' });
    this.asking = h('div', { class: 'asking', role: 'group', 'aria-labelledby': 'question-in-hand' });
    return h('div', { class: 'decide sheet' }, this.steps, this.ask, this.candidates, this.asking);
  }

  makeText() {
    this.text = this.marks ? this.editor.text : h('div', { class: 'text' });
    return this.text;
  }

  get editor() {
    return this.marks.of.editor;
  }

  get choice() {
    return this.active.of.choice ?? { focused: false, finder: null, focus() {} };
  }

  /** Whether the question in hand marks the text. */
  get marking() {
    return !this.done && !this.decide.inert && this.active === this.marks;
  }

  showItem(work) {
    const { item } = work;
    this.showPosition(work);
    this.showUnseen(work, item.candidates);
    const fresh = this.shown !== item;
    if (this.marks) this.showMarks(item, fresh);
    if (fresh || this.reader.firstChild !== this.measure) {
      if (!this.marks) this.showText(item);
      this.showMedia(work);
      this.arrive(item);
    }
    this.showQuestion(work);
    this.suggestion.show(work);
  }

  showMarks(item, fresh) {
    colourLabels(this.marks.part.labels);
    const spans = this.marks.valueOf(item.answers);
    if (fresh) this.editor.open(item.text, spans);
    else this.editor.take(spans);
  }

  showOpening(work) {
    underline([]);
    super.showOpening(work);
  }

  /** All questions with what is answered, and the one in hand with what answers it. */
  showQuestion(work) {
    const { item } = work;
    const asked = askedOf(work.rules.questions, item.answers);
    const place = asked.indexOf(this.active.question);
    this.steps.replaceChildren(...asked.map((question, index) => this.step(work, question, index)));
    setText(this.ask, this.active.question.ask);
    if (!this.active.question.required) this.ask.append(' ', h('span', { class: 'may' }, words.optional));
    this.ask.setAttribute('aria-label', `${words.place(place + 1, asked.length)}: ${this.active.question.ask}`);
    if (this.asking.firstChild !== this.active.of.element) this.asking.replaceChildren(this.active.of.element);
    this.active.show(item);
    this.showAnswersGiven(work, item.candidates);
    this.showRole(work);
    this.showSuggested(item);
  }

  step(work, question, index) {
    const said = saidOf(work, question, work.item.answers);
    const current = question === this.active.question;
    const button = h(
      'button',
      {
        type: 'button',
        class: said ? 'question answered' : 'question',
        'aria-current': current ? 'step' : null,
        'aria-label': `${index + 1}. ${question.ask} ${said || words.open}`,
        on: { click: () => this.actions.askAgain(question) },
      },
      h('b', {}, String(index + 1)),
      h('span', { class: 'what' }, question.ask),
      h('span', { class: 'said', dir: 'auto' }, said),
    );
    return h('li', {}, button);
  }

  /** What others answered to the question in hand, each answer once, without names. */
  showAnswersGiven(work, candidates) {
    const values = candidates.map((answers) => this.active.valueOf(answers)).filter((value) => value !== null);
    const once = values.filter((value, at) => values.findIndex((other) => this.active.kind.same(other, value)) === at);
    this.candidates.hidden = once.length === 0;
    const buttons = once.map((value) => {
      const said = this.active.kind.inWords(value, this.active.part.labelName);
      return h('button', { type: 'button', class: 'button take', title: words.take(said), on: { click: () => this.actions.answer(value) } }, said);
    });
    this.candidates.replaceChildren(words.given, ...buttons);
  }

  /** While the text is marked it takes the arrow keys for itself, as an application does. */
  showRole(work) {
    this.reader.setAttribute('role', this.marking ? 'application' : 'region');
    this.reader.setAttribute('aria-label', this.marking ? texts.spans.text(work.index + 1, work.total) : words.item(work.index + 1, work.total));
    if (this.marking) this.reader.setAttribute('aria-describedby', this.editor.bar.hint.id);
    else this.reader.removeAttribute('aria-describedby');
  }

  /** Where suggested marks lie, as long as nothing is marked. */
  showSuggested(item) {
    const spans = this.marks && this.marks.valueOf(item.answers) === null ? this.marks.valueOf(item.suggestion) : null;
    underline((spans ?? []).map((span) => this.editor.view.rangeOf(span)));
  }

  /** @param {string|null} id of the mark in focus */
  point(id) {
    if (id && this.marking) this.reader?.setAttribute('aria-activedescendant', id);
    else this.reader?.removeAttribute('aria-activedescendant');
  }
}
