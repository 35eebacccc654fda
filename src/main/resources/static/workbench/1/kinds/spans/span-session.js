// A person's work on a package whose items are texts with spans.

import { preferences } from '../../session/preferences.js';
import { PackageSession } from '../../session/session.js';
import { spanKeyAction } from './span-keys.js';
import { SpanWorkbenchView } from './span-workbench-view.js';
import { spoken } from '../../item/suggestion.js';
import { texts } from '../../texts.js';

const t = texts.spans;

export class SpanSession extends PackageSession {
  makeView(answer) {
    Object.assign(this.actions, {
      change: (spans) => this.change(spans),
      finishItem: () => this.finishItem(),
      nothing: () => this.nothing(),
      redo: () => this.redo(),
      start: (place) => this.start(place),
      say: (sentence) => this.host.say(sentence),
      complain: (sentence) => this.complain(sentence),
      refocus: () => this.view.focusItem(),
    });
    return new SpanWorkbenchView(answer, this.work, this.actions);
  }

  keyAction(event) {
    return this.opening ? null : spanKeyAction(event, this);
  }

  /** Takes over what the editor made of the item. */
  change(spans) {
    if (this.submitting) {
      this.view.editor.take(this.work.item.spans);
      return;
    }
    this.work.decide(spans, this.work.item.accepted);
    this.leaveItem(true);
    this.settle();
    this.refresh();
  }

  /** Puts the suggested spans into the editor, where they can be changed; Enter goes on. */
  takeOver(suggestion) {
    if (this.submitting || this.view.choosing) return;
    this.work.decide(suggestion, true);
    this.leaveItem(true);
    this.settle();
    this.show();
    this.host.say(t.tookOver(suggestion.length));
  }

  /** One key for an item in which there is nothing. */
  nothing() {
    const { editor } = this.view;
    const already = this.work.item.spans?.length === 0;
    if (!already && !editor.nothing()) return;
    if (this.view.choosing) this.show();
    if (already || preferences.autoAdvance) this.finishItem();
  }

  /** On to the next item, where this one is done. */
  finishItem() {
    const { work } = this;
    if (!work.answered(work.item)) {
      this.complain(this.view.choosing ? this.view.candidates.advice : t.notDoneYet);
      return;
    }
    this.nextItem();
  }

  /** Starts an adjudication from one of the answers, or from nothing. */
  start(place) {
    const { candidates } = this.view;
    if (place === candidates.count) {
      this.view.startEmpty(this.work.item);
      this.show();
      this.host.say(t.chosenEmpty);
    } else if (place < candidates.count) {
      this.change(candidates.spansOf(place));
      this.show();
      this.host.say(t.chosen(place + 1));
    }
  }

  redo() {
    if (this.submitting) return;
    this.leaveItem();
    if (!this.work.redo()) {
      this.host.say(t.nothingToRedo);
      return;
    }
    this.save(this.work.item);
    this.show();
    this.host.say(t.redone(this.work.index + 1));
  }

  complain(sentence) {
    this.host.notice.show('care', sentence);
  }

  sayItem(prefix = '') {
    const { spans } = this.work.item;
    const state = this.abstention ?? (spans === null ? t.notDone : spans.length ? t.spans(spans.length) : t.nothingInIt);
    this.host.say(`${prefix} ${this.words.item(this.work.index + 1, this.work.total)}, ${state}. ${spoken(this.work)}`.trim());
  }
}
