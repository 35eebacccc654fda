// Everything the workbench shows while a package is open.

import { h, icon, setText } from '../dom.js';
import { GuidelinePane } from './guideline-pane.js';
import { paragraphs } from '../text/itemtext.js';
import { LabelChoice } from '../kinds/class/label-choice.js';
import { itemPath, mediaOf } from '../media.js';
import { paint } from '../palette.js';
import { donePanel } from '../panels.js';
import { AbstentionLines, NoAnswerDialog } from './no-answer.js';
import { RecentStrip } from './recent-strip.js';
import { shortcutsDialog } from './shortcuts.js';
import { StatusBar } from './status-bar.js';
import { SuggestionLine, outline } from './suggestion.js';
import { texts } from '../texts.js';

/** UTF-16 units up to which a text is set larger. */
const SHORT = 220;

function move(name, word, key, run) {
  return h(
    'button',
    { type: 'button', class: 'button quiet', 'aria-label': word, title: `${word} (${key})`, on: { click: run } },
    icon(name),
    h('span', { class: 'word' }, word),
  );
}

export class WorkbenchView {
  constructor(answer, work, actions) {
    this.actions = actions;
    this.words = work.asked.words;
    this.done = false;
    this.bar = new StatusBar(answer, actions);
    this.decide = this.makeDecide(work);
    this.recent = new RecentStrip(actions.pick);
    this.dialog = shortcutsDialog(this.words, work.labels);
    this.position = h('span');
    this.given = h('span', { class: 'given' });
    this.suggestion = new SuggestionLine(actions.accept);
    this.noAnswer = new NoAnswerDialog(actions.abstain);
    this.abstentions = new AbstentionLines();
    const position = h('div', { class: 'position' }, this.position, this.given, this.suggestion.element, this.abstentions.element);
    this.media = h('div', { class: 'media' });
    this.measure = h('div', { class: 'measure' }, position, this.media, this.makeText());
    this.reader = h('div', { class: 'reader', tabindex: '0', role: 'region' }, this.measure);
    this.submitButton = h('button', { type: 'button', class: 'button submit', on: { click: actions.submit } });
    this.noAnswerButton = move('none', texts.noAnswer.word, '-', actions.noAnswer);
    this.noAnswerButton.classList.add('worded');
    this.undoButton = move('undo', this.words.undo, 'U', actions.undo);
    this.previousButton = move('left', this.words.previous, 'K', actions.previous);
    this.nextButton = move('right', this.words.next, 'J', actions.next);
    this.body = h('div', { class: 'body' });
    this.guideline = new GuidelinePane(answer.guideline, this.body, actions.guideline);
    this.stage = h('div', { class: 'stage' }, this.reader, this.decide, this.foot());
    this.body.append(this.stage, this.guideline.splitter, this.guideline.element);
  }

  /** Where the answer is given, below the text. */
  makeDecide(work) {
    this.choice = new LabelChoice(work.labels, this.actions.choose);
    return this.choice.element;
  }

  makeText() {
    this.text = h('div', { class: 'text' });
    return this.text;
  }

  foot() {
    return h(
      'footer',
      { class: 'foot' },
      this.recent.element,
      h('div', { class: 'moves' }, this.noAnswerButton, this.undoButton, this.previousButton, this.nextButton),
      this.submitButton,
    );
  }

  frame(notice) {
    return h('div', { class: 'frame' }, this.bar.element, this.bar.track, h('div', {}, notice), this.body);
  }

  showItem(work) {
    const { item } = work;
    this.showPosition(work);
    this.showGiven(work, item.candidates);
    if (this.shown !== item || this.reader.firstChild !== this.measure) {
      this.showText(item);
      this.showMedia(work);
      this.arrive(item);
    }
    this.showAnswer(work);
    this.suggestion.show(work);
  }

  showText(item) {
    this.text.className = item.text.length <= SHORT ? 'text short' : 'text';
    this.text.replaceChildren(...(item.text ? paragraphs(item.text) : []));
  }

