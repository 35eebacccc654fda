// A person's work on one package, from the first item to the submit: decisions, drafts, clock.

import { api, randomKey } from '../api.js';
import { breakNeeded } from '../item/break-overlay.js';
import { ActiveClock } from './clock.js';
import { keyAction } from './keys.js';
import { WorkPackage } from './package.js';
import { keepPlace, placeBefore } from './place.js';
import { preferences } from './preferences.js';
import { DraftQueue } from './store.js';
import { spoken } from '../item/suggestion.js';
import { texts } from '../texts.js';
import { WorkbenchView } from '../item/workbench-view.js';

export class PackageSession {
  /**
   * @param {Object} answer the work package as the server gave it
   * @param {Object} host the workbench: `notice`, `say(sentence)`, `finished(answer)`, `gone(problem)`,
   *     `advised(session)`, `rest(until)`
   * @param {Object} tools the actions of the frame: `guideline`, `width`, `shortcuts`, `giveBack`
   */
  constructor(answer, host, tools) {
    this.host = host;
    this.work = new WorkPackage(answer);
    this.words = this.work.asked.words;
    this.submitKey = randomKey();
    this.actions = {
      ...tools,
      choose: (label) => this.choose(label),
      accept: () => this.accept(),
      pick: (index) => this.goTo(index),
      previous: () => this.goTo(this.work.index - 1),
      next: () => this.goTo(this.work.index + 1),
      undo: () => this.undo(),
      submit: () => this.submit(),
      missing: () => this.goToMissing(),
      lookAgain: () => this.goTo(0),
      noAnswer: () => this.noAnswer(),
      abstain: (why, note) => this.abstain(why, note),
    };
    this.view = this.makeView(answer);
    this.queue = this.makeQueue();
    this.clock = new ActiveClock((running) => this.tick(running));
  }

  makeView(answer) {
    return new WorkbenchView(answer, this.work, this.actions);
  }

  /** The action behind a key, or null for a key that is none of ours. */
  keyAction(event) {
    return this.opening ? null : keyAction(event, this);
  }

  /** Shows the first item without a label, after an ended session the one before, and starts the clock. */
  begin() {
    this.recall();
    this.clock.start();
    const before = this.work.indexOf(placeBefore(this.work.id));
    if (before >= 0) this.goTo(before);
    else if (this.work.missing === 0 && !this.work.lookAgain) this.showDone();
    else this.show();
  }

  /** Books the time of the shown item, sends what is not saved and stops. */
  end() {
    if (this.over) return;
    this.leaveItem();
    this.over = true;
    this.clock.stop();
    this.queue.close();
  }

  /** Stands still during a break. */
  pause() {
    this.leaveItem();
    this.clock.stop();
  }

  /** Goes on after a break where it stood. */
  resume() {
    this.clock.start();
    this.queue.flush();
    if (this.view.done) this.view.reader.querySelector('.primary').focus();
    else this.show();
  }

  /** Whether the server has everything now. */
  flush() {
    this.leaveItem();
    return this.queue.flush();
  }

  makeQueue() {
    const save = async (assignment, value, version, leaving) => {
      const answer = await api.saveDraft(this.work.id, assignment, value, version, leaving);
      this.host.advised(answer.session);
      return answer;
    };
    const queue = new DraftQueue(this.work.id, save, {
      onState: (state, problem) => this.saved(state, problem),
      onConflict: (assignment, current) => this.conflict(assignment, current),
      same: (one, other) => this.work.sameAnswer(one, other),
    });
    for (const item of this.work.items) queue.know(item.assignment, item.version);
    return queue;
  }

  /** Takes up what an ended session kept from being saved. */
  recall() {
    for (const [assignment, value] of DraftQueue.recall(this.work.id)) {
      const item = this.work.items[this.work.indexOf(assignment)];
      if (!item) continue;
      Object.assign(item, value);
      this.save(item);
    }
    this.work.goTo(this.work.firstMissing());
  }

  show() {
    const { item } = this.work;
    keepPlace(this.work.id, item.assignment);
    this.opening = item.text === null;
    if (this.opening) {
      this.view.showOpening(this.work);
      this.open(item);
    } else {
      this.view.showItem(this.work);
      this.fetchNext();
    }
    this.refresh();
    if (!this.view.answering) this.view.focusItem();
  }

  /** Shows an item once its text is here, unless the person has gone on meanwhile. */
  async open(item) {
    try {
      await this.fetchText(item);
      if (this.isWaitingFor(item)) this.show();
    } catch (problem) {
      if (this.isWaitingFor(item)) this.host.notice.show('bad', problem.message, { word: texts.common.tryAgain, run: () => this.show() });
    }
  }

  isWaitingFor(item) {
    return !this.over && this.opening && this.work.item === item;
  }

  /** Asks for a long text, once at a time. */
  fetchText(item) {
    item.fetching ??= api
      .itemText(this.work.id, item.assignment)
      .then(({ text }) => (item.text = text))
      .finally(() => (item.fetching = null));
    return item.fetching;
  }

  /** The text that comes next is fetched while this one is read. */
  fetchNext() {
    const next = this.work.items[this.work.index + 1];
    if (next?.text === null) this.fetchText(next).catch(() => null);
  }

  showDone() {
    this.opening = false;
    this.view.showDone(this.work);
    this.refresh();
    this.host.say(this.words.allLabelled(this.work.total));
  }

  refresh() {
    this.view.refresh(this.work);
    this.tick(this.clock.running !== false);
  }

  tick(running) {
    if (this.over) return;
    this.view.bar.showClock(this.work.activeSeconds + this.clock.pending, running);
  }

