// A work package in a person's hands: which item is shown, what was decided, what is missing.
// Plain values, no page. An item's answer is what its kind says; null while there is none.

import { kindOf } from '../kinds/list.js';
import { abstainedIn, answersOf, abstentionsIn } from './abstention.js';

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
      candidates: answersOf(item.candidates ?? [], this.field),
      abstentions: abstentionsIn(item.candidates ?? [], this.field),
      notes: item.notes ?? [],
      suggestion: item.suggestion?.[this.field] ?? null,
      ...this.saidIn(item.draft),
      activeSeconds: item.draft?.activeSeconds ?? 0,
      version: item.draft?.version ?? 0,
    }));
    this.undoable = [];
    this.redoable = [];
    this.recent = [];
    const first = this.firstMissing();
    this.index = first < 0 ? 0 : first;
  }

  /** What a draft says: an answer, or why there is none. */
  saidIn(draft) {
    const abstained = abstainedIn(draft, this.field);
    return {
      [this.field]: abstained ? null : (draft?.[this.field] ?? null),
      abstained,
      note: draft?.note ?? null,
      accepted: draft?.accepted ?? false,
    };
  }

  get item() {
    return this.items[this.index];
  }

  get total() {
    return this.items.length;
  }

  answered(item) {
    const answer = item[this.field];
    if (item.abstained) return true;
    return answer !== null && (this.asked.complete?.(this, answer) ?? true);
  }

  /** What is saved of an item. */
  draft(item) {
    const { abstained, note, activeSeconds, accepted } = item;
    if (abstained) return { abstained, note, activeSeconds, accepted: false };
    return { [this.field]: item[this.field], activeSeconds, accepted };
  }

  /** Whether two drafts say the same of their item, however long it took. */
  sameAnswer(one, other) {
    const [mine, others] = [this.saidIn(one), this.saidIn(other)];
    if (mine.abstained || others.abstained) return mine.abstained === others.abstained && mine.note === others.note;
    return this.asked.same(mine[this.field], others[this.field]);
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
    return this.say({ [this.field]: value, abstained: null, note: null, accepted: accepted && value !== null });
  }

  /** Gives no answer to the shown item, and says why. Tells whether nothing was said before. */
  abstain(why, note) {
    return this.say({ [this.field]: null, abstained: why, note, accepted: false });
  }

  say(said) {
    const before = this.said;
    this.undoable.push({ index: this.index, before });
    Object.assign(this.item, said);
    this.redoable = [];
    this.remember(this.index);
    return before[this.field] === null && before.abstained === null;
  }

  get said() {
    const { item, field } = this;
    return { [field]: item[field], abstained: item.abstained, note: item.note, accepted: item.accepted };
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
    to.push({ index: last.index, before: this.said });
    Object.assign(this.item, last.before);
    this.remember(last.index);
    return true;
  }

  /** Takes over what the server holds for an item that was saved elsewhere. */
  takeOver(assignment, current) {
    const index = this.indexOf(assignment);
    const item = this.items[index];
    Object.assign(item, this.saidIn(current));
    item.activeSeconds = Math.max(item.activeSeconds, current.activeSeconds ?? 0);
    this.undoable = this.undoable.filter((step) => step.index !== index);
    this.redoable = this.redoable.filter((step) => step.index !== index);
    if (!this.answered(item)) this.forget(index);
    return index;
  }

  /** Believes the server where it holds no answer for items. */
  withoutAnswer(assignments) {
    for (const item of this.items) {
      if (assignments.includes(item.assignment) && this.answered(item)) Object.assign(item, this.saidIn(null));
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
