// The labels for spans as buttons with their keys: the pressed one is given to every selection. Beside
// them what ends an item: nothing to mark, done.

import { h, setText } from '../../dom.js';
import { keyCap, labelKeys } from '../../label-keys.js';
import { paint } from '../../palette.js';
import { texts } from '../../texts.js';

const t = texts.spans;

export class SpanLabels {
  /**
   * @param {{id, name, hint}[]} labels in the order of the label schema
   * @param {{label: (id: string) => void, nothing: () => void, done: () => void}} actions
   */
  constructor(labels, actions) {
    this.labels = labels;
    this.keys = labelKeys(labels).map(keyCap);
    this.buttons = labels.map((label, index) => this.button(label, index, actions));
    this.hint = h('p', { class: 'hint', id: 'span-hint' });
    this.nothing = h(
      'button',
      { type: 'button', class: 'label nothing', 'aria-pressed': 'false', 'aria-keyshortcuts': '0', on: { click: actions.nothing } },
      h('kbd', { 'aria-hidden': 'true' }, '0'),
      h('span', { class: 'name' }, t.nothing),
    );
    this.done = h(
      'button',
      { type: 'button', class: 'button done', on: { click: actions.done } },
      t.done,
      h('kbd', {}, 'Enter'),
    );
    this.element = h(
      'div',
      { class: 'decide spans' },
      h('div', { class: 'span-labels', role: 'group', 'aria-label': texts.workbench.labels }, ...this.buttons),
      h('div', { class: 'below' }, this.hint, this.nothing, this.done),
    );
  }

  button(label, index, actions) {
    const show = () => this.showHintOf(index);
    const leave = () => this.showHintOf(null);
    const button = h(
      'button',
      {
        type: 'button',
        class: 'label',
        'aria-pressed': 'false',
        'aria-keyshortcuts': this.keys[index],
        title: label.hint || null,
        on: { click: () => actions.label(label.id), pointerenter: show, focus: show, pointerleave: leave, blur: leave },
      },
      this.keys[index] ? h('kbd', { 'aria-hidden': 'true' }, this.keys[index]) : null,
      h('span', { class: 'name' }, label.name),
    );
    return paint(button, index);
  }

  showHintOf(index) {
    const label = index === null ? null : this.labels[index];
    if (label?.hint) this.hint.replaceChildren(h('strong', {}, label.name), `  ${label.hint}`);
    else setText(this.hint, this.advice ?? '');
  }

  /**
   * @param {{current: string|null, spans: Object[]|null, advice: string}} state label in hand, spans
   *     of the item, what to do next as a sentence
   */
  show({ current, spans, advice }) {
    this.buttons.forEach((button, index) =>
      button.setAttribute('aria-pressed', String(this.labels[index].id === current)),
    );
    this.nothing.setAttribute('aria-pressed', String(spans?.length === 0));
    this.nothing.disabled = Boolean(spans?.length);
    this.done.classList.toggle('primary', spans !== null);
    this.advise(advice);
  }

  /** Says what to do next. */
  advise(sentence) {
    this.advice = sentence;
    this.showHintOf(null);
  }
}
