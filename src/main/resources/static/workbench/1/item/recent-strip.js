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
    const item = work.items[index];
    const { name, colour } = item.abstained
      ? { name: texts.noAnswer.said[item.abstained], colour: null }
      : work.asked.decided(work, item[work.field]);
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
}
