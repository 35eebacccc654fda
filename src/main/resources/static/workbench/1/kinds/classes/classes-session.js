// A person's work on a package whose items may have several classes.

import { preferences } from '../../session/preferences.js';
import { PackageSession } from '../../session/session.js';
import { OWN_KEYS } from '../../session/keys.js';
import { spoken } from '../../item/suggestion.js';
import { toggled } from './classes.js';
import { ClassesView } from './classes-view.js';
import { words } from './words.js';

export class ClassesSession extends PackageSession {
  makeView(answer) {
    return new ClassesView(answer, this.work, this.actions);
  }

  keyAction(event) {
    const own = this.opening ? null : this.ownKey(event);
    return own ?? super.keyAction(event);
  }

  /** Enter ends the item and 0 says that no class applies; a button keeps its own Enter. */
  ownKey(event) {
    const origin = event.composedPath()[0];
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || origin.matches?.(OWN_KEYS)) return null;
    if (event.key === 'Enter' && !this.view.done && (this.view.choice.radios.includes(origin) || !origin.matches?.('button, a'))) {
      return event.repeat ? () => {} : () => this.finishItem();
    }
    return event.key === '0' && !this.view.done && !event.repeat ? () => this.none() : null;
  }

  /** Chooses a class or drops it; null takes all away. */
  choose(label) {
    if (this.view.done || this.submitting) return;
    this.view.choice.finder?.clear();
    const ids = label === null ? [] : toggled(this.work.item.classes, label);
    this.decide(ids.length ? ids : null, this.work.item.accepted);
    if (label === null) this.host.say(words.cleared);
    else this.host.say((ids.includes(label) ? words.added : words.dropped)(this.work.labelName(label)));
  }

  takeOver(suggestion) {
    if (this.submitting) return;
    this.decide(suggestion, true);
    this.host.say(words.tookOver);
  }

  decide(ids, accepted) {
    this.work.decide(ids, accepted);
    this.leaveItem(true);
    this.settle();
    this.show();
  }

  none() {
    if (this.submitting || !this.work.rules.noneAllowed) return;
    this.decide([], false);
    if (preferences.autoAdvance) this.finishItem();
    else this.host.say(words.none);
  }

  /** On to the next item, where this one is done. */
  finishItem() {
    const { work } = this;
    if (!work.answered(work.item)) {
      this.host.notice.show('care', work.rules.noneAllowed ? words.notDoneYetNone : words.notDoneYet);
      return;
    }
    this.nextItem();
  }

  sayItem(prefix = '') {
    const { classes } = this.work.item;
    const state = this.abstention ?? (classes === null ? words.noLabel : this.work.asked.decided(this.work, classes).name);
    this.host.say(`${prefix} ${words.item(this.work.index + 1, this.work.total)}, ${state}. ${spoken(this.work)}`.trim());
  }
}
