// Places of a picture that the face detector was unsure of, numbered as they are outlined.

import { h, icon } from '../dom.js';
import { texts } from '../texts.js';

const t = texts.privacy;
/** Larger than any picture: what lies outside of one is cut. */
const BEYOND = 100000;
/** What a number above its outline needs, in pixels of the screen. */
const NUMBER_HIGH = 30;

const inside = (value, from, length) => value >= from && value <= from + length;

/** The place in whole pixels of a picture of that size, nothing of it left out. */
function pixels({ x, y, width, height }, across, down) {
  const [left, top] = [Math.floor(x * across), Math.floor(y * down)];
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.min(across, Math.ceil((x + width) * across)) - left),
    height: Math.max(1, Math.min(down, Math.ceil((y + height) * down)) - top),
  };
}

/** Whether an area has the middle of a place. */
function covers(area, place) {
  return inside(place.x + place.width / 2, area.x, area.width) && inside(place.y + place.height / 2, area.y, area.height);
}

/** All of a picture or recording that the page does not show: no place of it can be told. */
export const everything = () => ({ x: 0, y: 0, width: BEYOND, height: BEYOND });

/**
 * The places of an item with their numbers, those that no marked area covers yet.
 * @param {{naturalWidth: number, naturalHeight: number}} picture as the page shows it
 * @returns {{number: number, page: number, area: Object}[]}
 */
export function openDoubts(item, picture) {
  if (!picture?.naturalWidth) return [];
  return item.doubtful
    .map((place, index) => ({ number: index + 1, page: place.page, area: pixels(place, picture.naturalWidth, picture.naturalHeight) }))
    .filter(({ area }) => !item.areas.some((marked) => covers(marked, area)));
}

/** The outline of a place; its number is a button, the rest lets the mouse through. */
export function outline({ number, page, area }, picture, cover) {
  const above = (area.y * picture.clientHeight) / picture.naturalHeight;
  return h(
    'div',
    { class: above < NUMBER_HIGH ? 'doubt below' : 'doubt' },
    h('button', { type: 'button', title: t.unsureHere, 'aria-label': t.coverDoubt(number, page), on: { click: cover } }, String(number)),
  );
}

/** What the outlines are, under the picture. */
export function doubtNote(item, open, settled) {
  if (item.doubtful.length === 0) return null;
  if (open.length && !settled) return h('p', { class: 'doubt-note' }, h('span', { class: 'sample', 'aria-hidden': 'true' }), t.unsure(open.length));
  return h('p', { class: 'doubt-note' }, icon('check'), t.doubtsSettled(item.doubtful.length));
}
