// The picture or recording of an item under review, and the areas that were marked in it.

import { h, icon } from '../dom.js';
import { mediaOf } from '../media.js';
import { texts } from '../texts.js';
import { doubtNote, everything, openDoubts, outline } from './doubts.js';

const t = texts.privacy;
/** A shorter drag is a click, in pixels of the screen. */
const SHORTEST_DRAG = 6;

const path = (taskId, id) => `/privacy-reviews/${encodeURIComponent(taskId)}/items/${encodeURIComponent(id)}/object`;
const percent = (part, whole) => `${(100 * part) / whole}%`;

/** The rectangle between two points of the screen, in whole pixels of the picture. */
function between(picture, one, other) {
  const frame = picture.getBoundingClientRect();
  const across = picture.naturalWidth / frame.width;
  const down = picture.naturalHeight / frame.height;
  const place = (value, from, length) => Math.min(Math.max(value - from, 0), length);
  const xs = [one.clientX, other.clientX].map((x) => place(x, frame.left, frame.width) * across).sort((a, b) => a - b);
  const ys = [one.clientY, other.clientY].map((y) => place(y, frame.top, frame.height) * down).sort((a, b) => a - b);
  const [x, y] = [Math.floor(xs[0]), Math.floor(ys[0])];
  return { x, y, width: Math.max(1, Math.ceil(xs[1]) - x), height: Math.max(1, Math.ceil(ys[1]) - y) };
}

export class Picture {
  /** @param {{area: (area: Object) => void, removeArea: (area: Object) => void}} actions */
  constructor(actions) {
    this.actions = actions;
    this.element = h('div', { class: 'media' });
    this.doubts = [];
    this.areas = h('ul', { class: 'spans', 'aria-label': t.markedAreas });
    this.note = h('div', { 'aria-live': 'polite' });
    this.shown = null;
  }

  /** @param {Object} item of the sheet */
  show(taskId, item) {
    if (this.shown !== item) {
      this.shown = item;
      this.medium = item.media ? mediaOf(item.media, path(taskId, item.id)) : null;
      this.stage = this.medium?.tagName === 'IMG' ? this.makeStage() : this.medium;
      this.element.replaceChildren(...(this.stage ? [this.stage] : []));
    }
    this.showAreas(item);
  }

  makeStage() {
    const stage = h('div', { class: 'picture' }, this.medium);
    this.medium.addEventListener('pointerdown', (event) => event.button === 0 && this.begin(event));
    this.medium.addEventListener('load', () => this.shown && this.showAreas(this.shown));
    return stage;
  }

  begin(first) {
    first.preventDefault();
    const { medium } = this;
    const drawn = h('div', { class: 'area drawn' });
    this.stage.append(drawn);
    medium.setPointerCapture(first.pointerId);
    const move = (event) => this.lay(drawn, between(medium, first, event));
    const end = (event) => {
      medium.removeEventListener('pointermove', move);
      medium.removeEventListener('pointerup', end);
      medium.removeEventListener('pointercancel', end);
      drawn.remove();
      const far = Math.max(Math.abs(event.clientX - first.clientX), Math.abs(event.clientY - first.clientY));
      if (event.type === 'pointerup' && far >= SHORTEST_DRAG) this.actions.area(between(medium, first, event));
    };
    medium.addEventListener('pointermove', move);
    medium.addEventListener('pointerup', end);
    medium.addEventListener('pointercancel', end);
  }

  /** All of it; of a recording any area stands for the whole. */
  whole() {
    const { medium } = this;
    if (!medium) return null;
    return medium.naturalWidth ? { x: 0, y: 0, width: medium.naturalWidth, height: medium.naturalHeight } : everything();
  }

  /** Covers the doubtful place of this number, if there is one that nothing covers yet. */
  coverDoubt(number) {
    const doubt = this.doubts.find((each) => each.number === number);
    if (doubt) this.actions.area(doubt.area);
    return Boolean(doubt);
  }

  /** A place that is covered, or of a picture that was said to be clean, is settled. */
  showDoubts(item) {
    this.doubts = openDoubts(item, this.medium);
    const settled = item.decision === 'clean';
    for (const doubt of this.doubts) {
      const element = outline(doubt, this.medium, () => this.actions.area(doubt.area));
      element.classList.toggle('settled', settled);
      this.lay(element, doubt.area);
      this.stage.append(element);
    }
    const note = this.medium ? doubtNote(item, this.medium.naturalWidth ? this.doubts : [], settled) : null;
    this.note.replaceChildren(...(note && this.medium.naturalWidth ? [note] : []));
  }

  lay(element, { x, y, width, height }) {
    const { naturalWidth: w, naturalHeight: v } = this.medium;
    Object.assign(element.style, { left: percent(x, w), top: percent(y, v), width: percent(width, w), height: percent(height, v) });
  }

  showAreas(item) {
    this.stage?.querySelectorAll?.('.area, .doubt').forEach((area) => area.remove());
    if (this.medium?.tagName === 'IMG' && this.medium.naturalWidth) {
      for (const area of item.areas) {
        const element = h('div', { class: 'area' });
        this.lay(element, area);
        this.stage.append(element);
      }
    }
    this.showDoubts(item);
    this.areas.hidden = item.areas.length === 0;
    this.areas.replaceChildren(
      ...item.areas.map((area, index) =>
        h(
          'li',
          {},
          h('b', {}, t.area(index + 1)),
          h('button', { type: 'button', class: 'button quiet', 'aria-label': t.remove, on: { click: () => this.actions.removeArea(area) } }, icon('cross')),
        ),
      ),
    );
  }
}
