// An answer that is a point of a scale: a number. The labels of the project are its points, lowest first.

import { paint } from '../../palette.js';
import { texts } from '../../texts.js';

const t = texts.workbench;
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export const words = {
  ...t,
  labels: 'Points of the scale',
  given: 'Points given:',
  noLabel: 'no point',
  cleared: 'Point taken away.',
  allLabelled: (count) => (count === 1 ? 'The item has its point' : `All ${count} items have their points`),
  submitted: (count) => `${plural(count, 'point', 'points')} submitted. Thank you.`,
  submittedNext: (count) => `${plural(count, 'point', 'points')} submitted. Here is the next package.`,
  submittedLast: (count) => `${plural(count, 'point', 'points')} submitted. Thank you. No further package is waiting for you.`,
  submit: (count) => `Submit ${plural(count, 'point', 'points')}`,
  missing: (count) => `${plural(count, 'item', 'items')} without a point`,
  missingJump: (count) => `${plural(count, 'item has', 'items have')} no point yet. This is the first of them.`,
  keys: [['0 – 9', 'Give the point of that number; 0 gives ten where the scale begins above 0'], ...t.keys.slice(1)],
};

const name = (work, point) => work.labelName(String(point));

export const scale = {
  id: 'scale',
  field: 'scale',
  words,
  same: (one, other) => one === other,
  decided: (work, point) => ({ name: name(work, point), colour: work.labelIndex(String(point)) }),
  suggested: (work, point, button) => [paint(button(name(work, point), words.accept(name(work, point))), work.labelIndex(String(point)))],
  inWords: (point, nameOf) => nameOf(String(point)),
  spoken: (work, point) => words.suggestedSay(name(work, point)),
};
