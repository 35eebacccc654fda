// What a text became: the two texts side by side, each finding with its reason, the rules to copy.

import { h } from '../dom.js';
import { words as t } from './words.js';

const slice = (points, start, end) => points.slice(start, end).join('');

/** A text with stretches marked, in code points. */
function marked(points, stretches) {
  const nodes = [];
  let at = 0;
  for (const [start, end, title] of stretches) {
    nodes.push(slice(points, at, start), h('mark', { title }, slice(points, start, end)));
    at = end;
  }
  return h('div', { class: 'result', dir: 'auto' }, ...nodes, slice(points, at, points.length));
}

function table(raw, after, preview) {
  const rows = preview.findings.map((finding, i) => {
    const [, , start, end] = preview.offsets[i];
    return h(
      'tr',
      {},
      h('td', {}, h('span', { class: 'chip' }, finding.type)),
      h('td', {}, slice(raw, finding.start, finding.end)),
      h('td', {}, slice(after, start, end)),
      h('td', {}, finding.why),
      h('td', { class: 'number' }, finding.score.toFixed(2)),
      h('td', { class: 'quiet' }, finding.recogniser),
    );
  });
  return h('table', {}, h('thead', {}, h('tr', {}, ...t.columns.map((name) => h('th', { scope: 'col' }, name)))), h('tbody', {}, ...rows));
}

/**
 * @param {string} text as it was sent
 * @param {{text: string, findings: Object[], offsets: number[][]}} preview
 * @param {string} yaml the rules as they would be written
 */
export function results(text, preview, yaml) {
  const raw = [...text];
  const after = [...preview.text];
  const before = preview.findings.map((each) => [each.start, each.end, each.type]);
  const instead = preview.offsets.map(([, , start, end], i) => [start, end, preview.findings[i].type]);
  return h(
    'div',
    {},
    h(
      'section',
      { 'aria-labelledby': 'result' },
      h('div', { class: 'section-head' }, h('h2', { id: 'result' }, t.result), preview.findings.length ? null : h('span', { class: 'note' }, t.nothing)),
      h('div', { class: 'texts' }, h('div', {}, h('h3', {}, t.before), marked(raw, before)), h('div', {}, h('h3', {}, t.after), marked(after, instead))),
    ),
    preview.findings.length
      ? h('section', { 'aria-labelledby': 'why' }, h('h2', { id: 'why' }, t.findings), h('div', { class: 'wide', tabindex: '0' }, table(raw, after, preview)))
      : null,
    h('section', { 'aria-labelledby': 'yaml' }, h('h2', { id: 'yaml' }, t.description), h('pre', { tabindex: '0' }, yaml)),
  );
}
