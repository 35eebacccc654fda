// The answers to several questions about an item: `{id: {member: value}}`, as the server has them. Plain
// values, no page; none of these functions changes what it is given.

/** What stands under the one member of an answer. */
export const valueIn = (answer) => Object.values(answer)[0];

/** @returns {boolean} whether a label is in an answer, whatever its kind */
function names(answer, labels) {
  const value = valueIn(answer);
  const said = Array.isArray(value) ? value.map((each) => each.label ?? each) : [value];
  return said.some((each) => labels.includes(String(each)));
}

/** The questions that are asked where the others are answered so, in their order. */
export function askedOf(questions, answers) {
  const asked = [];
  for (const question of questions) {
    const { when } = question;
    const earlier = when && asked.find((each) => each.id === when.question);
    const answer = earlier && answers?.[earlier.id];
    if (!when || (answer && names(answer, when.labels))) asked.push(question);
  }
  return asked;
}

/** Whether nothing that must be answered is missing. */
export function complete(questions, answers) {
  return answers !== null && askedOf(questions, answers).every((each) => !each.required || answers[each.id] !== undefined);
}

/**
 * The answers with another one, or without one for null; what is not asked any more falls away.
 * @param {{id: string, field: string}} question
 * @returns {?Object} null where nothing is left
 */
export function answering(questions, answers, question, value) {
  const changed = { ...answers };
  if (value === null) delete changed[question.id];
  else changed[question.id] = { [question.field]: value };
  const asked = askedOf(questions, changed).map((each) => each.id);
  const left = Object.fromEntries(Object.entries(changed).filter(([id]) => asked.includes(id)));
  return Object.keys(left).length ? left : null;
}
