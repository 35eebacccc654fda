// The spans of one text as plain values. Every function answers with a new list, in the order of
// the text; no two spans of a list overlap. Places are code points, ends exclusive.

const byPlace = (a, b) => a.start - b.start || a.end - b.end;
const meets = (a, b) => a.start < b.end && b.start < a.end;

/** True for the same stretch under the same label. */
export const sameSpan = (a, b) => a.start === b.start && a.end === b.end && a.label === b.label;

/** True for lists of the same spans; null is equal to null alone. */
export function sameSpans(a, b) {
  if (!a || !b) return (a ?? null) === (b ?? null);
  return a.length === b.length && a.every((span, place) => sameSpan(span, b[place]));
}

/** Places in the list of the spans that a stretch meets. */
export function overlapping(spans, range) {
  return spans.flatMap((span, place) => (meets(span, range) ? [place] : []));
}

/**
 * Marks a stretch; spans that it meets give way.
 * @param {TextUnits} units the text
 * @param {Object[]} spans
 * @param {{start: number, end: number}} range
 * @param {string} label id
 * @returns {{spans: Object[], at: number, replaced: Object[]}|null} `at` is the new span's place;
 *     null where the stretch holds nothing but blanks
 */
export function add(units, spans, range, label) {
  const snapped = units.snapped(range);
  if (!snapped) return null;
  const added = { ...snapped, label, text: units.slice(snapped.start, snapped.end) };
  const kept = spans.filter((span) => !meets(span, added));
  const after = [...kept, added].sort(byPlace);
  const replaced = spans.filter((span) => meets(span, added));
  return { spans: after, at: after.indexOf(added), replaced };
}

/** The same spans with another label for one. */
export function relabel(spans, at, label) {
  return spans.map((span, place) => (place === at ? { ...span, label } : span));
}

/** The same spans without those at some places of the list. */
export function without(spans, places) {
  return spans.filter((_, place) => !places.includes(place));
}

/** Place of the first span at or after a place in the text; -1 for none. */
export const firstFrom = (spans, place) => spans.findIndex((span) => span.start >= place);

/** Place of the last span that begins before a place in the text; -1 for none. */
export const lastBefore = (spans, place) => spans.findLastIndex((span) => span.start < place);

/**
 * What several people marked in one text: equal answers once, and of every span how many of the
 * people have it.
 * @param {Object[][]} candidates one list of spans per person
 * @returns {{spans: (Object & {by: number})[], times: number, missing: Object[]}[]} in the order
 *     given; `missing` are the spans that others have and this answer has not
 */
export function compare(candidates) {
  const lists = candidates.map((spans) => [...spans].sort(byPlace));
  const has = (spans, one) => spans.some((span) => sameSpan(span, one));
  const by = (one) => lists.filter((spans) => has(spans, one)).length;
  const distinct = lists.filter((spans, place) => lists.findIndex((other) => sameSpans(other, spans)) === place);
  const everything = lists.flat().filter((span, place, all) => all.findIndex((other) => sameSpan(other, span)) === place);
  return distinct.map((spans) => ({
    spans: spans.map((span) => ({ ...span, by: by(span) })),
    times: lists.filter((other) => sameSpans(other, spans)).length,
    missing: everything.filter((span) => !has(spans, span)).sort(byPlace),
  }));
}
