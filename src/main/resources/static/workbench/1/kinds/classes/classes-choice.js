// The labels as a group of check boxes: key, colour and name, the hint of the one in focus.

import { setText } from '../../dom.js';
import { LabelChoice } from '../class/label-choice.js';
import { words } from './words.js';

export class ClassesChoice extends LabelChoice {
  /**
   * @param {{id, name, hint}[]} labels in the order of the label schema
   * @param {boolean} noneAllowed
   * @param {(labelId: string) => void} onToggle
   */
  constructor(labels, noneAllowed, onToggle) {
    super(labels, onToggle);
    this.noneAllowed = noneAllowed;
    this.group.setAttribute('role', 'group');
    this.group.setAttribute('aria-label', words.group);
    for (const box of this.radios) box.setAttribute('role', 'checkbox');
    this.showHint(null);
  }

  /** Shows which classes the item has; null for nothing said yet. */
  show(ids) {
    this.radios.forEach((box, index) => box.setAttribute('aria-checked', String(ids?.includes(this.labels[index].id) ?? false)));
  }

  showHint(index) {
    super.showHint(index);
    if (index !== null) return;
    const digits = this.labels.length > 9 ? '1 to 9' : `1 to ${this.labels.length}`;
    setText(this.hint, this.noneAllowed ? words.adviceNone(digits) : words.advice(digits));
  }
}
