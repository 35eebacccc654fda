// Kinds of answer, the one list of them: what a page must know of an answer, whatever it is.
//
// Each has: `id` (as the project names it), `field` (where its answers stand in what the server
// sends), `words` (those of the workbench), `same(one, other)`,
// `decided(work, answer)` (name and colour in few words), `suggested(work, answer, button)` (the parts of
// the line of a suggestion; `button(word, description)` makes the one that accepts it) and
// `spoken(work, answer)` (a suggestion, said aloud), `inWords(answer, nameOf)` (in one line, labels named
// by `nameOf(id)`), and `complete(work, answer)` where an answer may be there in part. Editors stand in `editors.js`.

import { oneClass } from './class/one-class.js';
import { classes } from './classes/classes.js';
import { sheet } from './questions/sheet.js';
import { scale } from './scale/scale.js';
import { spans } from './spans/spans.js';
import { texts } from '../texts.js';

const kinds = () => [oneClass, spans, classes, scale, sheet];

/** The kind of a project's answers; one class where nothing is said. */
export function kindOf(id) {
  return kinds().find((kind) => kind.id === id) ?? oneClass;
}

/** The kind of what stands in an object under the member of one. */
export function kindIn(members) {
  return kinds().find((each) => members[each.field] !== null && members[each.field] !== undefined);
}

/** What stands under the member of a kind, in one line; empty where nothing is said. */
export function inWords(members, nameOf) {
  if (members.abstained) return texts.noAnswer.said[members.abstained];
  const kind = kindIn(members);
  return kind ? kind.inWords(members[kind.field], nameOf) : '';
}
