// A selection without a mouse: word by word, in the order of the text. UTF-16 units throughout.

import { Lines, linesOf, meetsAny } from '../text/lines.js';

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export class WordCursor {
  /** @param {{start: number, end: number}[]} masks in order; nothing can be selected in them */
  constructor(text, masks) {
    this.text = text;
    this.masks = masks;
    this.lines = new Lines(linesOf(text), (line) => this.wordsOf(line));
  }

  wordsOf({ start: from, end }) {
    return Array.from(words.segment(this.text.slice(from, end)))
      .filter((word) => word.isWordLike)
      .map(({ index, segment }) => ({ start: from + index, end: from + index + segment.length }))
      .filter((word) => !meetsAny(this.masks, word));
  }

  first() {
    return this.lines.word(0, 1);
  }

  /** The word after a selection, or before it; the selection itself at the edge of the text. */
  beside(picked, forward) {
    return (forward ? this.lines.word(picked.end, 1) : this.lines.word(picked.start, -1)) ?? picked;
  }

  /** The first word of the next line that has one, or of the one before. */
  line(picked, forward) {
    const here = this.lines.at(picked.start);
    if (forward) return this.lines.word(here.end, 1) ?? picked;
    const above = this.lines.word(here.start, -1);
    return above ? this.lines.wordsIn(this.lines.at(above.start))[0] : picked;
  }

  /** One word longer at the end, or shorter; at least one word stays. */
  stretched(picked, longer) {
    if (longer) return { start: picked.start, end: this.beside(picked, true).end };
    const last = this.lines.word(picked.end - 1, -1);
    return last && last.start >= picked.start ? { start: picked.start, end: last.end } : picked;
  }

  /** One letter longer at the end, or shorter; at least one letter stays. */
  nudged(picked, longer) {
    const from = this.lines.at(picked.start).start;
    const last = Math.min(this.lines.indexAt(picked.end) + 1, this.lines.all.length - 1);
    const edges = Array.from(letters.segment(this.text.slice(from, this.lines.all[last].end)), ({ index, segment }) => from + index + segment.length);
    const end = longer
      ? edges.find((edge) => edge > picked.end)
      : edges.findLast((edge) => edge < picked.end && edge > picked.start);
    return { start: picked.start, end: end ?? picked.end };
  }
}
