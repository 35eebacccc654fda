// The lines of a text, and words line by line: a text of a megabyte is not taken apart as a whole
// before its first word is shown. No word and no character as a person sees it lies in two lines.

import { h } from '../dom.js';

/** UTF-16 units; a longer line is shown in pieces, because a browser lays out a line as one. */
const LONGEST = 4000;
const LINES = /[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g;
const GOES_ON = /^[\p{M}\u200d\ufe0f\udc00-\udfff]/u;
/** Characters of a line on the page and its height in pixels, to guess what is not laid out yet. */
const WIDTH = 74;
const HEIGHT = 31;
/** Rows of a block. */
const BLOCK = 60;

/** @returns {{start: number, end: number}[]} lines with their line breaks, in UTF-16 units; at least one */
export function linesOf(text) {
  const lines = [];
  for (const { 0: line, index } of text.matchAll(LINES)) {
    let start = index;
    const end = index + line.length;
    while (end - start > LONGEST) {
      const cut = cutAt(text, start);
      lines.push({ start, end: cut });
      start = cut;
    }
    if (start < end) lines.push({ start, end });
  }
  return lines.length ? lines : [{ start: 0, end: 0 }];
}

/** Behind a blank, or within a word without end; never within a character. */
function cutAt(text, start) {
  const blank = text.lastIndexOf(' ', start + LONGEST - 1);
  let cut = blank >= start + LONGEST / 2 ? blank + 1 : start + LONGEST;
  while (cut < text.length && (GOES_ON.test(text[cut]) || text[cut - 1] === '\u200d')) cut++;
  return cut;
}

/**
 * Puts paragraphs into blocks that the browser lays out when they come into sight: thousands of
 * paragraphs by themselves would keep it busy for seconds.
 * @param {HTMLElement[]} paragraphs in order
 * @param {number[]} lengths of their texts, to guess a height until they are laid out
 */
export function inBlocks(paragraphs, lengths) {
  const blocks = [];
  let rows = BLOCK;
  for (const [place, paragraph] of paragraphs.entries()) {
    if (rows >= BLOCK) {
      blocks.push(h('div', { class: 'block' }));
      rows = 0;
    }
    rows += Math.max(1, Math.ceil(lengths[place] / WIDTH));
    blocks.at(-1).append(paragraph);
    blocks.at(-1).style.containIntrinsicBlockSize = `auto ${rows * HEIGHT}px`;
  }
  return blocks;
}

export class Lines {
  /**
   * @param {{start: number, end: number}[]} lines one after the other
   * @param {(line: Object) => {start: number, end: number}[]} wordsOf called once a line, when it is needed
   */
  constructor(lines, wordsOf) {
    this.all = lines;
    this.wordsOf = wordsOf;
  }

  /** Index of the line in which a place lies; a place between two is in the second. */
  indexAt(place) {
    return Math.max(0, lastUpTo(this.all, place, (line) => line.start));
  }

  at(place) {
    return this.all[this.indexAt(place)];
  }

  wordsIn(line) {
    return (line.words ??= this.wordsOf(line));
  }

  /**
   * Words that begin at a place or behind it, in order; or those that end at it or before, backwards.
   * @param {1|-1} step
   */
  *words(place, step) {
    for (let index = this.indexAt(place); index >= 0 && index < this.all.length; index += step) {
      const words = this.wordsIn(this.all[index]);
      if (step > 0) yield* words.filter((word) => word.start >= place);
      else yield* words.filter((word) => word.end <= place).reverse();
    }
  }

  /** The first of these words, or null. */
  word(place, step) {
    return this.words(place, step).next().value ?? null;
  }
}

/** Index of the last of ascending values that is not above a bound; -1 where all are. */
export function lastUpTo(values, bound, of = (value) => value) {
  let low = -1;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (of(values[middle]) <= bound) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether a stretch meets one of others, which are in order and apart from each other. */
export function meetsAny(others, { start, end }) {
  const place = lastUpTo(others, end - 1, (other) => other.start);
  return place >= 0 && others[place].end > start;
}
