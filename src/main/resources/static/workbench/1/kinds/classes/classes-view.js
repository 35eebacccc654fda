// The workbench where an item may have several classes.

import { h } from '../../dom.js';
import { WorkbenchView } from '../../item/workbench-view.js';
import { outlineAll } from '../../item/suggestion.js';
import { paint } from '../../palette.js';
import { ClassesChoice } from './classes-choice.js';
import { words } from './words.js';

export class ClassesView extends WorkbenchView {
  makeDecide(work) {
    this.choice = new ClassesChoice(work.labels, work.rules.noneAllowed ?? false, this.actions.choose);
    return this.choice.element;
  }

  showAnswer(work) {
    const { item } = work;
    this.choice.show(item.classes);
    const suggested = item.suggestion ?? [];
    outlineAll(this.choice.radios, work.labels.map((label) => suggested.includes(label.id)));
  }

  /** Each different set once, without names: how many gave it would tell what to think. */
  showGiven(work, candidates) {
    this.showUnseen(work, candidates);
    if (candidates.length === 0) return;
    this.given.hidden = false;
    const sets = candidates.map((ids) => h('span', { class: 'set' }, ...this.tags(work, ids)));
    this.given.replaceChildren(this.words.given, ...sets.flatMap((set, place) => (place ? [' · ', set] : [set])));
  }

  tags(work, ids) {
    if (ids.length === 0) return [h('span', { class: 'tag' }, words.none)];
    return ids.map((id) => paint(h('span', { class: 'tag' }, work.labelName(id)), Math.max(0, work.labelIndex(id))));
  }
}
