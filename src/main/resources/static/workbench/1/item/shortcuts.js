// The list of keys, and the one switch that belongs to them.

import { h, icon } from '../dom.js';
import { keyCap } from '../label-keys.js';
import { preferences } from '../session/preferences.js';
import { texts } from '../texts.js';

/** Of the labels that have one; the digits of places are said once for all. */
const ownKeys = (words, labels) => labels.filter((label) => label.key).map((label) => [keyCap(label.key), words.ownKey(label.name)]);

/**
 * @param {Object} words of the workbench for the package's task
 * @param {{name, key}[]} labels of the package
 */
export function shortcutsDialog(words, labels) {
  const advance = h('input', { type: 'checkbox' });
  advance.checked = preferences.autoAdvance;
  advance.addEventListener('change', () => (preferences.autoAdvance = advance.checked));
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'shortcuts-title' },
    h(
      'header',
      {},
      h('h2', { id: 'shortcuts-title' }, words.shortcuts),
      h('button', { type: 'button', class: 'button quiet', 'aria-label': texts.common.close, on: { click: () => dialog.close() } }, icon('cross')),
    ),
    h('dl', {}, ...[...ownKeys(words, labels), words.keys[0], ['-', texts.noAnswer.key], ...words.keys.slice(1)].flatMap(([keys, what]) => [h('dt', {}, h('kbd', {}, keys)), h('dd', {}, what)])),
    h('label', { class: 'switch' }, advance, words.autoAdvance),
  );
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}