  /** What the item's answer is, and what is suggested, where the answer is given. */
  showAnswer(work) {
    const { item } = work;
    this.choice.show(item.label);
    outline(this.choice.radios, item.suggestion === null ? -1 : work.labelIndex(item.suggestion));
  }

  showPosition(work) {
    const label = this.words.item(work.index + 1, work.total);
    this.done = false;
    this.decide.hidden = false;
    this.decide.inert = false;
    this.abstentions.show(work.item);
    setText(this.position, label);
    this.reader.setAttribute('aria-label', label);
  }

  /** The item's place, until its text is here; nothing can be answered before. */
  showOpening(work) {
    this.showPosition(work);
    this.given.hidden = true;
    this.suggestion.element.hidden = true;
    this.text.className = this.text.className.replace(' arrive', '');
    this.text.replaceChildren(h('p', {}, texts.common.loading));
    this.media.replaceChildren();
    this.reader.replaceChildren(this.measure);
    this.decide.inert = true;
    this.shown = null;
  }

  /** The picture, recording or document that the item is. */
  showMedia(work) {
    const { media, assignment } = work.item;
    this.media.replaceChildren(...(media ? [mediaOf(media, itemPath(work.id, assignment))] : []));
  }

  /** Another item's text stands in the reader. */
  arrive(item) {
    this.reader.replaceChildren(this.measure);
    this.reader.scrollTop = 0;
    void this.text.offsetWidth;
    this.text.classList.add('arrive');
    this.shown = item;
  }

  /** Says of an adjudicated item without labels that none are to be seen, and no reason. */
  showUnseen(work, candidates) {
    this.given.hidden = work.kind !== 'adjudication' || candidates.length > 0 || Object.keys(work.item.abstentions).length > 0;
    this.given.replaceChildren(this.words.noneShown);
  }

  /** The labels others gave, in the order the server sent them, without names. */
  showGiven(work, candidates) {
    this.showUnseen(work, candidates);
    if (candidates.length === 0) return;
    this.given.hidden = false;
    const counts = new Map();
    for (const id of candidates) counts.set(id, (counts.get(id) ?? 0) + 1);
    const tags = [...counts].map(([id, count]) =>
      paint(h('span', { class: 'tag' }, `${work.labelName(id)} ${this.words.times(count)}`), work.labelIndex(id)),
    );
    this.given.replaceChildren(this.words.given, ...tags);
  }

  showDone(work) {
    this.done = true;
    this.decide.hidden = true;
    this.reader.replaceChildren(donePanel(work, this.words, this.actions));
    this.reader.querySelector('.primary').focus();
  }

  refresh(work) {
    this.bar.showProgress(work.done, work.total);
    this.recent.show(work);
    this.noAnswerButton.disabled = this.done;
    this.undoButton.disabled = work.undoable.length === 0;
    this.previousButton.disabled = !this.done && work.index === 0;
    this.nextButton.disabled = this.done || work.index === work.total - 1;
    this.showSubmitting(false, work);
  }

  showSubmitting(running, work) {
    this.submitButton.disabled = running;
    if (running) {
      setText(this.submitButton, this.words.submitting);
    } else if (work.missing > 0) {
      this.submitButton.className = 'button submit';
      setText(this.submitButton, this.words.missing(work.missing));
    } else {
      this.submitButton.className = 'button submit primary';
      this.submitButton.replaceChildren(this.words.submit(work.total), h('kbd', {}, 'Ctrl Enter'));
    }
  }

  showGuideline(open) {
    this.guideline.show(open);
    this.bar.showGuideline(open);
  }

  /** True while the focus is where the answer is given. */
  get answering() {
    return this.choice.focused;
  }

  focusItem() {
    this.reader.focus({ preventScroll: true });
  }

  get itemFocused() {
    return this.reader.getRootNode().activeElement === this.reader;
  }

  get itemScrolls() {
    return this.reader.scrollHeight > this.reader.clientHeight + 2;
  }
}
