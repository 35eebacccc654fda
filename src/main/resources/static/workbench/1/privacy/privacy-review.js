// <touchstone-privacy-review>: the privacy officer looks at a sample of de-identified items.

import { api } from '../api.js';
import { selectionOffsets, toUtf16 } from '../text/codepoints.js';
import { h, setText } from '../dom.js';
import { NoticeLine, toast } from '../notice.js';
import { failurePanel, loadingPanel } from '../panels.js';
import * as tasklist from '../tasklist.js';
import { texts } from '../texts.js';
import { theme } from '../theme.js';
import { workbenchStyle } from '../item/workbench-style.js';
import { ReviewModel } from './review-model.js';
import { reviewKey } from './review-keys.js';
import { reviewStyle } from './review-style.js';
import { ReviewView } from './review-view.js';
import { WordCursor } from './word-cursor.js';

const t = texts.privacy;
const LOWEST = 400;
const BELOW = { full: 14, listed: 42 };
/** What people miss most comes first; a type that is not named here comes last. */
const ORDER = ['NAME', 'ADDRESS', 'EMAIL', 'PHONE', 'IBAN', 'CARD', 'IP', 'OTHER'];
const place = (type) => (ORDER.indexOf(type) + ORDER.length + 1) % (ORDER.length + 1);

