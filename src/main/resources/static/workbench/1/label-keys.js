// The keys by which labels are given: a label's own, else the digit of its place, up to nine.

const DIGITS = 9;

/**
 * @param {{key?: string}[]} labels in the order of the label schema
 * @returns {(string|null)[]} key of each; null where another label has the digit of its place, or beyond nine
 */
export function labelKeys(labels) {
  const own = new Set(labels.map((label) => label.key));
  return labels.map((label, index) => label.key ?? (index < DIGITS && !own.has(String(index + 1)) ? String(index + 1) : null));
}

/** The label that a pressed key gives, with or without capitals. */
export function labelOfKey(labels, pressed) {
  const place = labelKeys(labels).indexOf(pressed.toLowerCase());
  return place < 0 ? null : labels[place];
}

export const hasOwnKeys = (labels) => labels.some((label) => label.key);

/** As keyboards show it. */
export const keyCap = (key) => key?.toUpperCase() ?? null;
