// Which key does what in the privacy review.

const PICKING = { ArrowRight: 'right', ArrowLeft: 'left', ArrowDown: 'down', ArrowUp: 'up' };
const STRETCHING = { ArrowRight: 'longer', ArrowLeft: 'shorter' };

function arrow(event, actions, picked) {
  if (event.shiftKey) {
    const how = STRETCHING[event.key];
    if (!how) return null;
    return () => actions.pick(event.altKey ? `letter-${how}` : how);
  }
  if (event.altKey) return null;
  if (picked) return () => actions.pick(PICKING[event.key]);
  return { ArrowRight: actions.next, ArrowLeft: actions.previous }[event.key] ?? null;
}

function withControl(event, actions) {
  if (event.altKey || event.shiftKey) return null;
  if (event.key === 'Enter') return actions.submit;
  return event.key.toLowerCase() === 'z' ? actions.undo : null;
}

/**
 * The action behind a key, or null for a key that is none of ours.
 * @param {KeyboardEvent} event
 * @param {Object} actions
 * @param {{picked: Object|null, types: string[], doubts: boolean}} state what is selected, the types by their
 *   digits, whether digits are those of outlined places
 */
export function reviewKey(event, actions, { picked, types, doubts }) {
  if (event.isComposing) return null;
  if (event.ctrlKey || event.metaKey) return withControl(event, actions);
  if (event.key.startsWith('Arrow')) return arrow(event, actions, picked);
  if (event.altKey || event.repeat) return null;
  const type = /^[1-9]$/.test(event.key) ? types[Number(event.key) - 1] : null;
  if (doubts && !picked && /^[1-9]$/.test(event.key)) return () => actions.doubt(Number(event.key));
  if (type) return () => actions.mark(type);
  if (event.key === 'Enter') return event.composedPath()[0].matches?.('button') ? null : actions.clean;
  if (event.key === 'Escape') return picked ? actions.unpick : null;
  const plain = {
    c: actions.clean,
    j: actions.next,
    k: actions.previous,
    u: actions.undo,
    s: () => actions.pick('right'),
    w: actions.whole,
    f: actions.width,
    '?': actions.shortcuts,
  };
  return plain[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}
