// The list of keys, and the one switch that belongs to them.

import { h, icon } from './dom.js';
import { preferences } from './preferences.js';
import { texts } from './texts.js';

/** @param {Object} words of the workbench for the package's task */
export function shortcutsDialog(words) {
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
    h('dl', {}, ...words.keys.flatMap(([keys, what]) => [h('dt', {}, h('kbd', {}, keys)), h('dd', {}, what)])),
    h('label', { class: 'switch' }, advance, words.autoAdvance),
  );
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}
