// Spans as an auditor reads them: places until the text has been asked for, its words from then on.

import { h } from '../dom.js';

/** A list of spans, each with its label's name; a sentence where nothing was marked. */
export function spanList(spans, nameOf) {
  if (spans.length === 0) return h('span', { class: 'quiet' }, 'nothing to mark');
  return h('ul', { class: 'spans' }, ...spans.map((span) => h('li', {}, h('b', {}, nameOf(span.label)), ' ', place(span))));
}

function place({ start, end }) {
  return h('span', { class: 'place', 'data-start': String(start), 'data-end': String(end) }, `${start}–${end}`);
}

/** Puts the words beside all places shown below an element, once the text may be seen. */
export function revealWords(root, text) {
  const points = [...text];
  for (const shown of root.querySelectorAll('.place')) {
    const { start, end } = shown.dataset;
    shown.replaceChildren(h('q', { dir: 'auto' }, points.slice(Number(start), Number(end)).join('')), h('span', { class: 'quiet' }, ` ${start}–${end}`));
  }
}

/** The text with spans marked in it; without marks where spans overlap, since these cannot be drawn in one line. */
export function markedText(text, spans, nameOf) {
  const points = [...text];
  const ordered = [...spans].sort((one, other) => one.start - other.start);
  if (ordered.some((span, index) => index > 0 && span.start < ordered[index - 1].end)) return [text];
  const parts = [];
  let at = 0;
  for (const { start, end, label } of ordered) {
    parts.push(points.slice(at, start).join(''), h('mark', { title: nameOf(label) }, points.slice(start, end).join('')));
    at = end;
  }
  return [...parts, points.slice(at).join('')];
}
