// What a model suggests for the shown item: in words and with a dashed line, never chosen by itself.

import { h } from './dom.js';
import { paint } from './palette.js';
import { sheet } from './theme.js';
import { texts } from './texts.js';

const t = texts.workbench;

export const suggestionStyle = sheet(`
.suggestion { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 6px; color: var(--ink-quiet); font-size: 14px; }
.suggestion[hidden] { display: none; }
.suggestion button {
  display: inline-flex; align-items: center; gap: 8px; min-height: 28px; padding: 0 6px 0 12px; cursor: pointer;
  color: var(--label-ink); background: var(--paper); border: 1.5px dashed var(--label-ink); border-radius: 99px; font-weight: 600;
}
.suggestion button:hover { background: var(--label-tint); }
.position { min-height: 30px; }
.label.suggested { outline: 1.5px dashed var(--label-ink); outline-offset: 2px; }
.label.suggested:focus-visible { outline-style: solid; }
`);

export class SuggestionLine {
  /** @param {() => void} onAccept what the button and the key do */
  constructor(onAccept) {
    this.onAccept = onAccept;
    this.element = h('span', { class: 'suggestion', hidden: true });
  }

  /**
   * Shows the suggestion of the shown item; an item without one, for whatever reason, shows nothing.
   * @param {WorkPackage} work
   * @param {LabelChoice} choice its label gets the same dashed line
   */
  show(work, choice) {
    const { suggestion } = work.item;
    const place = suggestion === null ? -1 : work.labelIndex(suggestion);
    choice.radios.forEach((radio, index) => radio.classList.toggle('suggested', index === place));
    this.element.hidden = place < 0;
    this.element.replaceChildren(...(place < 0 ? [] : [t.suggested, this.button(work.labels[place].name, place)]));
  }

  button(name, place) {
    const button = h(
      'button',
      { type: 'button', 'aria-label': t.accept(name), 'aria-keyshortcuts': 'A', title: t.accept(name), on: { click: this.onAccept } },
      name,
      h('kbd', { 'aria-hidden': 'true' }, 'A'),
    );
    return paint(button, place);
  }
}
