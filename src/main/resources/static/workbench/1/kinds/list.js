// Kinds of answer, the one list of them: what a page must know of an answer, whatever it is.
//
// Each has: `id` (as the project names it), `field` (where its answers stand in what the server
// sends), `words` (those of the workbench), `same(one, other)`,
// `decided(work, answer)` (name and colour in few words), `suggested(work, answer, button)` (the parts of
// the line of a suggestion; `button(word, description)` makes the one that accepts it) and
// `spoken(work, answer)` (a suggestion, said aloud), `inWords(answer, nameOf)` (in one line, labels named
// by `nameOf(id)`). Editors stand in `editors.js`.

import { oneClass } from './class/one-class.js';
import { classes } from './classes/classes.js';
import { scale } from './scale/scale.js';
import { spans } from './spans/spans.js';

const kinds = [oneClass, spans, classes, scale];

/** The kind of a project's answers; one class where nothing is said. */
export function kindOf(id) {
  return kinds.find((kind) => kind.id === id) ?? oneClass;
}

/** What stands under the member of a kind, in one line; empty where nothing is said. */
export function inWords(members, nameOf) {
  const kind = kinds.find((each) => members[each.field] !== null && members[each.field] !== undefined);
  return kind ? kind.inWords(members[kind.field], nameOf) : '';
}
