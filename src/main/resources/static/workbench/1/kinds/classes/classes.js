// An answer that is a list of the ids of labels, each once, in the order of their code points.

import { h } from '../../dom.js';
import { paint } from '../../palette.js';
import { words } from './words.js';

const names = (work, ids) => ids.map((id) => work.labelName(id)).join(', ');

/** Equal lists are equal answers. */
export const sameClasses = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** The list with a class more, or without it. */
export function toggled(ids, id) {
  const others = (ids ?? []).filter((each) => each !== id);
  return others.length < (ids ?? []).length ? others : [...others, id].sort();
}

export const classes = {
  id: 'classes',
  field: 'classes',
  words,
  same: sameClasses,
  decided: (work, ids) => ({ name: ids.length ? names(work, ids) : words.none, colour: ids.length === 1 ? work.labelIndex(ids[0]) : null }),
  suggested: (work, ids, button) => {
    const word = words.acceptClasses(ids.length);
    return [...ids.map((id) => paint(h('span', { class: 'one' }, h('b', {}, work.labelName(id))), Math.max(0, work.labelIndex(id)))), button(word, word)];
  },
  inWords: (ids, nameOf) => ids.map(nameOf).join(', ') || words.none,
  spoken: (work, ids) => words.suggestedClasses(names(work, ids)),
};
