// Everything the workbench shows while a package is open.

import { h, icon, setText } from './dom.js';
import { GuidelinePane } from './guideline-pane.js';
import { paragraphs } from './itemtext.js';
import { LabelChoice } from './label-choice.js';
import { paint } from './palette.js';
import { donePanel } from './panels.js';
import { RecentStrip } from './recent-strip.js';
import { shortcutsDialog } from './shortcuts.js';
import { StatusBar } from './status-bar.js';
import { SuggestionLine } from './suggestion.js';
import { texts } from './texts.js';

const t = texts.workbench;
/** Code points up to which a text is set larger. */
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
    this.done = false;
    this.bar = new StatusBar(answer, actions);
    this.choice = new LabelChoice(work.labels, actions.choose);
    this.recent = new RecentStrip(actions.pick);
    this.dialog = shortcutsDialog();
    this.position = h('span');
    this.given = h('span', { class: 'given' });
    this.suggestion = new SuggestionLine(actions.accept);
    this.text = h('div', { class: 'text' });
    this.measure = h('div', { class: 'measure' }, h('div', { class: 'position' }, this.position, this.given, this.suggestion.element), this.text);
    this.reader = h('div', { class: 'reader', tabindex: '0', role: 'region' }, this.measure);
    this.submitButton = h('button', { type: 'button', class: 'button submit', on: { click: actions.submit } });
    this.undoButton = move('undo', t.undo, 'U', actions.undo);
    this.previousButton = move('left', t.previous, 'K', actions.previous);
    this.nextButton = move('right', t.next, 'J', actions.next);
    this.body = h('div', { class: 'body' });
    this.guideline = new GuidelinePane(answer.guideline, this.body, actions.guideline);
    this.stage = h('div', { class: 'stage' }, this.reader, this.choice.element, this.foot());
    this.body.append(this.stage, this.guideline.splitter, this.guideline.element);
  }

  foot() {
    return h(
      'footer',
      { class: 'foot' },
      this.recent.element,
      h('div', { class: 'moves' }, this.undoButton, this.previousButton, this.nextButton),
      this.submitButton,
    );
  }

  frame(notice) {
    return h('div', { class: 'frame' }, this.bar.element, this.bar.track, h('div', {}, notice), this.body);
  }

  showItem(work) {
    const item = work.item;
    const label = t.item(work.index + 1, work.total);
    this.done = false;
    setText(this.position, label);
    this.reader.setAttribute('aria-label', label);
    this.showGiven(work, item.candidates);
    if (this.shown !== item || this.reader.firstChild !== this.measure) {
      this.text.className = [...item.text].length <= SHORT ? 'text short' : 'text';
      this.text.replaceChildren(...paragraphs(item.text));
      this.reader.replaceChildren(this.measure);
      this.reader.scrollTop = 0;
      void this.text.offsetWidth;
      this.text.classList.add('arrive');
      this.shown = item;
    }
    this.choice.element.hidden = false;
    this.choice.show(item.label);
    this.suggestion.show(work, this.choice);
  }

  /** The labels others gave, in the order the server sent them, without names. */
  showGiven(work, candidates) {
    this.given.hidden = candidates.length === 0;
    const counts = new Map();
    for (const id of candidates) counts.set(id, (counts.get(id) ?? 0) + 1);
    const tags = [...counts].map(([id, count]) =>
      paint(h('span', { class: 'tag' }, `${work.labelName(id)} ${t.times(count)}`), work.labelIndex(id)),
    );
    this.given.replaceChildren(t.given, ...tags);
  }

  showDone(work) {
    this.done = true;
    this.choice.element.hidden = true;
    this.reader.replaceChildren(donePanel(work, this.actions));
    this.reader.querySelector('.primary').focus();
  }

  refresh(work) {
    this.bar.showProgress(work.done, work.total);
    this.recent.show(work);
    this.undoButton.disabled = work.undoable.length === 0;
    this.previousButton.disabled = !this.done && work.index === 0;
    this.nextButton.disabled = this.done || work.index === work.total - 1;
    this.showSubmitting(false, work);
  }

  showSubmitting(running, work) {
    this.submitButton.disabled = running;
    if (running) {
      setText(this.submitButton, t.submitting);
    } else if (work.missing > 0) {
      this.submitButton.className = 'button submit';
      setText(this.submitButton, t.missing(work.missing));
    } else {
      this.submitButton.className = 'button submit primary';
      this.submitButton.replaceChildren(t.submit(work.total), h('kbd', {}, 'Ctrl Enter'));
    }
  }

  showGuideline(open) {
    this.guideline.show(open);
    this.bar.showGuideline(open);
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
