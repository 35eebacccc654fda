// The last ten decisions, newest first; a click leads back to the item.

import { h } from '../dom.js';
import { paint } from '../palette.js';
import { texts } from '../texts.js';

export class RecentStrip {
  /** @param {(index: number) => void} onPick */
  constructor(onPick) {
    this.onPick = onPick;
    this.element = h('ul', { class: 'recent', 'aria-label': texts.workbench.recent });
  }

  show(work) {
    if (!work.recent.length) {
      this.element.replaceChildren(h('li', { class: 'none' }, texts.workbench.recentEmpty));
      return;
    }
    this.element.replaceChildren(...work.recent.map((index) => this.chip(work, index)));
  }

  chip(work, index) {
    const { name, colour } = this.describe(work, index);
    const button = h(
      'button',
      {
        type: 'button',
        'aria-current': index === work.index ? 'true' : null,
        on: { click: () => this.onPick(index) },
      },
      h('span', { class: 'visually-hidden' }, texts.workbench.recentItem),
      h('b', {}, String(index + 1)),
      ` ${name}`,
    );
    return h('li', {}, colour === null ? button : paint(button, colour));
  }

  /** What was decided: the label with its colour, or how many spans. */
  describe(work, index) {
    const { label, spans } = work.items[index];
    if (work.task !== 'spans') return { name: work.labelName(label), colour: work.labelIndex(label) };
    return { name: spans.length ? texts.spans.spans(spans.length) : texts.spans.nothing, colour: null };
  }
}
