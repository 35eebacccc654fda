// Addresses of the items behind a figure, for those who may open them.

import { read } from '../batches/read.js';

/**
 * @param {string} batch
 * @param {Object} filter said (a list), rule, pass, person, sample, state
 */
export function itemsAddress(batch, filter = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) [value].flat().forEach((each) => query.append(name, each));
  const text = query.toString();
  return `#/items/${encodeURIComponent(batch)}${text ? `?${text}` : ''}`;
}

let known = null;

/** Whether the reader may open items; asked once. */
export const mayOpenItems = () => (known ??= read.itemAccess().then(({ mayOpenItems: may }) => may, () => false));
