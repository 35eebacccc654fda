// An answer that is a list of marked stretches of the text.

import { h } from '../../dom.js';
import { paint } from '../../palette.js';
import { texts } from '../../texts.js';
import { sameSpans } from './span-model.js';

const t = texts.workbench;
/** Suggested spans that are named; the others are underlined in the text all the same. */
const NAMED = 8;

function named(work, span) {
  const name = work.labelName(span.label);
  const part = h('span', { class: 'one', dir: 'auto' }, h('b', {}, name), ` ${span.text}`);
  return paint(part, Math.max(0, work.labelIndex(span.label)));
}

export const spans = {
  id: 'spans',
  field: 'spans',
  words: { ...t, ...texts.spans.work },
  same: sameSpans,
  decided: (work, marked) => ({ name: marked.length ? texts.spans.spans(marked.length) : texts.spans.nothing, colour: null }),
  suggested: (work, marked, button) => {
    const word = t.acceptSpans(marked.length);
    return [...marked.slice(0, NAMED).map((span) => named(work, span)), button(word, word)];
  },
  inWords: (marked, nameOf) =>
    marked.map(({ label, text }) => (text ? `${nameOf(label)}: ${text}` : nameOf(label))).join(', ') || texts.spans.nothing,
  spoken: (work, marked) => t.suggestedSpansSay(marked.length),
};
