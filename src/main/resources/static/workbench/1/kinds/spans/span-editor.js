// Marks spans in one text: by mouse or by keyboard a stretch is selected, a key gives the label.
// Knows nothing of packages and drafts; what changes goes to its listener.

import { selectionOffsets } from '../../text/codepoints.js';
import { h } from '../../dom.js';
import { hasOwnKeys } from '../../label-keys.js';
import { colourLabels } from '../../palette.js';
import { SpanLabels } from './span-labels.js';
import * as model from './span-model.js';
import { SpanView } from './span-view.js';
import { TextUnits } from './text-units.js';
import { texts } from '../../texts.js';
import { WordCaret } from './word-caret.js';

const t = texts.spans;

export class SpanEditor {
  /**
   * @param {{id, name, hint}[]} labels
   * @param {{change: (spans: Object[]|null) => void, done: () => void, nothing: () => void,
   *          say: (sentence: string) => void, complain: (sentence: string) => void,
   *          refocus: () => void, drawn: (id: string|null) => void}} listener `done` and `nothing`
   *     are what their buttons do, `drawn` gets the id of the mark in focus
   */
  constructor(labels, listener) {
    this.labels = labels;
    colourLabels(labels);
    this.listener = listener;
    this.current = null;
    this.text = h('div', { class: 'text spanned' });
    this.bar = new SpanLabels(labels, {
      label: (id) => this.byHand(() => this.giveTouched(id)),
      nothing: () => this.byHand(() => listener.nothing()),
      done: () => listener.done(),
    });
    this.text.addEventListener('dragstart', (event) => event.preventDefault());
  }

  labelOf(id) {
    const index = this.labels.findIndex((label) => label.id === id);
    return { name: this.labels[index]?.name ?? id, index: Math.max(0, index) };
  }

  /** Shows an item's text. */
  open(text, spans) {
    this.reading = null;
    this.units = new TextUnits(text);
    this.view = new SpanView(this.text, this.units, (id) => this.labelOf(id));
    this.caret = new WordCaret(this.units);
    this.focus = -1;
    this.spans = spans;
    this.draw();
  }

  /** Shows other spans of the same text: after an undo, or a save in another window. */
  take(spans) {
    this.spans = spans;
    this.focus = Math.min(this.focus, (spans?.length ?? 0) - 1);
    this.draw();
  }

  get marked() {
    return this.spans ?? [];
  }

  draw() {
    this.view.show(this.marked, this.focus);
    this.view.select(this.caret.range);
    this.bar.show({ current: this.current, spans: this.spans, advice: this.advice() });
    this.listener.drawn(this.focus < 0 ? null : this.view.idOf(this.focus));
  }

  advice() {
    const digits = hasOwnKeys(this.labels) ? t.keyOfLabel : t.digits(this.labels.length);
    if (this.current) return t.inHand(this.labelOf(this.current).name);
    if (this.caret.range) return t.adviceSelection(digits);
    if (this.focus >= 0) return t.adviceSpan(digits);
    return this.spans?.length === 0 ? t.adviceNothing : t.advice(digits);
  }

  /** A button was clicked: the keyboard goes back to the text. */
  byHand(run) {
    run();
    this.listener.refocus();
  }

  // Selecting

  /** A selection may begin beside the text and ends wherever the button is let go. */
  press(down) {
    if (down.button !== 0) return;
    // A press on what is selected begins a new selection; the browser would carry the old one away.
    if (down.detail === 1 && !down.shiftKey) this.view.select(null);
    this.ended?.abort();
    this.reading = null;
    this.ended = new AbortController();
    const place = this.view.placeOf(down);
    // The browser completes its selection after the event; a second click comes before that.
    const read = (up) => {
      const reading = (this.reading = () => this.released(up, place));
      setTimeout(() => this.reading === reading && this.catchUp());
    };
    window.addEventListener('mouseup', read, { once: true, signal: this.ended.signal });
  }

  /** Takes up a mouse selection that has just ended; a key may be quicker than the timer. */
  catchUp() {
    const { reading } = this;
    this.reading = null;
    reading?.();
  }

  released(event, place) {
    const range = this.selected();
    if (!range) this.clicked(place);
    else if (this.current && event.detail <= 2 && !this.isInside(range)) this.mark(range, this.current, false);
    else this.pick(range);
  }

  /** What the browser shows as selected in the text, or null. */
  selected() {
    const home = this.text.getRootNode();
    const whole = document.getSelection();
    const selection = whole?.getComposedRanges || !home.getSelection ? whole : home.getSelection();
    const range = selectionOffsets(this.text, selection);
    return range && this.units.snapped(range);
  }

  /** Inside a span a double click selects, also with a label in hand: it may be meant to shrink it. */
  isInside(range) {
    return this.marked.some((span) => span.start <= range.start && range.end <= span.end);
  }

  clicked(place) {
    if (place >= 0) {
      this.focusSpan(place);
      return;
    }
    this.caret.rest();
    this.focus = -1;
    this.draw();
  }

  pick(range) {
    this.focus = -1;
    this.caret.select(range);
    this.draw();
  }

