// A selection without a mouse: word by word, in the order of the text. UTF-16 units throughout.

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export class WordCursor {
  /** @param {{start: number, end: number}[]} masks in which nothing can be selected */
  constructor(text, masks) {
    this.text = text;
    this.words = [...words.segment(text)]
      .filter((word) => word.isWordLike)
      .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
      .filter((word) => !masks.some((mask) => word.start < mask.end && word.end > mask.start));
  }

  first() {
    return this.words[0] ?? null;
  }

  /** The word after a selection, or before it; the selection itself at the edge of the text. */
  beside(picked, forward) {
    return (
      (forward
        ? this.words.find((word) => word.start >= picked.end)
        : this.words.findLast((word) => word.end <= picked.start)) ?? picked
    );
  }

  /** The first word of the next line, or of the one before. */
  line(picked, forward) {
    const breaks = [...this.text.matchAll(/\r\n|\n|\r/g)].map((found) => found.index);
    const row = (place) => breaks.filter((at) => at < place).length;
    const here = row(picked.start);
    if (forward) return this.words.find((word) => row(word.start) > here) ?? picked;
    const above = this.words.filter((word) => row(word.start) < here);
    return above.length ? above.find((word) => row(word.start) === row(above.at(-1).start)) : picked;
  }

  /** One word longer at the end, or shorter; at least one word stays. */
  stretched(picked, longer) {
    if (longer) return { start: picked.start, end: this.beside(picked, true).end };
    const within = this.words.filter((word) => word.start >= picked.start && word.end < picked.end);
    return within.length ? { start: picked.start, end: within.at(-1).end } : picked;
  }

  /** One letter longer at the end, or shorter; at least one letter stays. */
  nudged(picked, longer) {
    const edges = [...letters.segment(this.text)].map(({ index, segment }) => index + segment.length);
    const end = longer
      ? edges.find((edge) => edge > picked.end)
      : edges.findLast((edge) => edge < picked.end && edge > picked.start);
    return { start: picked.start, end: end ?? picked.end };
  }
}
