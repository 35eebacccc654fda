// Which key does what in the workbench.

/** Fields keep their keys: a digit typed into one is a digit, arrows move the splitter. */
const OWN_KEYS =
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
 * @param {Workbench} bench
 */
export function keyAction(event, bench) {
  const origin = event.composedPath()[0];
  if (event.isComposing || origin.matches?.(OWN_KEYS)) return null;
  const actions = bench.actions();
  if (event.ctrlKey || event.metaKey) return withControl(event, actions);
  if (event.altKey) return null;
  if (/^[1-9]$/.test(event.key)) return digit(event, bench);
  if (event.repeat && !event.key.startsWith('Arrow')) return null;
  if (event.key === 'ArrowDown' && bench.view.itemFocused && !bench.view.itemScrolls) {
    return () => bench.view.choice.focus();
  }
  const plain = {
    ArrowRight: actions.next,
    ArrowLeft: actions.previous,
    j: actions.next,
    k: actions.previous,
    u: actions.undo,
    m: () => bench.goToMissing(),
    g: actions.guideline,
    f: actions.width,
    '?': actions.shortcuts,
    '/': bench.view.choice.finder ? () => bench.view.choice.finder.focus() : null,
    Backspace: () => bench.choose(null),
  };
  return plain[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}

/** A key held down labels one item, not the whole package. */
function digit(event, bench) {
  const label = bench.work.labels[Number(event.key) - 1];
  if (!label || event.repeat) return () => {};
  return () => bench.choose(label.id);
}
