// Which key does what while items are classified.

import { labelOfKey } from '../label-keys.js';

/** Fields keep their keys: a digit typed into one is a digit, arrows move the splitter. */
export const OWN_KEYS =
  'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [role=separator]';

function withControl(event, actions) {
  if (event.altKey || event.shiftKey) return null;
  if (event.key === 'Enter') return actions.submit;
  if (event.key.toLowerCase() === 'z') return actions.undo;
  return null;
}

/**
 * The action behind a key, or null for a key that is none of ours.
 * @param {KeyboardEvent} event
 * @param {PackageSession} session
 */
export function keyAction(event, session) {
  const origin = event.composedPath()[0];
  if (event.isComposing || origin.matches?.(OWN_KEYS)) return null;
  const actions = session.actions;
  if (event.ctrlKey || event.metaKey) return withControl(event, actions);
  if (event.altKey) return null;
  const label = labelOfKey(session.work.labels, event.key);
  if (label || /^[1-9]$/.test(event.key)) return give(label, event, session);
  if (event.repeat && !event.key.startsWith('Arrow')) return null;
  if (event.key === 'ArrowDown' && session.view.itemFocused && !session.view.itemScrolls) {
    return () => session.view.choice.focus();
  }
  const plain = {
    ArrowRight: actions.next,
    ArrowLeft: actions.previous,
    j: actions.next,
    k: actions.previous,
    a: actions.accept,
    u: actions.undo,
    m: actions.missing,
    '-': actions.noAnswer,
    g: actions.guideline,
    b: actions.giveBack,
    f: actions.width,
    '?': actions.shortcuts,
    '/': session.view.choice.finder ? () => session.view.choice.finder.focus() : null,
    Backspace: () => actions.choose(null),
  };
  return plain[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}

/** A key held down labels one item, not the whole package. */
function give(label, event, session) {
  if (!label || event.repeat) return () => {};
  return () => session.actions.choose(label.id);
}
