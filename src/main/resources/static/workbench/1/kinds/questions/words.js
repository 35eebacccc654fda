// What the workbench says where several questions are asked about an item.

import { texts } from '../../texts.js';

const t = texts.workbench;
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

export const words = {
  ...t,
  autoAdvance: 'Go to the next question after an answer',
  questions: 'Questions about this item',
  submit: (count) => `Submit ${plural(count, 'item', 'items')}`,
  missing: (count) => `${plural(count, 'item', 'items')} not done`,
  missingJump: (count) => `${plural(count, 'item is', 'items are')} not done yet. This is the first of them.`,
  allLabelled: (count) => (count === 1 ? 'The item is done' : `All ${count} items are done`),
  submitted: (count) => `${plural(count, 'item', 'items')} submitted. Thank you.`,
  submittedNext: (count) => `${plural(count, 'item', 'items')} submitted. Here is the next package.`,
  submittedLast: (count) => `${plural(count, 'item', 'items')} submitted. Thank you. No further package is waiting for you.`,
  place: (place, count) => `Question ${place} of ${count}`,
  optional: 'may be left out',
  open: 'not answered',
  notAnswered: 'This question is not answered yet.',
  cleared: 'Answer taken away.',
  answered: (said) => `${said}.`,
  answersDone: (done, count) => `${done} of ${count} answered`,
  given: 'Answers given:',
  take: (said) => `Take over: ${said}`,
  acceptAll: 'Accept these answers',
  suggestedAll: (said) => `Suggested: ${said}; A accepts it.`,
  tookOver: 'Suggestion taken over. Change what is wrong in it; Enter goes on.',
  progressLabel: 'Items done',
  keys: [
    ['1 – 9', 'Give the answer of that place to the question in hand'],
    ['0', 'Nothing applies, or nothing to mark, where the question allows it'],
    ['Enter', 'On to the next question, after the last one to the next item'],
    ['Shift + Enter', 'Back to the question before'],
    ['A', 'Take the suggested answers over, where there are any'],
    ['← →   J   K', 'Previous or next item; while marking, the arrows move in the text'],
    ['U', 'Undo (also Ctrl + Z)'],
    ['Backspace', 'Take the answer to this question away'],
    ['M', 'First item that is not done'],
    ['G   F   B', 'Guideline; full width; give the package back'],
    ['Ctrl + Enter', 'Submit, when every item is done'],
  ],
};
