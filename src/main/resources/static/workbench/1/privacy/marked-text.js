// Shows the text of an item with its masks, what was missed and what is selected. Made of text nodes
// only; line breaks stay in them, so that places in the page are places in the text.

import { h } from '../dom.js';

const LINES = /[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g;

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

/**
 * @param {string} text
 * @param {{start: number, end: number, kind: 'mask'|'missed'|'picked', name?: string}[]} marks in
 *   UTF-16 units, end exclusive, disjoint
 * @returns {HTMLElement[]} one paragraph per line, each with its own direction
 */
export function markedText(text, marks) {
  const ordered = [...marks].sort((a, b) => a.start - b.start);
  return [...text.matchAll(LINES)].map(({ 0: line, index }) =>
    h('p', { dir: 'auto' }, ...pieces(text, index, index + line.length, ordered)),
  );
}
