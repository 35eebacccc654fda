// Which key does what while spans are marked.

import { OWN_KEYS } from '../../session/keys.js';
import { labelOfKey } from '../../label-keys.js';

/** Text keys: they count while the focus is in the text. */
function inText(event, editor) {
  const extend = event.shiftKey;
  const sideways = (step) => () => editor.sideways(step, { extend, character: false });
  return {
    ArrowRight: sideways(1),
    ArrowLeft: sideways(-1),
    ArrowDown: () => editor.upDown(1, extend),
    ArrowUp: () => editor.upDown(-1, extend),
    Tab: tab(event, editor),
    Delete: () => editor.erase(),
    Backspace: () => editor.erase(),
  }[event.key];
}

/** Past the last span the tab key leaves the text, as everywhere. */
function tab(event, editor) {
  const place = editor.neighbour(event.shiftKey ? -1 : 1);
  return place < 0 ? null : () => editor.focusSpan(place);
}

function withControl(event, session) {
  const { actions, view } = session;
  if (event.altKey) return null;
  if (event.key === 'Enter') return event.shiftKey ? null : actions.submit;
  if (event.key.toLowerCase() === 'z') return event.shiftKey ? actions.redo : actions.undo;
  if (event.key.toLowerCase() === 'y') return actions.redo;
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || !event.shiftKey || !view.editing || !view.itemFocused) return null;
  return () => view.editor.sideways(step, { extend: true, character: true });
}

/** A key held down answers one item, not the whole package. */
function digit(event, session) {
  if (event.repeat || session.view.done) return () => {};
  if (event.key === '0') return session.actions.nothing;
  if (session.view.choosing) return () => session.actions.start(Number(event.key) - 1);
  return letter(event, session) ?? (() => {});
}

/** The label whose key it is; null for a key of none. */
function letter(event, session) {
  const label = labelOfKey(session.work.labels, event.key);
  if (!label) return null;
  const { done, choosing, editor } = session.view;
  return event.repeat || done || choosing ? () => {} : () => editor.give(label.id);
}

/**
 * The action behind a key, or null for a key that is none of ours.
 * @param {KeyboardEvent} event
 * @param {SpanSession} session
 */
export function spanKeyAction(event, session) {
  const origin = event.composedPath()[0];
  if (event.isComposing || origin.matches?.(OWN_KEYS)) return null;
  if (event.ctrlKey || event.metaKey) return withControl(event, session);
  if (event.altKey) return null;
  if (/^\d$/.test(event.key)) return digit(event, session);
  const given = letter(event, session);
  if (given) return given;
  const { actions, view } = session;
  if (view.editing && view.itemFocused) {
    const run = inText(event, view.editor);
    if (run) return run;
  }
  if (event.repeat) return null;
  if (event.key === 'Enter') return view.itemFocused && !view.done ? actions.finishItem : null;
  const plain = {
    a: actions.accept,
    j: actions.next,
    k: actions.previous,
    u: actions.undo,
    m: actions.missing,
    '-': actions.noAnswer,
    g: actions.guideline,
    f: actions.width,
    b: actions.giveBack,
    '?': actions.shortcuts,
    '[': () => view.editor.cycle(-1),
    ']': () => view.editor.cycle(1),
    Escape: () => view.editor.escape(),
  };
  return plain[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}
