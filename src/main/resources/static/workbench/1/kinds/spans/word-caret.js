// Where the keyboard is in a text. The caret covers one word; with Shift it grows to a selection
// from the word it began at. Plain places; how words lie on the page comes in as a function.

export class WordCaret {
  /** @param {TextUnits} units */
  constructor(units) {
    this.units = units;
    this.anchor = null;
    this.head = null;
    this.origin = 0;
  }

  /** The selected stretch, or null. */
  get range() {
    if (!this.anchor) return null;
    return { start: Math.min(this.anchor.start, this.head.start), end: Math.max(this.anchor.end, this.head.end) };
  }

  /** The end of the selection that moves. */
  get front() {
    return this.head ?? { start: this.origin, end: this.origin };
  }

  /** Selects a stretch; later moves start from its end. */
  select(range) {
    this.anchor = this.head = range;
    this.origin = range.end;
  }

  /** Nothing is selected; the next move starts at a place. */
  rest(place = this.range?.start ?? this.origin) {
    this.anchor = this.head = null;
    this.origin = place;
  }

  /** @param {1|-1} step to the next or the previous word; @param {boolean} extend the selection */
  byWord(step, extend) {
    const { start, end } = this.front;
    return this.go(this.units.lines.word(step > 0 ? end : start, step), extend);
  }

  /** Moves the end of the selection by one character. */
  byCharacter(step) {
    const { units } = this;
    if (!this.anchor) return this.byWord(step, false);
    const { start, end } = this.range;
    const shrinking = this.head.start < this.anchor.start;
    const moved = shrinking
      ? { start: units.characterFrom(start, step), end }
      : { start, end: units.characterFrom(end, step) };
    if (moved.end <= moved.start) return false;
    this.anchor = shrinking ? { start: moved.end, end: moved.end } : { start: moved.start, end: moved.start };
    this.head = shrinking ? { start: moved.start, end: moved.start } : { start: moved.end, end: moved.end };
    return true;
  }

  /**
   * Moves to the word above or below.
   * @param {1|-1} step
   * @param {boolean} extend the selection
   * @param {(range) => {top, bottom, left, right}} box where a stretch lies on the page
   */
  byLine(step, extend, box) {
    if (!this.anchor) return this.byWord(step, extend);
    const from = box(this.head);
    const centre = (one) => (one.left + one.right) / 2;
    const onTheWay = this.units.lines.words(step > 0 ? this.head.end : this.head.start, step);
    let line = null;
    let best = null;
    for (const word of onTheWay) {
      const at = box(word);
      const left = step > 0 ? at.top >= from.bottom - 3 : at.bottom <= from.top + 3;
      if (!left) continue;
      line ??= at;
      if (step > 0 ? at.top >= line.bottom - 3 : at.bottom <= line.top + 3) break;
      const distance = Math.abs(centre(at) - centre(from));
      if (!best || distance < best.distance) best = { word, distance };
    }
    return best ? this.go(best.word, extend) : false;
  }

  go(word, extend) {
    if (!word) return false;
    this.head = word;
    if (!extend || !this.anchor) this.anchor = word;
    this.origin = word.end;
    return true;
  }
}
