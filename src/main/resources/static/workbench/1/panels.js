// What fills the frame when there is no item to show.

import { h, icon } from './dom.js';
import { texts } from './texts.js';

const t = texts.workbench;
const action = (word, run, primary = true) =>
  h('button', { type: 'button', class: primary ? 'button primary' : 'button', on: { click: run } }, word);

function panel(mark, title, more, ...actions) {
  return h('div', { class: 'panel' }, mark, h('h2', {}, title), more ? h('p', {}, more) : null, h('div', { class: 'actions' }, ...actions));
}

export const loadingPanel = () =>
  h('div', { class: 'panel', role: 'status' }, h('div', { class: 'spinner' }), h('p', {}, texts.common.loading));

export const emptyPanel = (again) => panel(null, t.empty, t.emptyMore, action(t.checkAgain, again));

export const failurePanel = (problem, again) =>
  panel(null, texts.problems.openFailed, problem.message, action(texts.common.tryAgain, again));

export const gonePanel = (problem, next) =>
  panel(null, t.gone, `${problem.message} ${t.goneMore}`, action(texts.common.close, next));

/**
 * All items have an answer: one key from here to the next package.
 * @param {Object} words of the workbench for the package's task
 */
export function donePanel(work, words, { submit, lookAgain }) {
  const mark = h('div', { class: 'done-mark' }, icon('check'));
  const send = action(words.submit(work.total), submit);
  send.append(h('kbd', {}, 'Enter'));
  return panel(mark, words.allLabelled(work.total), words.allLabelledMore(Math.max(1, Math.round(work.activeSeconds / 60))), send, action(words.lookAgain, lookAgain, false));
}
