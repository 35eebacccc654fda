// What is decided of which item, what can be undone, and what the server has of it.

import { PlaceWalk, toCodePoint } from '../text/codepoints.js';

const RETRY_MILLIS = 3000;

/** From the server's code points to the browser's units; marks come in the order of the text. */
function inUnits(text, marks) {
  const walk = new PlaceWalk(text);
  return marks.map(({ start, end, type }) => ({ start: walk.units(start), end: walk.units(end), type }));
}

export class ReviewModel {
  /**
   * @param {Object} review as the server gave it
   * @param {{put: (id: string, body: Object) => Promise<void>, changed: () => void, refused: (problem: Error) => void}} outside
   */
  constructor(review, outside) {
    this.outside = outside;
    this.types = review.types;
    this.items = review.items.map((item) => ({
      id: item.id,
      text: null,
      decision: item.decision,
      media: item.media ?? null,
      areas: item.areas ?? [],
      doubtful: item.doubtful ?? [],
    }));
    review.items.forEach((item, index) => item.textFollows || this.fill(this.items[index], item));
    this.history = [];
    this.pending = new Set();
    this.state = 'saved';
    this.at = Math.max(0, this.nextUndecided(-1));
  }

  /** Takes an item's text, which may have come later than the sheet. */
  fill(item, { text, marks, spans }) {
    Object.assign(item, { text, masks: inUnits(text, marks), spans: inUnits(text, spans) });
  }

  get item() {
    return this.items[this.at];
  }

  get total() {
    return this.items.length;
  }

  count(decision) {
    return this.items.filter((item) => item.decision === decision).length;
  }

  get undecided() {
    return this.count('undecided');
  }

  /** The first undecided item behind a place, around the end; -1 when all are decided. */
  nextUndecided(from) {
    const order = [...this.items.keys()].map((step) => (from + 1 + step) % this.total);
    return order.find((index) => this.items[index].decision === 'undecided') ?? -1;
  }

  decide(decision, spans, areas = this.item.areas) {
    const { item } = this;
    this.history.push({ at: this.at, decision: item.decision, spans: item.spans, areas: item.areas });
    this.set(item, decision, spans, areas);
  }

  /** Takes the last decision back and goes to its item. */
  undo() {
    const last = this.history.pop();
    if (!last) return false;
    this.at = last.at;
    this.set(this.item, last.decision, last.spans, last.areas);
    return true;
  }

  set(item, decision, spans, areas) {
    Object.assign(item, { decision, spans, areas });
    this.pending.add(item);
    this.save();
  }

  body(item) {
    const place = (unit) => toCodePoint(item.text, unit);
    return {
      decision: item.decision,
      areas: item.areas,
      spans: item.spans.map(({ start, end, type }) => ({ start: place(start), end: place(end), text: item.text.slice(start, end), type })),
    };
  }

  /** Sends one item after the other, the latest decision of each; resolves when all are there. */
  save() {
    this.saving ??= this.sendAll().finally(() => (this.saving = null));
    return this.saving;
  }

  async sendAll() {
    while (this.pending.size) {
      const [item] = this.pending;
      this.pending.delete(item);
      this.tell('saving');
      try {
        await this.outside.put(item.id, this.body(item));
      } catch (problem) {
        if (!(await this.again(item, problem))) return;
      }
    }
    this.tell('saved');
  }

  /** After a failure that passes, the item is tried once more, unless the page has gone. */
  async again(item, problem) {
    if (problem.passing && !this.ended) {
      this.pending.add(item);
      this.tell('waiting');
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLIS));
      return !this.ended;
    }
    if (problem.signedOut) this.pending.add(item);
    this.tell(problem.signedOut ? 'signed-out' : 'refused');
    this.outside.refused(problem);
    return false;
  }

  tell(state) {
    this.state = state;
    this.outside.changed();
  }
}
