// Shows the text of an item: paragraphs with their own direction, whitespace kept, masks as quiet
// chips. Made of text nodes only; whatever the text says, it stays text.

import { h } from '../dom.js';
import { inBlocks, linesOf } from './lines.js';

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

/** @returns {HTMLElement[]} blocks of one paragraph per line */
export function paragraphs(text) {
  const lines = linesOf(text).map(({ start, end }) => text.slice(start, end).replace(/[\r\n]+$/, ''));
  return inBlocks(
    lines.map((line) => h('p', { dir: 'auto' }, ...(line ? inline(line) : [h('br')]))),
    lines.map((line) => line.length),
  );
}
