// What an item has in the place of an answer: the code of why there is none. Plain values, no page.

/** Why a draft has no answer: said of the item, or of each of several questions; null where it has one. */
export function abstainedIn(draft, field) {
  if (draft?.abstained) return draft.abstained;
  const parts = field === 'answers' && draft?.answers ? Object.values(draft.answers) : [];
  return parts.length && parts.every((part) => part.abstained) ? parts[0].abstained : null;
}

/** The answers among candidates; of several questions those that are answered. */
export function answersOf(candidates, field) {
  if (field !== 'answers') return candidates.filter((candidate) => !candidate?.abstained);
  return candidates
    .map((answers) => Object.fromEntries(Object.entries(answers).filter(([, part]) => !part.abstained)))
    .filter((answers) => Object.keys(answers).length);
}

/** How many candidates give no answer, by why; of several questions each counts once. */
export function abstentionsIn(candidates, field) {
  const counts = {};
  for (const candidate of candidates) {
    const parts = field === 'answers' ? Object.values(candidate) : [candidate];
    const why = parts.find((part) => part?.abstained)?.abstained;
    if (why) counts[why] = (counts[why] ?? 0) + 1;
  }
  return counts;
}
