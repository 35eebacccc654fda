// A text as the editor sees it: code points, and above them what a person takes for one character,
// one word or one mask. All places are code points, ends exclusive, as on the wire.

import { PlaceWalk } from '../../text/codepoints.js';
import { MASK } from '../../text/itemtext.js';
import { Lines, lastUpTo, linesOf, meetsAny } from '../../text/lines.js';

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
    const walk = new PlaceWalk(text);
    const lines = linesOf(text).map(({ start, end }) => ({ start: walk.points(start), end: walk.points(end) }));
    /** Lines and, when they are asked for, their words: words, signs and masks, what the caret stops at. */
    this.lines = new Lines(lines, (line) => this.wordsOf(line));
  }

  slice(start, end) {
    return this.characters.slice(start, end).join('');
  }

  isBlank(at) {
    return BLANK.test(this.characters[at]);
  }

  /** Tags of removed personal data; one is never cut in two. */
  get masks() {
    return (this.maskList ??= this.makeMasks());
  }

  /** Where characters as a person sees them begin in a line, and its end. */
  edgesOf(line) {
    return (line.edges ??= this.makeEdges(line));
  }

  makeEdges(line) {
    const edges = [];
    let at = line.start;
    for (const { segment } of graphemes.segment(this.slice(line.start, line.end))) {
      edges.push(at);
      at += Array.from(segment).length;
    }
    return [...edges, at];
  }

  wordsOf(line) {
    const found = this.masks.filter((mask) => mask.start >= line.start && mask.start < line.end);
    let at = line.start;
    for (const { segment, isWordLike } of words.segment(this.slice(line.start, line.end))) {
      const start = at;
      at += Array.from(segment).length;
      if ((isWordLike || SIGN.test(segment)) && !meetsAny(this.masks, { start, end: at })) found.push({ start, end: at });
    }
    return found.sort((a, b) => a.start - b.start);
  }

  makeMasks() {
    const walk = new PlaceWalk(this.text);
    return Array.from(this.text.matchAll(MASK), ({ 0: mask, index }) => {
      const start = walk.points(index);
      return { start, end: start + mask.length };
    });
  }

  /** The edge at or before a place. */
  edgeBefore(at) {
    const edges = this.edgesOf(this.lines.at(at));
    return edges[Math.max(0, lastUpTo(edges, at))];
  }

  /** The edge at or after a place. */
  edgeAfter(at) {
    const edges = this.edgesOf(this.lines.at(at));
    const place = Math.max(0, lastUpTo(edges, at));
    return edges[place] === at ? at : edges[place + 1];
  }

  /** The edge one character further on, or back. */
  characterFrom(at, step) {
    if (step > 0) return at < this.length ? this.edgeAfter(this.edgeBefore(at) + 1) : at;
    return at > 0 ? this.edgeBefore(this.edgeBefore(at) - 1) : at;
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
