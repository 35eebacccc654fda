// <touchstone-workbench>: labels or adjudicates the items of one work package, by keyboard.

import { api } from './api.js';
import { Break, breakNeeded, breakStyle } from './item/break-overlay.js';
import { h, setText } from './dom.js';
import { GiveBackDialog, giveBackStyle } from './item/give-back.js';
import { noAnswerStyle } from './item/no-answer.js';
import { NoticeLine, toast } from './notice.js';
import { emptyPanel, failurePanel, loadingPanel, gonePanel } from './panels.js';
import { preferences } from './session/preferences.js';
import { editorOf, editorStyles } from './kinds/editors.js';
import { suggestionStyle } from './item/suggestion.js';
import * as tasklist from './tasklist.js';
import { texts } from './texts.js';
import { theme } from './theme.js';
import { workbenchStyle } from './item/workbench-style.js';

/** The editor is never lower than this, in pixels; below it the page scrolls. */
const LOWEST = 400;
/** Below this width the guideline would cover the item, so it waits to be asked for. */
const ROOM_FOR_GUIDELINE = 700;
/** Tasklist's footer and the margin below the editor, in pixels. */
const BELOW = { full: 14, listed: 42 };

/** Kind of the task of a talk about the guideline. */
const CLARIFY = 'clarify-guideline';

