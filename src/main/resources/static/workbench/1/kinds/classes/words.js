// What the workbench says where an item may have several classes.

import { texts } from '../../texts.js';

const t = texts.workbench;
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export const words = {
  ...t,
  autoAdvance: 'Go to the next item after 0',
  group: 'Classes of this item',
  submit: (count) => `Submit ${plural(count, 'item', 'items')}`,
  missing: (count) => `${plural(count, 'item', 'items')} not done`,
  missingJump: (count) => `${plural(count, 'item is', 'items are')} not done yet. This is the first of them.`,
  allLabelled: (count) => (count === 1 ? 'The item is done' : `All ${count} items are done`),
  submitted: (count) => `${plural(count, 'item', 'items')} submitted. Thank you.`,
  submittedNext: (count) => `${plural(count, 'item', 'items')} submitted. Here is the next package.`,
  submittedLast: (count) => `${plural(count, 'item', 'items')} submitted. Thank you. No further package is waiting for you.`,
  none: 'No class applies',
  advice: (digits) => `Press ${digits} to choose or drop a class, Enter when the item is done.`,
  adviceNone: (digits) => `Press ${digits} to choose or drop a class, 0 if none applies, Enter when the item is done.`,
  notDoneYet: 'No class is chosen yet.',
  notDoneYetNone: 'No class is chosen yet. Press 0 if none applies.',
  added: (name) => `${name} chosen`,
  dropped: (name) => `${name} dropped`,
  acceptClasses: (count) => (count === 0 ? 'No class applies' : `Accept ${plural(count, 'class', 'classes')}`),
  suggestedClasses: (names) => (names ? `Suggested: ${names}; A accepts it.` : 'Suggested: no class applies; A accepts it.'),
  tookOver: 'Suggestion taken over. Change what is wrong in it; Enter goes on.',
  given: 'Classes given:',
  progressLabel: 'Items done',
  count: (n) => plural(n, 'class', 'classes'),
  keys: [
    ['1 – 9', 'Choose the class of that place, or drop it'],
    ['0', 'No class applies, where the project allows it'],
    ['Enter', 'Item done, on to the next'],
    ['A', 'Take the suggested classes over, where there are any; then change what is wrong'],
    ['← →   J   K', 'Previous or next item'],
    ['↑ ↓', 'Through the classes; the space bar chooses'],
    ['U', 'Undo (also Ctrl + Z)'],
    ['Backspace', 'Take all classes away'],
    ['M', 'First item that is not done'],
    ['G   F   B', 'Guideline; full width; give the package back'],
    ['Ctrl + Enter', 'Submit, when every item is done'],
  ],
};
