// The rules under which something was decided: process versions, decision tables, guidelines.

import { h } from '../dom.js';
import { facts, hash, table, when } from './parts.js';
import { read } from './read.js';
import { value } from './words.js';

export const processVersion = (process) =>
  h('span', {}, h('b', {}, process.key), ` version ${process.version}`, process.tag ? ` (${process.tag})` : '', ', deployed ', when(process.deployedAt), ' ', hash(process.sha256));

/** A fold that reads its content from the server when it is opened. */
export function fold(words, content) {
  const body = h('div', { class: 'fold-body' });
  const details = h('details', {}, h('summary', {}, words), body);
  details.addEventListener('toggle', async () => {
    if (!details.open || body.hasChildNodes()) return;
    body.textContent = 'Reading …';
    try {
      body.replaceChildren(await content());
    } catch (problem) {
      body.textContent = problem.message;
    }
  });
  return details;
}

/** A decision table as it then was, the rule that fired marked. */
export async function decisionTable(definitionId, firedRule, inputs = {}) {
  const shown = await read.table(definitionId);
  const codeAt = shown.outputs.findIndex((output) => output.expression === 'rule');
  const fired = (rule) => codeAt >= 0 && rule.outputs[codeAt] === `"${firedRule}"`;
  const saw = (input) => (input.expression in inputs ? h('span', { class: 'saw' }, `saw ${value(inputs[input.expression]) || 'nothing'}`) : null);
  const wide = (name) => (name === 'because' ? 'cell out wide' : 'cell out');
  const heads = [
    { text: 'Rule', class: 'number' },
    ...shown.inputs.map((input) => ({ text: h('span', {}, input.label, saw(input)), class: 'cell' })),
    ...shown.outputs.map((output) => ({ text: output.label, class: wide(output.expression) })),
    { text: 'Why the rule is there', class: 'annotation' },
  ];
  const rows = shown.rules.map((rule, index) => [
    h('span', {}, fired(rule) ? h('b', { class: 'mark' }, 'fired ') : '', String(index + 1)),
    ...rule.inputs.map((text) => (text ? h('code', {}, text) : h('span', { class: 'any' }, 'any'))),
    ...rule.outputs.map(output),
    rule.annotation,
  ]);
  return h(
    'div',
    { class: 'decision' },
    h('p', { class: 'quiet' }, shown.description),
    facts([
      ['Table', h('span', {}, h('b', {}, shown.key), ` version ${shown.version}`, shown.tag ? ` (${shown.tag})` : '')],
      ['Deployed', when(shown.deployedAt)],
      ['SHA-256 of the file', hash(shown.sha256)],
      ['Reads', shown.hitPolicy === 'FIRST' ? 'top down, the first rule that fits decides' : shown.hitPolicy],
    ]),
    table(heads, rows, shown.name, (index) => (fired(shown.rules[index]) ? 'fired' : null)),
  );
}

/** A plain string is shown as words, everything else as the expression it is. */
const output = (text) => (/^"[^"]*"$/.test(text) ? h('span', {}, text.slice(1, -1)) : h('code', {}, text));

/** A guideline as it was written. */
export async function guidelineText(project, version) {
  const { markdown } = await read.guideline(project, version);
  return h('pre', { class: 'guideline' }, markdown);
}
