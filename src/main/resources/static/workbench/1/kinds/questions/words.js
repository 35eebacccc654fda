// What the workbench says where several questions are asked about an item.

import { words as ofItems } from '../classes/words.js';

export const words = {
  ...ofItems,
  autoAdvance: 'Go to the next question after an answer',
  questions: 'Questions about this item',
  place: (place, count) => `Question ${place} of ${count}`,
  optional: 'may be left out',
  open: 'not answered',
  notAnswered: 'This question is not answered yet.',
  cleared: 'Answer taken away.',
  given: 'Answers given:',
  take: (said) => `Take over: ${said}`,
  acceptAll: 'Accept these answers',
  suggestedAll: (said) => `Suggested: ${said}; A accepts it.`,
  tookOver: 'Suggestion taken over. Change what is wrong in it; Enter goes on.',
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
