// The workbench where spans are marked: the editor instead of text and labels, and in adjudication
// the answers given.

import { h } from '../../dom.js';
import { SpanCandidates } from './span-candidates.js';
import { SpanEditor } from './span-editor.js';
import { underline } from '../../item/suggestion.js';
import { texts } from '../../texts.js';
import { WorkbenchView } from '../../item/workbench-view.js';

const t = texts.spans;

export class SpanWorkbenchView extends WorkbenchView {
  constructor(answer, work, actions) {
    super(answer, work, actions);
    this.reader.addEventListener('mousedown', (event) => {
      if (this.editing && !this.candidates.element.contains(event.target)) this.editor.press(event);
    });
  }

  makeDecide(work) {
    const { actions } = this;
    this.editor = new SpanEditor(work.labels, {
      change: actions.change,
      done: actions.finishItem,
      nothing: actions.nothing,
      say: actions.say,
      complain: actions.complain,
      refocus: actions.refocus,
      drawn: (id) => this.point(id),
    });
    return this.editor.bar.element;
  }

  makeText() {
    this.text = this.editor.text;
    this.candidates = new SpanCandidates((id) => this.editor.labelOf(id), this.actions.start);
    return h('div', {}, this.text, this.candidates.element);
  }

  showItem(work) {
    const { item } = work;
    this.showPosition(work);
    this.showUnseen(work, item.candidates);
    const fresh = this.shown !== item;
    if (fresh) {
      this.editor.open(item.text, item.spans);
      this.showMedia(work);
    } else this.editor.take(item.spans);
    this.choosing = item.candidates.length > 0 && item.spans === null && !this.begun?.has(item);
    this.text.hidden = this.choosing;
    this.candidates.show(item, this.choosing);
    this.decide.classList.toggle('choosing', this.choosing);
    if (this.choosing) this.editor.bar.advise(this.candidates.advice);
    this.suggestion.show(work);
    this.showRole(work);
    if (fresh || this.reader.firstChild !== this.measure) this.arrive(item);
    this.showSuggested(item);
  }

  showOpening(work) {
    this.text.hidden = false;
    this.candidates.element.hidden = true;
    underline([]);
    super.showOpening(work);
  }

  /** Where the suggested spans lie, as long as nothing is marked; after the text has its place. */
  showSuggested(item) {
    const open = !this.choosing && item.suggestion !== null && item.spans === null;
    underline(open ? item.suggestion.map((span) => this.editor.view.rangeOf(span)) : []);
  }

  /** The text takes the arrow keys for itself, so it is an application, not a document. */
  showRole(work) {
    if (this.choosing) {
      this.reader.setAttribute('role', 'region');
      return;
    }
    this.reader.setAttribute('role', 'application');
    this.reader.setAttribute('aria-label', t.text(work.index + 1, work.total));
    this.reader.setAttribute('aria-describedby', this.editor.bar.hint.id);
  }

  /** @param {string|null} id of the mark in focus */
  point(id) {
    if (id) this.reader?.setAttribute('aria-activedescendant', id);
    else this.reader?.removeAttribute('aria-activedescendant');
  }

  /** The person marks this adjudicated item without taking over an answer. */
  startEmpty(item) {
    (this.begun ??= new Set()).add(item);
  }

  get editing() {
    return !this.done && !this.choosing && !this.decide.inert;
  }

  get answering() {
    return false;
  }
}