  /** Runs a move of the caret, shows where it is and says it. */
  move(run) {
    this.catchUp();
    if (this.focus >= 0) this.startFromSpan();
    run(this.caret);
    this.focus = -1;
    this.draw();
    this.reveal(this.caret.range);
    this.sayCaret();
  }

  startFromSpan() {
    const { start, end } = this.marked[this.focus];
    this.caret.select({ start, end });
  }

  sayCaret() {
    const { range } = this.caret;
    if (!range) return;
    const [place] = model.overlapping(this.marked, range);
    const label = place === undefined ? null : this.labelOf(this.marked[place].label).name;
    this.listener.say(t.caret(this.units.slice(range.start, range.end), label));
  }

  /** @param {1|-1} step to the right or to the left on the page */
  sideways(step, { extend, character }) {
    this.move((caret) => {
      const forward = this.view.readsFromRight(caret.front.start) ? -step : step;
      if (character) caret.byCharacter(forward);
      else caret.byWord(forward, extend);
    });
  }

  upDown(step, extend) {
    this.move((caret) => caret.byLine(step, extend, (range) => this.view.boxOf(range)));
  }

  /** Steps back: from the selection, the span in focus, the label in hand. */
  escape() {
    if (this.caret.range) this.caret.rest();
    else if (this.focus >= 0) this.focus = -1;
    else this.hold(null);
    this.draw();
  }

  hold(label) {
    this.current = label;
    this.listener.say(label ? t.inHand(this.labelOf(label).name) : t.outOfHand);
  }

  // Spans in focus

  focusSpan(place) {
    const span = this.marked[place];
    if (!span) return;
    this.focus = place;
    this.caret.rest(span.start);
    this.draw();
    this.reveal(span);
    this.listener.say(t.focused(this.labelOf(span.label).name, span.text, place + 1, this.marked.length));
  }

  /** @returns {number} place of the next span in a direction, -1 behind the last one */
  neighbour(step) {
    if (this.focus >= 0) {
      const place = this.focus + step;
      return place < this.marked.length ? place : -1;
    }
    const at = this.caret.front.start;
    return step > 0 ? model.firstFrom(this.marked, at) : model.lastBefore(this.marked, at);
  }

  /** To the next or the previous span, around the ends. */
  cycle(step) {
    if (!this.marked.length) {
      this.listener.say(t.noSpans);
      return;
    }
    const place = this.neighbour(step);
    this.focusSpan(place >= 0 ? place : step > 0 ? 0 : this.marked.length - 1);
  }

  reveal(range) {
    const box = range && this.view.boxOf(range);
    const reader = this.text.closest('.reader');
    if (!box || !reader) return;
    const frame = reader.getBoundingClientRect();
    const room = 36;
    if (box.top < frame.top + room) reader.scrollTop -= frame.top + room - box.top;
    else if (box.bottom > frame.bottom - room) reader.scrollTop += box.bottom - frame.bottom + room;
  }

  // Changing

  /** What a digit or a label's button does. */
  give(label) {
    this.catchUp();
    const { range } = this.caret;
    if (range) this.mark(range, label, true);
    else if (this.focus >= 0) this.relabel(label);
    else this.hold(this.current === label ? null : label);
    this.draw();
  }

  /** A finger selects without any mouse event; the label's button finds what it selected. */
  giveTouched(label) {
    const range = this.caret.range ? null : this.selected();
    if (range) this.caret.select(range);
    this.give(label);
  }

  mark(range, label, thenFocus) {
    const added = model.add(this.units, this.marked, range, label);
    if (!added) return;
    const span = added.spans[added.at];
    this.caret.rest(span.end);
    this.focus = thenFocus ? added.at : -1;
    this.changed(added.spans);
    this.listener.say(t.marked(this.labelOf(label).name, span.text, added.spans.length, added.replaced.length));
  }

  relabel(label) {
    const span = this.marked[this.focus];
    if (span.label === label) return;
    this.changed(model.relabel(this.marked, this.focus, label));
    this.listener.say(t.relabelled(this.labelOf(label).name, span.text));
  }

  /** Deletes the span in focus, or those the selection meets; takes back "nothing to mark". */
  erase() {
    this.catchUp();
    if (this.spans?.length === 0) {
      this.changed(null);
      this.listener.say(t.notNothing);
      return;
    }
    const places = this.focus >= 0 ? [this.focus] : this.caret.range ? model.overlapping(this.marked, this.caret.range) : [];
    if (!places.length) {
      this.listener.say(t.noneToDelete);
      return;
    }
    const first = this.marked[places[0]];
    const left = model.without(this.marked, places);
    this.caret.rest(first.start);
    this.focus = -1;
    // Without a span nothing has been said about the text: that "nothing is in it" is a statement.
    this.changed(left.length ? left : null);
    this.listener.say(t.deleted(this.labelOf(first.label).name, first.text, left.length));
  }

  /** Says that there is nothing to mark; answers whether that is so now. */
  nothing() {
    if (this.marked.length) {
      this.listener.complain(t.notNothingYet(this.marked.length));
      return false;
    }
    this.caret.rest();
    this.changed([]);
    this.listener.say(t.nothingMarked);
    return true;
  }

  changed(spans) {
    this.spans = spans;
    this.listener.change(spans);
    this.draw();
  }
}
