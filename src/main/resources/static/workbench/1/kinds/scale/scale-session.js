// A person's work on a package whose items get points of a scale.

import { outline } from '../../item/suggestion.js';
import { WorkbenchView } from '../../item/workbench-view.js';
import { PackageSession } from '../../session/session.js';
import { spoken } from '../../item/suggestion.js';

class ScaleView extends WorkbenchView {
  makeDecide(work) {
    const element = super.makeDecide(work);
    this.choice.group.className = 'choice of-points';
    this.choice.group.setAttribute('aria-label', this.words.labels);
    return element;
  }

  showAnswer(work) {
    const { item } = work;
    this.choice.show(item.scale === null ? null : String(item.scale));
    outline(this.choice.radios, item.suggestion === null ? -1 : work.labelIndex(String(item.suggestion)));
  }

  showGiven(work, candidates) {
    super.showGiven(work, [...candidates].sort((one, other) => one - other).map(String));
  }
}

export class ScaleSession extends PackageSession {
  makeView(answer) {
    return new ScaleView(answer, this.work, this.actions);
  }

  choose(point, accepted = false) {
    super.choose(point === null ? null : Number(point), accepted);
  }

  sayItem(prefix = '') {
    const { scale } = this.work.item;
    const state = this.abstention ?? (scale === null ? this.words.noLabel : this.work.labelName(String(scale)));
    this.host.say(`${prefix} ${this.words.item(this.work.index + 1, this.work.total)}, ${state}. ${spoken(this.work)}`.trim());
  }
}