class Workbench extends HTMLElement {
  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    const styles = [theme, workbenchStyle, ...editorStyles, breakStyle, giveBackStyle, noAnswerStyle, suggestionStyle];
    this.root.adoptedStyleSheets = styles;
    this.notice = new NoticeLine();
    this.break = new Break();
    this.live = h('div', { class: 'visually-hidden', 'aria-live': 'polite' });
    this.onKey = (event) => this.key(event);
    this.onResize = () => this.fit();
    this.widths = new ResizeObserver(() => this.makeRoom());
  }

  connectedCallback() {
    tasklist.keepKeysInside(this);
    tasklist.guardForm(this);
    window.addEventListener('keydown', this.onKey, { capture: true });
    window.addEventListener('resize', this.onResize);
    this.widths.observe(this);
    this.open();
  }

  disconnectedCallback() {
    window.removeEventListener('keydown', this.onKey, { capture: true });
    window.removeEventListener('resize', this.onResize);
    this.widths.disconnect();
    this.stop();
    tasklist.focusOffSoon();
  }

  stop() {
    this.break.stop();
    this.session?.end();
    this.session = null;
  }

  /** Fills the page down to Tasklist's footer. */
  fit() {
    const top = this.getBoundingClientRect().top;
    const below = tasklist.focused() ? BELOW.full : BELOW.listed;
    this.style.setProperty('--height', `${Math.max(LOWEST, window.innerHeight - top - below)}px`);
  }

  /** Shows the guideline as the person likes it where it fits beside the item. */
  makeRoom() {
    const roomy = this.offsetWidth >= ROOM_FOR_GUIDELINE;
    if (!this.session || roomy === this.roomy) return;
    this.roomy = roomy;
    this.showGuideline(roomy && preferences.guidelineOpen);
  }

  panel(panel) {
    this.root.replaceChildren(h('div', { class: 'frame' }, panel), this.live);
    this.fit();
    this.root.querySelector('.primary, .button')?.focus();
  }

  /** A panel with no work in it; the task list comes back, so that there is somewhere to go. */
  pause(panel) {
    tasklist.focusOff();
    this.panel(panel);
  }

  async open() {
    tasklist.focusOn();
    this.panel(loadingPanel());
    this.taskId = await tasklist.taskIdOf(this);
    if (!this.isConnected) return;
    try {
      const answer = await api.nextPackage(this.taskId);
      if (!this.isConnected) return;
      if (answer) this.start(answer);
      else this.pause(emptyPanel(() => this.open()));
    } catch (problem) {
      if (breakNeeded(problem)) this.restFirst(problem.document.until);
      else this.pause(failurePanel(problem, () => this.open()));
    }
  }

  /** A break is on before anything is open. */
  restFirst(until) {
    this.break.start(until, () => this.open());
    this.panel(this.break.element);
    this.break.element.focus();
  }

  /** The server's word on the time at work, with each saved item. */
  advised(session) {
    if (session?.action === 'stop') this.rest(session.breakUntil, session.sentence);
    else if (session?.action === 'suggest-break') this.break.advise(session.sentence);
  }

  /** Lays the break over the open package; the work stays where it is. */
  rest(until, why) {
    if (this.break.on || !this.session) return;
    const frame = this.root.querySelector('.frame');
    this.session.pause();
    this.root.querySelector('dialog[open]')?.close();
    this.break.start(until, () => this.restOver(), why);
    for (const part of frame.children) part.inert = true;
    this.break.element.classList.add('over');
    frame.append(this.break.element);
    this.break.element.focus();
    this.say(this.break.until.textContent);
  }

  restOver() {
    for (const part of this.root.querySelector('.frame').children) part.inert = false;
    this.session?.resume();
    this.say(texts.rest.over);
  }

  start(answer) {
    const Session = editorOf(answer.task);
    this.session = new Session(answer, this, {
      guideline: () => this.showGuideline(!this.session.view.guideline.open, true),
      width: () => this.toggleWidth(),
      shortcuts: () => this.session.view.dialog.showModal(),
      giveBack: () => this.giveBack.open(),
    });
    this.giveBack = new GiveBackDialog(answer.package, {
      flush: () => this.session.flush(),
      givenBack: (given) => this.leave(given, texts.giveBack.done[given.where]),
      gone: (problem) => this.gone(problem),
    });
    const { view } = this.session;
    this.notice.hide();
    this.root.replaceChildren(view.frame(h('div', {}, this.notice.element, this.break.hint.element)), view.dialog, view.noAnswer.element, this.giveBack.element, this.live);
    this.fit();
    this.roomy = null;
    this.makeRoom();
    view.bar.showWidth(tasklist.focused(), tasklist.insideTasklist());
    tasklist.refreshList();
    this.session.begin();
    if (answer.lookAgain) this.notice.show('care', answer.lookAgain);
  }

  showGuideline(open, asked = false) {
    this.session.view.showGuideline(open);
    if (asked && this.roomy) preferences.guidelineOpen = open;
  }

  toggleWidth() {
    if (!tasklist.insideTasklist()) return;
    if (tasklist.focused()) tasklist.focusOff();
    else tasklist.focusOn();
    this.session.view.bar.showWidth(tasklist.focused(), true);
    requestAnimationFrame(() => this.fit());
  }

  /** Announces a sentence politely, also when it is the same as before. */
  say(sentence) {
    setText(this.live, '');
    requestAnimationFrame(() => setText(this.live, sentence));
  }

  /** After the submit: on to the next package, or back to the list. */
  finished(answer) {
    const { words } = this.session;
    if (answer.next?.task === CLARIFY) this.leave(answer, words.clarifyNext);
    else this.leave(answer, answer.next ? words.submittedNext(answer.submitted) : words.submittedLast(answer.submitted));
  }

  leave(answer, sentence) {
    this.stop();
    toast(sentence);
    if (tasklist.insideTasklist()) tasklist.leaveFor(answer.next?.taskId);
    else if (answer.next) this.open();
    else this.pause(emptyPanel(() => this.open()));
  }

  /** The package was submitted or taken back elsewhere. */
  gone(problem) {
    this.stop();
    this.pause(gonePanel(problem, () => this.leaveGone()));
  }

  leaveGone() {
    if (tasklist.insideTasklist()) tasklist.leaveFor(null);
    else this.open();
  }

  /** Keys count while the focus is in the component, or nowhere. */
  key(event) {
    const here = event.composedPath().includes(this) || event.target === document.body;
    if (!here || !this.session || this.break.on || this.root.querySelector('dialog[open]')) return;
    const run = this.session.keyAction(event);
    if (!run) return;
    event.preventDefault();
    run();
  }
}

customElements.define('touchstone-workbench', Workbench);
