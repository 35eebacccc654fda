// A person's work on a package in which several questions are asked about each item.

import { preferences } from '../../session/preferences.js';
import { PackageSession } from '../../session/session.js';
import { keyAction, OWN_KEYS } from '../../session/keys.js';
import { toggled } from '../classes/classes.js';
import { spanKeyAction } from '../spans/span-keys.js';
import { spoken } from '../../item/suggestion.js';
import { answering, askedOf, complete } from './sheet-model.js';
import { saidOf } from './sheet.js';
import { SheetView } from './sheet-view.js';
import { words } from './words.js';

export class SheetSession extends PackageSession {
  makeView(answer) {
    Object.assign(this.actions, {
      change: (spans) => this.answer(spans, false),
      answer: (value) => this.answer(value, true),
      nextQuestion: () => this.nextQuestion(),
      askAgain: (question) => this.ask(question),
      nothing: () => this.nothing(),
      say: (sentence) => this.host.say(sentence),
      complain: (sentence) => this.host.notice.show('care', sentence),
      refocus: () => this.view.focusItem(),
    });
    return new SheetView(answer, this.work, this.actions);
  }

  get questions() {
    return this.work.rules.questions;
  }

  get asked() {
    return askedOf(this.questions, this.work.item.answers);
  }

  /** Shows the item with the first question that is not answered, or the one in hand. */
  show() {
    if (this.askedItem !== this.work.item || !this.asked.includes(this.view.active.question)) {
      this.askedItem = this.work.item;
      const { answers } = this.work.item;
      const open = this.asked.find((question) => answers?.[question.id] === undefined) ?? this.asked[0];
      this.view.active = this.view.parts.find((part) => part.question === open);
    }
    super.show();
  }

  ask(question) {
    this.view.active = this.view.parts.find((part) => part.question === question);
    this.settle();
    this.show();
    if (!this.view.answering) this.view.focusItem();
    this.host.say(question.ask);
  }

  keyAction(event) {
    if (this.opening) return null;
    const origin = event.composedPath()[0];
    const own = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !origin.matches?.(OWN_KEYS);
    if (own && !this.view.done && event.key === 'Enter') return this.enter(event, origin);
    const { active } = this.view;
    if (own && !this.view.done && event.key === '0' && active.field === 'classes') return event.repeat ? () => {} : () => this.nothing();
    const side = { actions: this.actions, work: { labels: active.part.labels }, view: this.view };
    return this.view.marking ? spanKeyAction(event, this.markingSide(side)) : keyAction(event, side);
  }

  /** A button keeps its own Enter, but for those that answer. */
  enter(event, origin) {
    const radios = this.view.choice.radios ?? [];
    if (origin.matches?.('button, a') && !radios.includes(origin)) return null;
    if (event.repeat) return () => {};
    return event.shiftKey ? () => this.questionBefore() : () => this.nextQuestion();
  }

  markingSide({ actions, work }) {
    const { view } = this;
    return {
      actions: { ...actions, finishItem: () => this.nextQuestion(), redo: () => this.redo() },
      work,
      view: { editor: view.editor, done: view.done, choosing: false, editing: true, itemFocused: view.itemFocused },
    };
  }

  /** What a label does: it is the answer, or for several classes one more or less of it. */
  choose(label) {
    if (this.view.done || this.submitting) return;
    this.view.choice.finder?.clear();
    const { active } = this.view;
    const now = active.valueOf(this.work.item.answers);
    if (label === null) {
      this.answer(null, false);
      this.host.say(words.cleared);
    } else if (active.field === 'classes') {
      const ids = toggled(now, label);
      this.answer(ids.length ? ids : null, false);
    } else {
      this.answer(active.field === 'scale' ? Number(label) : label, true);
    }
  }

  nothing() {
    const { active } = this.view;
    if (this.submitting) return;
    if (active.field === 'classes' && active.question.rules.noneAllowed) this.answer([], true);
    else if (active.of.editor && (active.valueOf(this.work.item.answers)?.length === 0 || active.of.editor.nothing())) this.goOn();
  }

  /**
   * Answers the question in hand.
   * @param {boolean} onward whether the answer is whole, so that the next question may come
   */
  answer(value, onward) {
    const { active } = this.view;
    if (this.submitting) return;
    const answers = answering(this.questions, this.work.item.answers, { id: active.id, field: active.field }, value);
    this.work.decide(answers, this.work.item.accepted);
    this.leaveItem(true);
    this.settle();
    if (onward) this.goOn();
    else if (active.of.editor) this.showKept();
    else this.show();
  }

  /** While somebody marks, the text stays as it is: only what stands around it is shown anew. */
  showKept() {
    this.view.showQuestion(this.work);
    this.refresh();
  }

  goOn() {
    if (preferences.autoAdvance) this.nextQuestion();
    else this.show();
  }

  /** The question after the one in hand; after the last one the next item. */
  nextQuestion() {
    const { active } = this.view;
    const { answers, abstained } = this.work.item;
    if (abstained) {
      this.nextItem();
      return;
    }
    if (active.question.required && answers?.[active.id] === undefined) {
      this.host.notice.show('care', words.notAnswered);
      return;
    }
    const next = this.asked[this.asked.indexOf(active.question) + 1];
    if (next) this.ask(next);
    else this.finishItem();
  }

  questionBefore() {
    const before = this.asked[this.asked.indexOf(this.view.active.question) - 1];
    if (before) this.ask(before);
  }

  finishItem() {
    const { work } = this;
    const { answers } = work.item;
    if (!complete(this.questions, answers)) {
      this.ask(this.asked.find((question) => question.required && answers?.[question.id] === undefined));
      this.host.notice.show('care', words.notAnswered);
      return;
    }
    this.nextItem();
  }

  takeOver(suggestion) {
    if (this.submitting) return;
    this.work.decide(suggestion, true);
    this.leaveItem(true);
    this.settle();
    this.show();
    this.host.say(words.tookOver);
  }

  redo() {
    if (this.submitting || !this.work.redo()) return;
    this.save(this.work.item);
    this.show();
  }

  sayItem(prefix = '') {
    const { question } = this.view.active;
    const said = this.abstention ?? (saidOf(this.work, question, this.work.item.answers) || words.open);
    this.host.say(`${prefix} ${words.item(this.work.index + 1, this.work.total)}. ${question.ask} ${said}. ${spoken(this.work)}`.trim());
  }
}
