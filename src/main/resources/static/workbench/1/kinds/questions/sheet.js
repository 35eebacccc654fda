// An answer that is one answer to each of several questions.

import { h } from '../../dom.js';
import { kindIn, kindOf } from '../list.js';
import { askedOf, complete, valueIn } from './sheet-model.js';
import { texts } from '../../texts.js';
import { words } from './words.js';

/** What one question is answered with, for the functions of its kind. */
export function partOf(work, question) {
  const labels = question.labels.map((id) => {
    const label = work.labels.find((each) => each.id === id) ?? { id, name: id };
    const name = question.rules.names?.[id];
    return name ? { ...label, name } : label;
  });
  return {
    labels,
    rules: question.rules,
    labelIndex: (id) => labels.findIndex((label) => label.id === id),
    labelName: (id) => labels.find((label) => label.id === id)?.name ?? id,
  };
}

/** An answer to one question in a few words; empty for none. */
export function saidOf(work, question, answers) {
  const answer = answers?.[question.id];
  if (!answer) return '';
  if (answer.abstained) return texts.noAnswer.said[answer.abstained];
  const part = partOf(work, question);
  return kindOf(question.task).inWords(valueIn(answer), part.labelName);
}

function same(one, other) {
  if (one === null || other === null) return one === other;
  const ids = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...ids].every((id) => {
    if (!one[id] || !other[id]) return false;
    if (one[id].abstained || other[id].abstained) return one[id].abstained === other[id].abstained;
    const kind = kindIn(one[id]);
    return kind === kindIn(other[id]) && kind.same(valueIn(one[id]), valueIn(other[id]));
  });
}

const inWords = (answers, nameOf) =>
  Object.entries(answers)
    .map(([id, answer]) => `${id}: ${texts.noAnswer.said[answer.abstained] ?? kindIn(answer).inWords(valueIn(answer), nameOf)}`)
    .join('; ');

const inOrder = (work, answers) =>
  askedOf(work.rules.questions, answers)
    .map((question) => saidOf(work, question, answers))
    .filter(Boolean)
    .join(' · ');

export const sheet = {
  id: 'questions',
  field: 'answers',
  words,
  same,
  complete: (work, answers) => complete(work.rules.questions, answers),
  decided: (work, answers) => ({ name: inOrder(work, answers), colour: null }),
  suggested: (work, answers, button) => [h('span', {}, inOrder(work, answers)), button(words.acceptAll, words.acceptAll)],
  inWords,
  spoken: (work, answers) => words.suggestedAll(inOrder(work, answers)),
};
