// A text with its spans on the page: one paragraph per line with its own direction, a mark with its
// label's name per span. The text nodes in a row are exactly the item's text, so that places in the
// one are places in the other; the names are drawn by the style sheet and are no part of it.

import { toUtf16 } from '../../text/codepoints.js';
import { h } from '../../dom.js';
import { inline } from '../../text/itemtext.js';
import { inBlocks } from '../../text/lines.js';
import { paint } from '../../palette.js';

export class SpanView {
  /**
   * @param {HTMLElement} root is filled with the text
   * @param {TextUnits} units
   * @param {(id: string) => {name: string, index: number}} labelOf shown name and place of a label
   * @param {string} [prefix] of the marks' ids
   */
  constructor(root, units, labelOf, prefix = 'span') {
    this.root = root;
    this.units = units;
    this.labelOf = labelOf;
    this.prefix = prefix;
    this.lines = units.lines.all.map(({ start, end }) => ({ start, end, element: h('p', { dir: 'auto' }), key: null }));
    root.replaceChildren(...inBlocks(this.lines.map((line) => line.element), this.lines.map(({ start, end }) => end - start)));
  }

  /**
   * Draws what differs from before.
   * @param {Object[]} spans in the order of the text
   * @param {number} [focus] place of the span in focus; -1 for none
   */
  show(spans, focus = -1) {
    let from = 0;
    for (const line of this.lines) {
      while (from < spans.length && spans[from].end <= line.start) from++;
      const pieces = [];
      for (let place = from; place < spans.length && spans[place].start < line.end; place++) {
        pieces.push({ ...spans[place], place, focused: place === focus });
      }
      const key = pieces.length ? JSON.stringify(pieces) : '';
      if (key === line.key) continue;
      line.key = key;
      line.element.replaceChildren(...this.nodes(line, pieces));
    }
  }

  nodes(line, pieces) {
    const nodes = [];
    let at = line.start;
    for (const piece of pieces) {
      // Where a project lets spans overlap, the later one is drawn from the earlier one's end.
      const start = Math.max(piece.start, at);
      const end = Math.min(piece.end, line.end);
      if (start >= end) continue;
      nodes.push(...inline(this.units.slice(at, start)), this.mark(piece, start, end));
      at = end;
    }
    nodes.push(...inline(this.units.slice(at, line.end)));
    return nodes.length ? nodes : [h('br')];
  }

  mark(span, start, end) {
    const label = this.labelOf(span.label);
    const first = start === span.start;
    const last = end === span.end;
    const mark = h(
      'mark',
      {
        class: ['span', span.focused && 'focused', span.tone, first && 'first', last && 'last'].filter(Boolean).join(' '),
        id: first ? this.idOf(span.place) : null,
        role: first ? 'button' : null,
        'aria-label': first ? `${label.name}: ${span.text}${span.note ? `, ${span.note}` : ''}` : null,
        'data-place': span.place,
        'data-name': last ? label.name + (span.note ? ` · ${span.note}` : '') : null,
      },
      ...inline(this.units.slice(start, end)),
    );
    return paint(mark, label.index);
  }

  idOf(place) {
    return `${this.prefix}-${place}`;
  }

  /** Place of the span that an event happened on; -1 for none. */
  placeOf(event) {
    const mark = event.target.closest?.('mark.span');
    return mark && this.root.contains(mark) ? Number(mark.dataset.place) : -1;
  }

  lineOf(at) {
    return this.lines[this.units.lines.indexAt(at)];
  }

  readsFromRight(at) {
    return getComputedStyle(this.lineOf(at).element).direction === 'rtl';
  }

  /** The text node and the UTF-16 units in it of a place; `ends` for the end of a stretch. */
  pointAt(at, ends) {
    const line = this.lineOf(ends ? at - 1 : at);
    const walker = document.createTreeWalker(line.element, NodeFilter.SHOW_TEXT);
    let left = toUtf16(this.units.slice(line.start, line.end), at - line.start);
    let node = walker.nextNode();
    while (node && (ends ? left > node.length : left >= node.length)) {
      const next = walker.nextNode();
      if (!next) break;
      left -= node.length;
      node = next;
    }
    return node ? [node, Math.min(left, node.length)] : [line.element, 0];
  }

  rangeOf({ start, end }) {
    const range = document.createRange();
    range.setStart(...this.pointAt(start, false));
    range.setEnd(...this.pointAt(end, true));
    return range;
  }

  /** Where a stretch lies on the page; of a wrapped one its first line. */
  boxOf(range) {
    const made = this.rangeOf(range);
    return made.getClientRects()[0] ?? made.getBoundingClientRect();
  }

  /** Selects a stretch as the browser does, so that it looks and copies like any selection. */
  select(range) {
    const selection = document.getSelection();
    if (!range) {
      selection.removeAllRanges();
      return;
    }
    selection.setBaseAndExtent(...this.pointAt(range.start, false), ...this.pointAt(range.end, true));
  }
}