  saved(state, problem) {
    if (breakNeeded(problem)) {
      this.host.rest(problem.document.until);
      return;
    }
    this.view.bar.saved(state);
    if (state === 'signed-out') {
      this.host.notice.show('bad', problem.message, { word: texts.common.tryAgain, run: () => this.queue.flush() });
    } else if (state === 'refused') {
      this.host.notice.show('bad', problem.message);
    } else if (state === 'saved' && this.host.notice.tone === 'bad') {
      this.host.notice.hide();
    }
    if (state !== this.savedBefore && state === 'waiting') this.host.say(this.words.waiting);
    this.savedBefore = state;
  }

  conflict(assignment, current) {
    const index = this.work.takeOver(assignment, current);
    this.host.notice.show('care', this.words.conflict(index + 1));
    if (index === this.work.index && !this.view.done) this.show();
    else this.refresh();
  }

  /** That the shown item gets no answer, in words; null where it may have one. */
  get abstention() {
    return texts.noAnswer.said[this.work.item.abstained] ?? null;
  }

  sayItem(prefix = '') {
    const item = this.work.item;
    const label = this.abstention ?? (item.label === null ? this.words.noLabel : this.work.labelName(item.label));
    const place = this.words.item(this.work.index + 1, this.work.total);
    this.host.say(`${prefix} ${place}, ${label}. ${spoken(this.work)}`.trim());
  }

  /**
   * Books the time spent on the shown item; saves it when the item is left without a decision. A
   * package that the server has closed takes no more drafts.
   */
  leaveItem(decided = false) {
    if (this.over || this.closed) return;
    const item = this.work.item;
    const seconds = this.clock.take();
    if (this.view.done) return;
    item.activeSeconds = Math.round((item.activeSeconds + seconds) * 10) / 10;
    if (decided || (seconds >= 1 && this.work.answered(item))) this.save(item);
  }

  save(item) {
    this.queue.put(item.assignment, this.work.draft(item));
  }

  /** Takes the suggestion over; only ever on a key or a click for it. */
  accept() {
    if (this.view.done) return;
    if (this.work.item.suggestion === null) this.host.say(this.words.nothingSuggested);
    else this.takeOver(this.work.item.suggestion);
  }

  takeOver(suggestion) {
    this.choose(suggestion, true);
  }

  choose(label, accepted = false) {
    if (this.view.done || this.submitting) return;
    this.view.choice.finder?.clear();
    const wasMissing = this.work.decide(label, accepted);
    this.leaveItem(true);
    this.settle();
    const said = label === null ? this.words.cleared : this.words.labelled(this.work.labelName(label));
    this.goOnFrom(wasMissing, said, label === null);
  }

  /** To the next item, where the person likes to go on at once and nothing was taken back. */
  goOnFrom(wasMissing, said, stay) {
    if (stay || !preferences.autoAdvance) {
      this.show();
      this.host.say(said);
    } else if (this.work.advance(wasMissing)) {
      this.show();
      this.sayItem(said);
    } else {
      this.showDone();
    }
  }

  /** Asks why the shown item gets no answer. */
  noAnswer() {
    if (!this.view.done && !this.submitting && !this.opening) this.view.noAnswer.open(this.work.item);
  }

  abstain(why, note) {
    if (this.view.done || this.submitting) return;
    const wasMissing = this.work.abstain(why, note);
    this.leaveItem(true);
    this.settle();
    this.goOnFrom(wasMissing, texts.noAnswer.said[why], false);
  }

  settle() {
    if (this.host.notice.tone !== 'bad') this.host.notice.hide();
  }

  goTo(index) {
    this.leaveItem();
    this.work.goTo(index);
    this.settle();
    this.show();
    this.sayItem();
  }

  /** From a finished item to the next one without an answer; in a package that was complete, to the next. */
  nextItem() {
    const { work } = this;
    const missing = work.firstMissing(work.index + 1);
    if (missing >= 0) this.goTo(missing);
    else if (this.wasComplete && work.index + 1 < work.total) this.goTo(work.index + 1);
    else this.finishPackage();
  }

  finishPackage() {
    this.leaveItem();
    this.settle();
    this.wasComplete = true;
    this.showDone();
  }

  goToMissing(explain = false) {
    const index = this.work.firstMissing();
    if (index < 0) return;
    this.goTo(index);
    if (explain) this.host.notice.show('care', this.words.missingJump(this.work.missing));
  }

  undo() {
    if (this.submitting) return;
    this.leaveItem();
    if (!this.work.undo()) {
      this.host.say(this.words.nothingToUndo);
      return;
    }
    this.save(this.work.item);
    this.show();
    this.host.say(this.words.undone(this.work.index + 1));
  }

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
      if (await this.queue.flush()) this.accepted(await api.submit(this.work.id, this.submitKey));
      else this.host.notice.show('bad', this.words.saveFirst);
    } catch (problem) {
      this.refusedSubmit(problem);
    } finally {
      this.submitting = false;
      if (!this.over) this.view.showSubmitting(false, this.work);
    }
  }

  accepted(answer) {
    this.closed = true;
    this.host.finished(answer);
  }

  refusedSubmit(problem) {
    const missing = problem.document?.missing;
    if (problem.status === 422 && missing?.length) {
      this.work.withoutAnswer(missing);
      this.goToMissing(true);
    } else if (problem.status === 409) {
      this.closed = true;
      this.host.gone(problem);
    } else {
      this.host.notice.show('bad', problem.message, { word: texts.common.tryAgain, run: () => this.submit() });
    }
  }
}
