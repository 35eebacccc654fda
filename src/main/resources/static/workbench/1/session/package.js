// A work package in a person's hands: which item is shown, what was decided, what is missing.
// Plain values, no page. An item's answer is what its kind says; null while there is none.

import { kindOf } from '../kinds/list.js';

const RECENT = 10;

export class WorkPackage {
  /** @param {Object} answer what the server gave for the package */
  constructor(answer) {
    this.id = answer.package;
    this.kind = answer.kind;
    this.asked = kindOf(answer.task);
    this.field = this.asked.field;
    this.labels = answer.labels;
    this.rules = answer.rules ?? {};
    this.lookAgain = Boolean(answer.lookAgain);
    this.items = answer.items.map((item) => ({
      assignment: item.assignment,
      text: item.textFollows ? null : item.text,
      media: item.media ?? null,
      candidates: item.candidates ?? [],
      suggestion: item.suggestion?.[this.field] ?? null,
      [this.field]: item.draft?.[this.field] ?? null,
      accepted: item.draft?.accepted ?? false,
      activeSeconds: item.draft?.activeSeconds ?? 0,
      version: item.draft?.version ?? 0,
    }));
    this.undoable = [];
    this.redoable = [];
    this.recent = [];
    const first = this.firstMissing();
    this.index = first < 0 ? 0 : first;
  }

  get item() {
    return this.items[this.index];
  }

  get total() {
    return this.items.length;
  }

  answered(item) {
    const answer = item[this.field];
    return answer !== null && (this.asked.complete?.(this, answer) ?? true);
  }

  /** What is saved of an item. */
  draft(item) {
    return { [this.field]: item[this.field], activeSeconds: item.activeSeconds, accepted: item.accepted };
  }

  /** Whether two drafts say the same of their item, however long it took. */
  sameAnswer(one, other) {
    return this.asked.same(one[this.field], other[this.field]);
  }

  get done() {
    return this.items.reduce((count, item) => count + (this.answered(item) ? 1 : 0), 0);
  }

  get missing() {
    return this.total - this.done;
  }

  get activeSeconds() {
    return this.items.reduce((sum, item) => sum + item.activeSeconds, 0);
  }

  labelIndex(id) {
    return this.labels.findIndex((label) => label.id === id);
  }

  labelName(id) {
    return this.labels.find((label) => label.id === id)?.name ?? id;
  }

  indexOf(assignment) {
    return this.items.findIndex((item) => item.assignment === assignment);
  }

  /** Place of the first item without a label, from `start` on and then from the front; -1 for none. */
  firstMissing(start = 0) {
    for (let step = 0; step < this.total; step++) {
      const index = (start + step) % this.total;
      if (!this.answered(this.items[index])) return index;
    }
    return -1;
  }

  goTo(index) {
    this.index = Math.max(0, Math.min(this.total - 1, index));
  }

  /**
   * Answers the shown item, or takes its answer away with null. Tells whether it had none before.
   * @param {boolean} accepted taken over from the suggestion
   */
  decide(value, accepted = false) {
    const before = this.item[this.field];
    this.undoable.push({ index: this.index, before, acceptedBefore: this.item.accepted });
    this.item[this.field] = value;
    this.item.accepted = accepted && value !== null;
    this.redoable = [];
    this.remember(this.index);
    return before === null;
  }

  /**
   * Goes where work goes on after a decision: the next item without a label; for a correction in a
   * finished package the next item. Answers false when the package has just been completed.
   */
  advance(wasMissing) {
    const missing = this.firstMissing(this.index + 1);
    if (missing >= 0) this.goTo(missing);
    else if (wasMissing) return false;
    else this.goTo(this.index + 1);
    return true;
  }

  /** Takes the last decision back and shows its item; false when there is none. */
  undo() {
    return this.step(this.undoable, this.redoable);
  }

  /** Takes the last undo back and shows its item; false when there is none. */
  redo() {
    return this.step(this.redoable, this.undoable);
  }

  step(from, to) {
    const last = from.pop();
    if (!last) return false;
    this.goTo(last.index);
    to.push({ index: last.index, before: this.item[this.field], acceptedBefore: this.item.accepted });
    this.item[this.field] = last.before;
    this.item.accepted = last.acceptedBefore;
    this.remember(last.index);
    return true;
  }

  /** Takes over what the server holds for an item that was saved elsewhere. */
  takeOver(assignment, current) {
    const index = this.indexOf(assignment);
    const item = this.items[index];
    item[this.field] = current[this.field] ?? null;
    item.accepted = current.accepted ?? false;
    item.activeSeconds = Math.max(item.activeSeconds, current.activeSeconds ?? 0);
    this.undoable = this.undoable.filter((step) => step.index !== index);
    this.redoable = this.redoable.filter((step) => step.index !== index);
    if (!this.answered(item)) this.forget(index);
    return index;
  }

  /** Believes the server where it holds no answer for items. */
  withoutAnswer(assignments) {
    for (const item of this.items) {
      if (assignments.includes(item.assignment) && this.answered(item)) item[this.field] = null;
    }
    this.recent = this.recent.filter((index) => this.answered(this.items[index]));
  }

  remember(index) {
    this.forget(index);
    if (!this.answered(this.items[index])) return;
    this.recent.unshift(index);
    this.recent.length = Math.min(this.recent.length, RECENT);
  }

  forget(index) {
    this.recent = this.recent.filter((other) => other !== index);
  }
}
