// The editor of each kind of answer: a person's work on a package, and the style of its parts.

import { PackageSession } from '../session/session.js';
import { ClassesSession } from './classes/classes-session.js';
import { SheetSession } from './questions/sheet-session.js';
import { sheetStyle } from './questions/sheet-style.js';
import { ScaleSession } from './scale/scale-session.js';
import { SpanSession } from './spans/span-session.js';
import { spanStyle } from './spans/span-style.js';

const editors = { classification: PackageSession, spans: SpanSession, classes: ClassesSession, scale: ScaleSession, questions: SheetSession };

export const editorStyles = [spanStyle, sheetStyle];

/** The session in which answers of this kind are given. */
export function editorOf(id) {
  return editors[id] ?? PackageSession;
}
