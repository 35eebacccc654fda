// <touchstone-workbench>: labels or adjudicates the items of one work package, by keyboard.

import { api, randomKey } from './api.js';
import { ActiveClock } from './clock.js';
import { h, setText } from './dom.js';
import { keyAction } from './keys.js';
import { NoticeLine, toast } from './notice.js';
import { WorkPackage } from './package.js';
import { emptyPanel, failurePanel, loadingPanel, gonePanel } from './panels.js';
import { preferences } from './preferences.js';
import { DraftQueue } from './store.js';
import * as tasklist from './tasklist.js';
import { texts } from './texts.js';
import { theme } from './theme.js';
import { WorkbenchView } from './workbench-view.js';
import { workbenchStyle } from './workbench-style.js';

const t = texts.workbench;
/** The editor is never lower than this, in pixels; below it the page scrolls. */
const LOWEST = 400;
/** Below this width the guideline would cover the item, so it waits to be asked for. */
const ROOM_FOR_GUIDELINE = 700;
/** Tasklist's footer and the margin below the editor, in pixels. */
const BELOW = { full: 14, listed: 42 };

class Workbench extends HTMLElement {
  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [theme, workbenchStyle];
    this.notice = new NoticeLine();
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
    this.leaveItem();
    this.stopWork();
    tasklist.focusOffSoon();
  }

  stopWork() {
    this.clock?.stop();
    this.queue?.close();
    this.clock = this.queue = this.work = null;
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
    if (!this.work || roomy === this.roomy) return;
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
      this.pause(failurePanel(problem, () => this.open()));
    }
  }

  start(answer) {
    this.work = new WorkPackage(answer);
    this.submitKey = randomKey();
    this.queue = this.makeQueue();
    this.clock = new ActiveClock((running) => this.tick(running));
    this.view = new WorkbenchView(answer, this.work, this.actions());
    this.root.replaceChildren(this.view.frame(this.notice.element), this.view.dialog, this.live);
    this.fit();
    this.clock.start();
    tasklist.refreshList();
    this.roomy = null;
    this.makeRoom();
    this.view.bar.showWidth(tasklist.focused(), tasklist.insideTasklist());
    if (this.work.missing === 0) this.showDone();
    else this.show();
  }

  actions() {
    return {
      choose: (label) => this.choose(label),
      pick: (index) => this.goTo(index),
      previous: () => this.goTo(this.work.index - 1),
      next: () => this.goTo(this.work.index + 1),
      undo: () => this.undo(),
      submit: () => this.submit(),
      guideline: () => this.showGuideline(!this.view.guideline.open, true),
      width: () => this.toggleWidth(),
      shortcuts: () => this.view.dialog.showModal(),
      lookAgain: () => this.goTo(0),
    };
  }

  makeQueue() {
    const save = (assignment, value, version, leaving) =>
      api.saveDraft(this.work?.id ?? queue.packageId, assignment, value, version, leaving);
    const queue = new DraftQueue(this.work.id, save, {
      onState: (state, problem) => this.saved(state, problem),
      onConflict: (assignment, current) => this.conflict(assignment, current),
    });
    for (const item of this.work.items) queue.know(item.assignment, item.version);
    for (const [assignment, value] of DraftQueue.recall(this.work.id)) {
      const item = this.work.items[this.work.indexOf(assignment)];
      if (!item) continue;
      Object.assign(item, value);
      queue.put(assignment, { label: item.label, activeSeconds: item.activeSeconds });
    }
    this.work.index = Math.max(0, this.work.firstMissing());
    return queue;
  }

  // ---- showing

  show() {
    this.view.showItem(this.work);
    this.refresh();
    if (!this.view.choice.focused) this.view.focusItem();
  }

  showDone() {
    this.view.showDone(this.work);
    this.refresh();
    this.say(t.allLabelled(this.work.total));
  }

  refresh() {
    this.view.refresh(this.work);
    this.tick(this.clock.running !== false);
  }

  tick(running) {
    if (!this.work) return;
    this.view.bar.showClock(this.work.activeSeconds + this.clock.pending, running);
  }

  saved(state, problem) {
    this.view?.bar.saved(state);
    if (state === 'signed-out') {
      this.notice.show('bad', problem.message, { word: texts.common.tryAgain, run: () => this.queue.flush() });
    } else if (state === 'refused') {
      this.notice.show('bad', problem.message);
    } else if (state === 'saved' && this.notice.tone === 'bad') {
      this.notice.hide();
    }
    if (state !== this.savedBefore && state === 'waiting') this.say(t.waiting);
    this.savedBefore = state;
  }

  conflict(assignment, current) {
    const index = this.work.takeOver(assignment, current);
    this.notice.show('care', t.conflict(index + 1));
    if (index === this.work.index && !this.view.done) this.show();
    else this.refresh();
  }

  say(sentence) {
    setText(this.live, '');
    requestAnimationFrame(() => setText(this.live, sentence));
  }

  sayItem(prefix = '') {
    const item = this.work.item;
    const label = item.label === null ? t.noLabel : this.work.labelName(item.label);
    this.say(`${prefix} ${t.item(this.work.index + 1, this.work.total)}, ${label}.`.trim());
  }

  // ---- working

  /** Books the time spent on the shown item; saves it when the item is left without a decision. */
  leaveItem(decided = false) {
    if (!this.work) return;
    const item = this.work.item;
    const seconds = this.clock.take();
    if (!this.view.done) item.activeSeconds = Math.round((item.activeSeconds + seconds) * 10) / 10;
    if (decided || (seconds >= 1 && item.label !== null)) this.save(item);
  }

  save(item) {
    this.queue.put(item.assignment, { label: item.label, activeSeconds: item.activeSeconds });
  }

  choose(label) {
    if (this.view.done) return;
    this.view.choice.finder?.clear();
    const wasMissing = this.work.decide(label);
    this.leaveItem(true);
    this.settle();
    const said = label === null ? t.cleared : t.labelled(this.work.labelName(label));
    if (label === null || !preferences.autoAdvance) {
      this.show();
      this.say(said);
    } else if (this.work.advance(wasMissing)) {
      this.show();
      this.sayItem(said);
    } else {
      this.showDone();
    }
  }

  settle() {
    if (this.notice.tone !== 'bad') this.notice.hide();
  }

  goTo(index) {
    this.leaveItem();
    this.work.goTo(index);
    this.settle();
    this.show();
    this.sayItem();
  }

  goToMissing(explain = false) {
    const index = this.work.firstMissing();
    if (index < 0) return;
    this.goTo(index);
    if (explain) this.notice.show('care', t.missingJump(this.work.missing));
  }

  undo() {
    this.leaveItem();
    if (!this.work.undo()) {
      this.say(t.nothingToUndo);
      return;
    }
    this.save(this.work.item);
    this.show();
    this.say(t.undone(this.work.index + 1));
  }

  showGuideline(open, asked = false) {
    this.view.showGuideline(open);
    if (asked && this.roomy) preferences.guidelineOpen = open;
  }

  toggleWidth() {
    if (!tasklist.insideTasklist()) return;
    if (tasklist.focused()) tasklist.focusOff();
    else tasklist.focusOn();
    this.view.bar.showWidth(tasklist.focused(), true);
    requestAnimationFrame(() => this.fit());
  }

  // ---- submitting

  async submit() {
    if (this.submitting) return;
    if (this.work.missing > 0) {
      this.goToMissing(true);
      return;
    }
    this.leaveItem();
    this.submitting = true;
    this.view.showSubmitting(true);
    try {
      if (await this.queue.flush()) this.finished(await api.submit(this.work.id, this.submitKey));
      else this.notice.show('bad', t.saveFirst);
    } catch (problem) {
      this.refusedSubmit(problem);
    } finally {
      this.submitting = false;
      if (this.work) this.view.showSubmitting(false, this.work);
    }
  }

  finished(answer) {
    this.stopWork();
    toast(answer.next ? t.submittedNext(answer.submitted) : t.submittedLast(answer.submitted));
    if (tasklist.insideTasklist()) tasklist.leaveFor(answer.next?.taskId);
    else if (answer.next) this.open();
    else this.pause(emptyPanel(() => this.open()));
  }

  refusedSubmit(problem) {
    const missing = problem.document?.missing;
    if (problem.status === 422 && missing?.length) {
      this.work.withoutLabel(missing);
      this.goToMissing(true);
    } else if (problem.status === 409) {
      this.stopWork();
      this.pause(gonePanel(problem, () => this.leaveGone()));
    } else {
      this.notice.show('bad', problem.message, { word: texts.common.tryAgain, run: () => this.submit() });
    }
  }

  leaveGone() {
    if (tasklist.insideTasklist()) tasklist.leaveFor(null);
    else this.open();
  }

  // ---- keys

  /** Keys count while the focus is in the component, or nowhere. */
  key(event) {
    const here = event.composedPath().includes(this) || event.target === document.body;
    if (!here || !this.work || this.view.dialog.open) return;
    const run = keyAction(event, this);
    if (!run) return;
    event.preventDefault();
    run();
  }
}

customElements.define('touchstone-workbench', Workbench);
