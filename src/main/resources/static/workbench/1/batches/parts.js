// Small pieces of the data manager's page, and the way they are brought up to date.

import { chip } from '../audit/parts.js';
import { h, icon } from '../dom.js';
import { ago, date } from '../figures.js';
import { pageWords, stageName, stages, waitSentence } from './words.js';

const t = pageWords;

export const batchAddress = (id) => `#/batches/${encodeURIComponent(id)}`;
export const taskAddress = (id) => `#/?task=${encodeURIComponent(id)}`;

/** "2 hours ago", the exact time in its title. */
export const moment = (instant) => h('time', { datetime: instant, title: date(instant) }, ago(instant));

/**
 * The five stages as a strip: done ones carry a tick, the present one its number and frame.
 * @param {string} stage id
 * @param {string} state of the batch
 */
export function strip(stage, state) {
  const marks = stages.map((id) => step(id, stage, state));
  return h('span', { class: 'strip', role: 'img', 'aria-label': t.steps(stages.indexOf(stage), state) }, ...marks);
}

/** The mark of one stage of a batch that is in another, or in the same. */
export function step(id, stage, state) {
  const at = stages.indexOf(id);
  const current = stages.indexOf(stage);
  const passed = state === 'done' || at < current;
  const kind = passed ? 'passed' : at === current ? `current ${state}` : 'ahead';
  return h('i', { class: kind, title: stageName(id) }, passed ? icon('check') : String(at + 1));
}

export const stateOf = (batch) =>
  h('span', { class: 'state' }, chip(batch.state), ' ', h('span', { class: 'quiet' }, 'since ', moment(batch.since)));

/** What a batch waits for, one line per kind of task, with a way to a task the caller may take. */
export const waits = (list, openPackages) =>
  list.map((wait) =>
    h(
      'span',
      { class: 'wait' },
      waitSentence(wait, openPackages),
      wait.taskId ? ' ' : null,
      wait.taskId ? h('a', { href: taskAddress(wait.taskId) }, t.openTask) : null,
    ),
  );

export function progressOf({ done, planned }) {
  if (!planned) return h('span', { class: 'quiet' }, t.notPlanned);
  return h(
    'span',
    { class: 'progress', title: t.progressTitle(done, planned) },
    h('progress', { max: planned, value: done, 'aria-label': t.progressTitle(done, planned) }),
    h('span', {}, t.progress(done, planned)),
  );
}

const keyOf = (node) => node.nodeType === Node.ELEMENT_NODE && (node.getAttribute('data-key') || node.id);

/**
 * Makes what is shown look like what is new and touches nothing that is the same, so that focus,
 * selection and opened details stay. Elements with an id or a `data-key` are recognised elsewhere.
 */
export function update(shown, fresh) {
  if (shown.isEqualNode(fresh)) return;
  for (const { name } of [...shown.attributes]) {
    if (!fresh.hasAttribute(name) && name !== 'open') shown.removeAttribute(name);
  }
  for (const { name, value } of [...fresh.attributes]) {
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
  updateChildren(shown, [...fresh.childNodes]);
}

function updateChildren(shown, fresh) {
  const wanted = new Set(fresh.map(keyOf));
  for (const node of [...shown.childNodes]) {
    if (keyOf(node) && !wanted.has(keyOf(node))) node.remove();
  }
  const keyed = new Map([...shown.childNodes].filter(keyOf).map((node) => [keyOf(node), node]));
  fresh.forEach((node, at) => {
    const there = shown.childNodes[at];
    const known = keyOf(node) ? keyed.get(keyOf(node)) : there && !keyOf(there) ? there : null;
    if (known && known.nodeName === node.nodeName) {
      if (known !== there) shown.insertBefore(known, there ?? null);
      if (known.nodeType === Node.ELEMENT_NODE) update(known, node);
      else if (known.nodeValue !== node.nodeValue) known.nodeValue = node.nodeValue;
    } else if (there && !keyOf(there) && !keyOf(node)) {
      there.replaceWith(node);
    } else {
      shown.insertBefore(node, there ?? null);
    }
  });
  while (shown.childNodes.length > fresh.length) shown.lastChild.remove();
}
