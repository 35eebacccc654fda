// The list of keys, and the one switch that belongs to them.

import { h, icon } from './dom.js';
import { preferences } from './preferences.js';
import { texts } from './texts.js';

export function shortcutsDialog() {
  const advance = h('input', { type: 'checkbox' });
  advance.checked = preferences.autoAdvance;
  advance.addEventListener('change', () => (preferences.autoAdvance = advance.checked));
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'shortcuts-title' },
    h(
      'header',
      {},
      h('h2', { id: 'shortcuts-title' }, texts.workbench.shortcuts),
      h('button', { type: 'button', class: 'button quiet', 'aria-label': texts.common.close, on: { click: () => dialog.close() } }, icon('cross')),
    ),
    h('dl', {}, ...texts.workbench.keys.flatMap(([keys, what]) => [h('dt', {}, h('kbd', {}, keys)), h('dd', {}, what)])),
    h('label', { class: 'switch' }, advance, texts.workbench.autoAdvance),
  );
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}
