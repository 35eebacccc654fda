// The labels as one radio group: key, colour and name, the hint of the one in focus.

import { h, icon, setText } from '../../dom.js';
import { LabelFinder } from './label-finder.js';
import { hasOwnKeys, keyCap, labelKeys } from '../../label-keys.js';
import { colourLabels, paint } from '../../palette.js';
import { texts } from '../../texts.js';

/** Columns that fill the rows evenly, for few labels. */
const COLUMNS = { 2: 2, 3: 3, 4: 4, 5: 3, 6: 3, 7: 4, 8: 4, 9: 3 };

export class LabelChoice {
  /**
   * @param {{id, name, hint}[]} labels in the order of the label schema
   * @param {(labelId: string) => void} onChoose
   */
  constructor(labels, onChoose) {
    this.labels = labels;
    colourLabels(labels);
    this.keys = labelKeys(labels).map(keyCap);
    this.at = 0;
    this.hint = h('p', { class: 'hint', 'aria-hidden': 'true' });
    this.radios = labels.map((label, index) => this.radio(label, index, onChoose));
    this.group = h(
      'div',
      { class: `choice of-${COLUMNS[labels.length] ?? 'many'}`, role: 'radiogroup', 'aria-label': texts.workbench.labels },
      ...this.radios,
    );
    this.finder = labels.length > 9 ? new LabelFinder(this, onChoose) : null;
    this.element = h('div', { class: 'decide' }, this.finder?.element, this.group, this.hint, this.hints());
    this.group.addEventListener('keydown', (event) => this.move(event));
    this.group.addEventListener('pointerleave', () => this.showHint(null));
    this.group.addEventListener('focusout', () => this.showHint(null));
    this.showHint(null);
  }

  radio(label, index, onChoose) {
    const hintId = `hint-${index}`;
    const show = () => this.showHint(index);
    const radio = h(
      'button',
      {
        type: 'button',
        class: 'label',
        role: 'radio',
        'aria-checked': 'false',
        'aria-describedby': label.hint ? hintId : null,
        'aria-keyshortcuts': this.keys[index],
        tabindex: index === 0 ? '0' : '-1',
        on: { click: () => onChoose(label.id), pointerenter: show, focus: show },
      },
      this.keys[index] ? h('kbd', { 'aria-hidden': 'true' }, this.keys[index]) : null,
      h('span', { class: 'name' }, label.name),
      icon('check'),
    );
    return paint(radio, index);
  }

  /** The hints once more, for assistive technology to read with their label. */
  hints() {
    const texts = this.labels.map((label, index) => h('span', { id: `hint-${index}` }, label.hint ?? ''));
    return h('div', { hidden: true }, ...texts);
  }

  /** Shows which label the item has; null for none. */
  show(labelId) {
    const chosen = this.labels.findIndex((label) => label.id === labelId);
    this.radios.forEach((radio, index) =>
      radio.setAttribute('aria-checked', String(index === chosen)),
    );
    this.reach(chosen < 0 ? 0 : chosen);
    if (chosen >= 0) this.radios[chosen].scrollIntoView({ block: 'nearest' });
  }

  showHint(index) {
    const label = index === null ? null : this.labels[index];
    if (!label) {
      const more = this.labels.length > 9 ? texts.workbench.moreLabels : '';
      setText(this.hint, (hasOwnKeys(this.labels) ? texts.workbench.pressKey : texts.workbench.pressDigit(this.labels.length)) + more);
      return;
    }
    this.hint.replaceChildren(h('strong', {}, label.name), label.hint ? `  ${label.hint}` : '');
  }

  /** Makes one radio the stop of the tab key. */
  reach(index) {
    this.radios[this.at]?.setAttribute('tabindex', '-1');
    this.at = index;
    this.radios[index]?.setAttribute('tabindex', '0');
  }

  /** @param {number} [index] place of the label; the last one in reach if left out */
  focus(index = this.at) {
    this.reach(index);
    this.radios[index].focus();
  }

  get focused() {
    return this.radios.includes(this.group.getRootNode().activeElement);
  }

  /** Up and down move the focus only; left and right belong to the items. */
  move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const shown = this.radios.flatMap((radio, index) => (radio.hidden ? [] : [index]));
    const place = shown.indexOf(this.at);
    this.focus(shown[(place + step + shown.length) % shown.length]);
  }
}
