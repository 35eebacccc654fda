// Finds a label by a part of its name, where there are more labels than digits.

import { h } from '../../dom.js';
import { texts } from '../../texts.js';

const t = texts.workbench;
const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export class LabelFinder {
  /**
   * @param {LabelChoice} choice whose radios are narrowed down
   * @param {(labelId: string) => void} onChoose
   */
  constructor(choice, onChoose) {
    this.choice = choice;
    this.onChoose = onChoose;
    this.names = choice.labels.map((label) => plain(label.name));
    this.input = h('input', { type: 'text', id: 'finder', autocomplete: 'off', spellcheck: 'false', 'aria-keyshortcuts': '/' });
    this.element = h('div', { class: 'finder' }, h('label', { for: 'finder' }, t.find, ' ', h('kbd', {}, '/')), this.input, h('span', {}, t.findEnter));
    this.input.addEventListener('input', () => this.narrow());
    this.input.addEventListener('keydown', (event) => this.key(event));
  }

  focus() {
    this.input.focus();
    this.input.select();
  }

  clear() {
    this.input.value = '';
    this.narrow();
  }

  narrow() {
    const words = plain(this.input.value).split(/\s+/).filter(Boolean);
    // The item keeps its place while the list gets shorter.
    this.choice.group.style.minHeight = words.length ? `${this.choice.group.offsetHeight}px` : '';
    this.choice.radios.forEach((radio, index) => {
      radio.hidden = !words.every((word) => this.names[index].includes(word));
    });
    this.first = this.choice.radios.findIndex((radio) => !radio.hidden);
    this.choice.showHint(words.length && this.first >= 0 ? this.first : null);
  }

  key(event) {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const label = this.input.value.trim() ? this.choice.labels[this.first] : null;
      if (!label) return;
      this.leave();
      this.onChoose(label.id);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.leave();
    } else if (event.key === 'ArrowDown' && this.first >= 0) {
      event.preventDefault();
      this.choice.focus(this.first);
    }
  }

  /** Hands the focus back to the item. */
  leave() {
    this.clear();
    this.input.blur();
  }
}
