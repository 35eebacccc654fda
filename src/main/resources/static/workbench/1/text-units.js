// A text as the editor sees it: code points, and above them what a person takes for one character,
// one word or one mask. All places are code points, ends exclusive, as on the wire.

import { MASK } from './itemtext.js';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const BLANK = /^\s*$/u;
/** Signs that may be labelled although they are no words: emoji, currencies, arrows. */
const SIGN = /\p{S}|\p{Extended_Pictographic}/u;

export class TextUnits {
  /** @param {string} text of an item */
  constructor(text) {
    this.text = text;
    this.characters = Array.from(text);
    this.length = this.characters.length;
  }

  slice(start, end) {
    return this.characters.slice(start, end).join('');
  }

  isBlank(at) {
    return BLANK.test(this.characters[at]);
  }

  /** Where characters as a person sees them begin, and the end of the text. */
  get graphemeEdges() {
    return (this.edges ??= this.edgesOf(graphemes));
  }

  /** Words, signs and masks one after the other: what the caret stops at. */
  get words() {
    return (this.wordList ??= this.makeWords());
  }

  /** Tags of removed personal data; one is never cut in two. */
  get masks() {
    return (this.maskList ??= this.makeMasks());
  }

  edgesOf(segmenter) {
    const edges = [];
    let at = 0;
    for (const { segment } of segmenter.segment(this.text)) {
      edges.push(at);
      at += Array.from(segment).length;
    }
    return [...edges, at];
  }

  makeWords() {
    const found = [...this.masks];
    let at = 0;
    for (const { segment, isWordLike } of words.segment(this.text)) {
      const start = at;
      at += Array.from(segment).length;
      const inMask = this.masks.some((mask) => start < mask.end && at > mask.start);
      if (!inMask && (isWordLike || SIGN.test(segment))) found.push({ start, end: at });
    }
    return found.sort((a, b) => a.start - b.start);
  }

  makeMasks() {
    const found = [];
    let units = 0;
    let at = 0;
    for (const match of this.text.matchAll(MASK)) {
      at += Array.from(this.text.slice(units, match.index)).length;
      units = match.index + match[0].length;
      found.push({ start: at, end: at + match[0].length });
      at += match[0].length;
    }
    return found;
  }

  /** The edge at or before a place. */
  edgeBefore(at) {
    return this.graphemeEdges[lastUpTo(this.graphemeEdges, at)];
  }

  /** The edge at or after a place. */
  edgeAfter(at) {
    const edge = this.edgeBefore(at);
    return edge === at ? at : this.graphemeEdges[lastUpTo(this.graphemeEdges, at) + 1];
  }

  /** The edge a number of characters further on, or back for less than 0. */
  characterFrom(at, steps) {
    const place = lastUpTo(this.graphemeEdges, at) + steps;
    return this.graphemeEdges[Math.max(0, Math.min(place, this.graphemeEdges.length - 1))];
  }

  /**
   * What a person means by a selection: whole characters and whole masks, no blanks around.
   * @returns {{start: number, end: number}|null} null where nothing but blanks is selected
   */
  snapped({ start, end }) {
    let from = this.edgeBefore(Math.max(0, start));
    let to = this.edgeAfter(Math.min(this.length, end));
    for (const mask of this.masks) {
      if (from < mask.end && to > mask.start) {
        from = Math.min(from, mask.start);
        to = Math.max(to, mask.end);
      }
    }
    while (from < to && this.isBlank(from)) from++;
    while (to > from && this.isBlank(to - 1)) to--;
    return from < to ? { start: from, end: to } : null;
  }
}

/** Place of the last of ascending numbers that is not above a bound; 0 where all are. */
function lastUpTo(numbers, bound) {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle] <= bound) low = middle;
    else high = middle - 1;
  }
  return low;
}