class PrivacyReview extends HTMLElement {
  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [theme, workbenchStyle, reviewStyle];
    this.notice = new NoticeLine();
    this.live = h('div', { class: 'visually-hidden', 'aria-live': 'polite' });
    this.onKey = (event) => this.key(event);
    this.onResize = () => this.fit();
  }

  connectedCallback() {
    tasklist.keepKeysInside(this);
    tasklist.guardForm(this);
    window.addEventListener('keydown', this.onKey, { capture: true });
    window.addEventListener('resize', this.onResize);
    this.open();
  }

  disconnectedCallback() {
    window.removeEventListener('keydown', this.onKey, { capture: true });
    window.removeEventListener('resize', this.onResize);
    if (this.model) this.model.ended = true;
    tasklist.focusOffSoon();
  }

  /** Fills the page down to Tasklist's footer. */
  fit() {
    const below = tasklist.focused() ? BELOW.full : BELOW.listed;
    const height = window.innerHeight - this.getBoundingClientRect().top - below;
    this.style.setProperty('--height', `${Math.max(LOWEST, height)}px`);
  }

  panel(panel) {
    this.model = null;
    this.root.replaceChildren(h('div', { class: 'frame' }, panel), this.live);
    this.fit();
    this.root.querySelector('.button')?.focus();
  }

  async open() {
    tasklist.focusOn();
    this.panel(loadingPanel());
    this.taskId = await tasklist.taskIdOf(this);
    if (!this.isConnected) return;
    try {
      this.start(await api.privacyReview(this.taskId));
    } catch (problem) {
      tasklist.focusOff();
      this.panel(failurePanel(problem, () => this.open()));
    }
  }

  start(review) {
    this.model = new ReviewModel(review, {
      put: (id, body) => api.decidePrivacy(this.taskId, id, body),
      changed: () => this.view.saved(this.model.state),
      refused: (problem) => this.notice.show('bad', problem.message, { word: texts.common.tryAgain, run: () => this.tryAgain() }),
    });
    this.types = [...review.types].sort((a, b) => place(a) - place(b));
    this.actions = this.makeActions();
    this.view = new ReviewView(review, this.types, this.actions, this.taskId);
    this.view.saved('saved');
    this.view.reader.addEventListener('mousedown', () =>
      window.addEventListener('mouseup', (event) => this.pickByMouse(event.detail), { once: true }),
    );
    this.notice.hide();
    this.root.replaceChildren(this.view.frame(this.notice.element), this.view.dialog, this.live);
    this.fit();
    this.showWidth();
    this.go(this.model.at);
    if (this.model.undecided === 0) this.done();
  }

  /** What could not be saved is sent once more; what was refused is read anew. */
  tryAgain() {
    this.notice.hide();
    if (this.model.pending.size) this.model.save();
    else this.open();
  }

  makeActions() {
    return {
      clean: () => this.clean(),
      mark: (type) => this.mark(type),
      remove: (span) => this.remove(span),
      area: (area) => this.markArea(area),
      removeArea: (area) => this.removeArea(area),
      whole: () => this.markWhole(),
      doubt: (number) => this.coverDoubt(number),
      undo: () => this.undo(),
      previous: () => this.go(this.model.at - 1),
      next: () => this.go(this.model.at + 1),
      submit: () => this.submit(),
      shortcuts: () => this.view.dialog.showModal(),
      width: () => this.toggleWidth(),
      pick: (how) => this.pickByKey(how),
      unpick: () => this.pick(null),
    };
  }

  // Moving

  go(index) {
    if (index < 0 || index >= this.model.total) return;
    this.model.at = index;
    const { item } = this.model;
    this.notice.hide();
    this.view.showItems();
    if (item.text === null) {
      this.view.showOpening(this.model);
      this.openItem(item);
      return;
    }
    this.cursor = new WordCursor(item.text, item.masks);
    this.pick(null);
    this.fetchNext();
    this.view.reader.scrollTop = 0;
    this.say(t.item(index + 1, this.model.total));
  }

  /** Shows an item once its text is here, unless the person has gone on meanwhile. */
  async openItem(item) {
    const { model } = this;
    const waiting = () => this.model === model && model.item === item && this.view.reader.isConnected;
    try {
      await this.fetchItem(item);
      if (waiting()) this.go(model.at);
    } catch (problem) {
      if (waiting()) this.notice.show('bad', problem.message, { word: texts.common.tryAgain, run: () => this.go(model.at) });
    }
  }

  /** True while the shown item waits for its text: nobody decides what cannot be seen yet. */
  get isOpening() {
    return this.model.item.text === null && this.view.reader.isConnected;
  }

  /** Asks for a long text, once at a time. */
  fetchItem(item) {
    const { model } = this;
    item.fetching ??= api
      .privacyItem(this.taskId, item.id)
      .then((answer) => model.fill(item, answer))
      .finally(() => (item.fetching = null));
    return item.fetching;
  }

  /** The text that comes next is fetched while this one is read. */
  fetchNext() {
    const next = this.model.items[this.model.nextUndecided(this.model.at)];
    if (next?.text === null) this.fetchItem(next).catch(() => null);
  }

  /** On to the next undecided item, or to the end of the round. */
  advance() {
    const next = this.model.nextUndecided(this.model.at);
    if (next < 0) this.done();
    else this.go(next);
  }

  done() {
    this.view.showProgress(this.model);
    this.view.showDone(this.model, { submit: this.actions.submit, lookAgain: () => this.go(0) });
    this.say(t.allDone(this.model.total));
    if (this.model.count('missed')) this.suggestRules();
  }

  /** Rules from what is marked; without them the round ends as well. */
  async suggestRules() {
    const { model } = this;
    try {
      await model.save();
      const rules = await api.privacyRules(this.taskId);
      if (this.model === model) this.view.showRules(rules);
    } catch {
      // The rules come again on the page De-identification.
    }
  }

  // Selecting

  pick(picked) {
    this.picked = picked;
    this.view.show(this.model, picked);
    this.view.reader.focus({ preventScroll: true });
  }

  /** After a drag or a double click; a single click drops what was selected. */
  pickByMouse(clicks) {
    if (!this.model) return;
    const { item } = this.model;
    const selected = selectionOffsets(this.view.text, document.getSelection());
    if (!selected) {
      if (this.picked && clicks === 1) this.pick(null);
      return;
    }
    document.getSelection().removeAllRanges();
    let [start, end] = [toUtf16(item.text, selected.start), toUtf16(item.text, selected.end)];
    start += item.text.slice(start, end).length - item.text.slice(start, end).trimStart().length;
    end -= item.text.slice(start, end).length - item.text.slice(start, end).trimEnd().length;
    if (start < end) this.pickIfFree({ start, end });
  }

  /** Nothing that is masked or marked already can be selected again. */
  pickIfFree(picked) {
    const { masks, spans } = this.model.item;
    const touches = (mark) => picked.start < mark.end && picked.end > mark.start;
    if (masks.some(touches)) this.say(t.touchesMask, 'care');
    else if (spans.some(touches)) this.say(t.markedAlready, 'care');
    else {
      this.notice.hide();
      this.pick(picked);
      this.say(this.model.item.text.slice(picked.start, picked.end));
    }
  }

  /** @param {'right'|'left'|'down'|'up'|'longer'|'shorter'|'letter-longer'|'letter-shorter'} how */
  pickByKey(how) {
    const { cursor, picked } = this;
    const first = cursor.first();
    if (!picked) {
      if (first) this.pickIfFree(first);
      return;
    }
    const line = this.view.text.querySelector('.picked')?.closest('p');
    const forward = { right: true, left: false, longer: true, shorter: false, 'letter-longer': true, 'letter-shorter': false, down: true, up: false }[how];
    const sideways = how !== 'down' && how !== 'up';
    const ahead = sideways && line && getComputedStyle(line).direction === 'rtl' ? !forward : forward;
    if (how === 'right' || how === 'left') this.pickIfFree(cursor.beside(picked, ahead));
    else if (!sideways) this.pickIfFree(cursor.line(picked, ahead));
    else if (how.startsWith('letter')) this.pickIfFree(cursor.nudged(picked, ahead));
    else this.pickIfFree(cursor.stretched(picked, ahead));
  }

  // Deciding

  clean() {
    this.notice.hide();
    if (this.picked) {
      this.say(t.kindFirst, 'care');
      return;
    }
    const { item } = this.model;
    if (item.spans.length === 0 && item.areas.length === 0 && item.decision !== 'clean') {
      this.model.decide('clean', []);
      this.say(t.verdict.clean);
    }
    this.advance();
  }

  mark(type) {
    if (!this.picked) {
      this.say(t.hintSelect, 'care');
      return;
    }
    this.notice.hide();
    const { item } = this.model;
    const spans = [...item.spans, { ...this.picked, type }].sort((a, b) => a.start - b.start);
    this.model.decide('missed', spans);
    this.pick(null);
    this.say(t.marked(t.types[type] ?? type));
  }

  remove(span) {
    const spans = this.model.item.spans.filter((each) => each !== span);
    this.model.decide(spans.length || this.model.item.areas.length ? 'missed' : 'undecided', spans);
    this.pick(null);
    this.say(t.removed);
  }

  markArea(area) {
    const { item } = this.model;
    this.model.decide('missed', item.spans, [...item.areas, area]);
    this.pick(null);
    this.say(t.areaMarked);
  }

  removeArea(area) {
    const { item } = this.model;
    const areas = item.areas.filter((each) => each !== area);
    this.model.decide(areas.length || item.spans.length ? 'missed' : 'undecided', item.spans, areas);
    this.pick(null);
    this.say(t.removed);
  }

  markWhole() {
    const area = this.view.picture.whole();
    if (area) this.markArea(area);
    else this.say(t.noPicture, 'care');
  }

  coverDoubt(number) {
    if (!this.view.picture.coverDoubt(number)) this.say(t.noDoubt(number), 'care');
  }

  undo() {
    if (!this.model.undo()) {
      this.say(texts.workbench.nothingToUndo, 'care');
      return;
    }
    this.go(this.model.at);
    this.say(texts.workbench.undone(this.model.at + 1));
  }

  async submit() {
    const { model } = this;
    if (this.submitting) return;
    if (model.undecided) {
      this.go(model.nextUndecided(-1));
      this.say(t.notComplete(model.undecided), 'care');
      return;
    }
    this.submitting = true;
    try {
      await model.save();
      if (model.state !== 'saved') {
        this.notice.show('bad', t.saveFirst, { word: texts.common.tryAgain, run: () => this.tryAgain() });
        return;
      }
      this.finished(await api.submitPrivacy(this.taskId));
    } catch (problem) {
      this.notice.show('bad', problem.message);
    } finally {
      this.submitting = false;
    }
  }

  /** Thanks and, where leaks were planted, how many of them were seen. */
  finished({ planted, seen }) {
    const thanks = t.submitted(this.model.total);
    const sentence = planted ? `${thanks} ${t.planted(planted, seen)}` : thanks;
    toast(sentence, { stays: planted > 0 });
    if (tasklist.insideTasklist()) tasklist.leaveFor(null);
    else this.panel(h('div', { class: 'panel' }, h('h2', {}, sentence)));
  }

  // Around it

  showWidth() {
    const word = tasklist.focused() ? texts.workbench.showList : texts.workbench.hideList;
    this.view.width.hidden = !tasklist.insideTasklist();
    this.view.width.setAttribute('aria-label', word);
    this.view.width.title = `${word} (F)`;
    setText(this.view.width.querySelector('.word'), word);
  }

  toggleWidth() {
    if (!tasklist.insideTasklist()) return;
    if (tasklist.focused()) tasklist.focusOff();
    else tasklist.focusOn();
    this.showWidth();
    requestAnimationFrame(() => this.fit());
  }

  /** Announces a sentence politely; with a tone, shows it as well. */
  say(sentence, tone) {
    if (tone) {
      this.notice.show(tone, sentence);
      return;
    }
    setText(this.live, '');
    requestAnimationFrame(() => setText(this.live, sentence));
  }

  /** Keys count while the focus is in the component, or nowhere. */
  key(event) {
    const here = event.composedPath().includes(this) || event.target === document.body;
    if (!here || !this.model || this.isOpening || this.view.dialog.open) return;
    const run = reviewKey(event, this.actions, { picked: this.picked, types: this.types, doubts: this.view.picture.doubts.length > 0 });
    if (!run) return;
    event.preventDefault();
    run();
  }
}

customElements.define('touchstone-privacy-review', PrivacyReview);
