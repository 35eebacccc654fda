// Adjudication of spans: the text once per answer given, without names, with what only one has.

import { h, setText } from '../../dom.js';
import { compare } from './span-model.js';
import { SpanView } from './span-view.js';
import { TextUnits } from './text-units.js';
import { texts } from '../../texts.js';

const t = texts.spans;

export class SpanCandidates {
  /**
   * @param {(id: string) => {name: string, index: number}} labelOf
   * @param {(place: number) => void} onStart takes over an answer; the place after the last one
   *     stands for none
   */
  constructor(labelOf, onStart) {
    this.labelOf = labelOf;
    this.onStart = onStart;
    this.answers = [];
    this.title = h('h2', {}, t.candidates);
    this.list = h('div', { class: 'answers' });
    this.empty = h('button', { type: 'button', class: 'button', on: { click: () => onStart(this.count) } });
    this.element = h('section', { class: 'candidates', 'aria-label': t.candidates }, this.title, this.list, this.empty);
  }

  get count() {
    return this.answers.length;
  }

  get advice() {
    return t.adviceCandidates(t.digits(this.count + 1));
  }

  /** What an answer says, as a person's own. */
  spansOf(place) {
    return this.answers[place].spans.map(({ start, end, label, text }) => ({ start, end, label, text }));
  }

  /** @param {boolean} choosing whether one may be taken over; otherwise they are for comparison */
  show(item, choosing) {
    this.element.hidden = item.candidates.length === 0;
    this.list.classList.toggle('choosing', choosing);
    this.empty.hidden = !choosing;
    if (this.shown === item) return;
    this.shown = item;
    this.total = item.candidates.length;
    this.answers = compare(item.candidates);
    const units = new TextUnits(item.text);
    this.list.replaceChildren(...this.answers.map((answer, place) => this.answer(units, answer, place)));
    this.empty.replaceChildren(h('kbd', {}, String(this.count + 1)), t.startEmpty);
  }

  answer(units, answer, place) {
    const text = h('div', { class: 'text spanned small' });
    const shown = answer.spans.map((span) => this.withShare(span));
    new SpanView(text, units, this.labelOf, `answer-${place}`).show(shown);
    const button = h(
      'button',
      { type: 'button', class: 'button start', on: { click: () => this.onStart(place) } },
      h('kbd', {}, String(place + 1)),
      t.start,
    );
    return h(
      'article',
      { 'aria-label': t.candidate(place + 1) },
      h('header', {}, h('h3', {}, t.candidateTimes(place + 1, answer.times)), button),
      text,
      this.differences(answer),
    );
  }

  /** Spans that everybody has look as always; the others say how many have them. */
  withShare(span) {
    if (span.by === this.total) return span;
    return { ...span, tone: 'disputed', note: t.share(span.by, this.total) };
  }

  differences(answer) {
    const only = answer.spans.filter((span) => span.by === answer.times && span.by < this.total);
    const some = answer.spans.filter((span) => span.by > answer.times && span.by < this.total);
    const parts = [
      answer.spans.length === 0 ? h('p', {}, h('b', {}, t.nothingInIt)) : null,
      this.line(t.onlyHere, only),
      this.line(t.someHere, some),
      this.line(t.missingHere, answer.missing),
      only.length || some.length || answer.missing.length ? null : h('p', {}, t.agreed),
    ];
    return h('div', { class: 'differences' }, ...parts);
  }

  line(word, spans) {
    if (!spans.length) return null;
    const named = spans.flatMap((span, place) => [place ? ', ' : ' ', `${this.labelOf(span.label).name} “`, h('bdi', {}, span.text), '”']);
    return h('p', {}, h('b', {}, word), ...named);
  }
}
