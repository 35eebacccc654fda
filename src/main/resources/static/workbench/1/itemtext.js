// Shows the text of an item: paragraphs with their own direction, whitespace kept, masks as quiet
// chips. Made of text nodes only; whatever the text says, it stays text.

import { h } from './dom.js';
import { guessHeight, linesOf } from './lines.js';

/** A mask stands where personal data was removed: [EMAIL], [PERSON_2]. */
export const MASK = /\[[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*\]/g;

/** Text nodes and mask chips of a stretch of text. */
export function inline(line) {
  const nodes = [];
  let from = 0;
  for (const found of line.matchAll(MASK)) {
    if (found.index > from) nodes.push(line.slice(from, found.index));
    nodes.push(h('bdi', { class: 'mask' }, found[0]));
    from = found.index + found[0].length;
  }
  if (from < line.length) nodes.push(line.slice(from));
  return nodes;
}

/** @returns {HTMLElement[]} one paragraph per line */
export function paragraphs(text) {
  return linesOf(text)
    .map(({ start, end }) => text.slice(start, end).replace(/[\r\n]+$/, ''))
    .map((line) => guessHeight(h('p', { dir: 'auto' }, ...(line ? inline(line) : [h('br')])), line.length));
}
