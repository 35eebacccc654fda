// A text as people will see it, with what stands in the place of personal data marked.

import { h } from '../dom.js';

/**
 * @param {string} text
 * @param {number[][]} offsets raw start, raw end, start and end in the text, in code points
 * @returns {(Node|string)[]}
 */
export function markedText(text, offsets) {
  const points = [...text];
  const nodes = [];
  let at = 0;
  for (const [, , start, end] of offsets) {
    nodes.push(points.slice(at, start).join(''), h('mark', {}, points.slice(start, end).join('')));
    at = end;
  }
  return [...nodes, points.slice(at).join('')];
}
