// A work package in a person's hands: which item is shown, what was decided, what is missing.
// Plain values, no page.

const RECENT = 10;

export class WorkPackage {
  /** @param {Object} answer what the server gave for the package */
  constructor(answer) {
    this.id = answer.package;
    this.labels = answer.labels;
    this.items = answer.items.map((item) => ({
      assignment: item.assignment,
      text: item.text,
      candidates: item.candidates ?? [],
      suggestion: item.suggestion?.label ?? null,
      label: item.draft?.label ?? null,
      accepted: item.draft?.accepted ?? false,
      activeSeconds: item.draft?.activeSeconds ?? 0,
      version: item.draft?.version ?? 0,
    }));
    this.undoable = [];
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

  get done() {
    return this.items.reduce((count, item) => count + (item.label === null ? 0 : 1), 0);
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
      if (this.items[index].label === null) return index;
    }
    return -1;
  }

  goTo(index) {
    this.index = Math.max(0, Math.min(this.total - 1, index));
  }

  /**
   * Labels the shown item, or removes its label with null. Answers whether it had none before.
   * @param {boolean} accepted taken over from the suggestion
   */
  decide(label, accepted = false) {
    const before = this.item.label;
    this.undoable.push({ index: this.index, before, acceptedBefore: this.item.accepted });
    this.item.label = label;
    this.item.accepted = accepted;
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
    const last = this.undoable.pop();
    if (!last) return false;
    this.goTo(last.index);
    this.item.label = last.before;
    this.item.accepted = last.acceptedBefore;
    if (last.before === null) this.forget(last.index);
    else this.remember(last.index);
    return true;
  }

  /** Takes over what the server holds for an item that was saved elsewhere. */
  takeOver(assignment, current) {
    const index = this.indexOf(assignment);
    const item = this.items[index];
    item.label = current.label;
    item.accepted = current.accepted ?? false;
    item.activeSeconds = Math.max(item.activeSeconds, current.activeSeconds ?? 0);
    this.undoable = this.undoable.filter((step) => step.index !== index);
    if (current.label === null) this.forget(index);
    return index;
  }

  /** Believes the server where it holds no label for items. */
  withoutLabel(assignments) {
    for (const item of this.items) {
      if (assignments.includes(item.assignment)) item.label = null;
    }
    this.recent = this.recent.filter((index) => this.items[index].label !== null);
  }

  remember(index) {
    this.forget(index);
    if (this.items[index].label === null) return;
    this.recent.unshift(index);
    this.recent.length = Math.min(this.recent.length, RECENT);
  }

  forget(index) {
    this.recent = this.recent.filter((other) => other !== index);
  }
}
