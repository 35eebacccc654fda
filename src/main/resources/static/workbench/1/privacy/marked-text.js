// Shows the text of an item with its masks, what was missed and what is selected. Made of text nodes
// only; line breaks stay in them, so that places in the page are places in the text.

import { h } from '../dom.js';
import { inBlocks, linesOf } from '../text/lines.js';

function piece(text, mark, last) {
  if (!mark) return [text];
  if (mark.kind === 'mask') return [h('bdi', { class: 'mask' }, text)];
  const shown = h('mark', { class: mark.kind }, text);
  return mark.kind === 'missed' && last ? [shown, h('span', { class: 'kind', 'data-skip': true }, mark.name)] : [shown];
}

/** The stretches of a line in a row: with a mark, or without. */
function pieces(text, from, to, marks) {
  const nodes = [];
  let at = from;
  for (const mark of marks) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, to);
    if (start >= end) continue;
    if (start > at) nodes.push(text.slice(at, start));
    nodes.push(...piece(text.slice(start, end), mark, mark.end <= to));
    at = end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

export class MarkedText {
  /** @param {HTMLElement} root is filled with one paragraph per line, each with its own direction */
  constructor(root) {
    this.root = root;
  }

  open(text) {
    this.text = text;
    this.lines = text ? linesOf(text).map((line) => ({ ...line, element: h('p', { dir: 'auto' }), key: null })) : [];
    this.root.replaceChildren(...inBlocks(this.lines.map((line) => line.element), this.lines.map(({ start, end }) => end - start)));
  }

  /**
   * Draws the lines that differ from before.
   * @param {{start: number, end: number, kind: 'mask'|'missed'|'picked', name?: string}[]} marks in
   *   UTF-16 units, end exclusive, disjoint
   */
  show(marks) {
    const ordered = [...marks].sort((a, b) => a.start - b.start);
    let first = 0;
    for (const line of this.lines) {
      while (first < ordered.length && ordered[first].end <= line.start) first++;
      let last = first;
      while (last < ordered.length && ordered[last].start < line.end) last++;
      const here = ordered.slice(first, last);
      const key = here.length ? JSON.stringify(here) : '';
      if (key === line.key) continue;
      line.key = key;
      line.element.replaceChildren(...pieces(this.text, line.start, line.end, here));
    }
  }
}
