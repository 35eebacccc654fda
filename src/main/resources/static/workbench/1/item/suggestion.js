// What a model suggests for the shown item: in words and with a dashed line, never chosen by itself.

import { h } from '../dom.js';
import { sheet } from '../theme.js';
import { texts } from '../texts.js';

const t = texts.workbench;
const HIGHLIGHT = 'touchstone-suggested';

export const suggestionStyle = sheet(`
.suggestion { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 6px; color: var(--ink-quiet); font-size: 14px; }
.suggestion[hidden] { display: none; }
.suggestion button {
  display: inline-flex; align-items: center; gap: 8px; min-height: 28px; padding: 0 6px 0 12px; cursor: pointer;
  color: var(--label-ink, var(--ink)); background: var(--paper); border: 1.5px dashed var(--label-ink, var(--ink-quiet)); border-radius: 99px; font-weight: 600;
}
.suggestion button:hover { background: var(--label-tint, var(--ground)); }
.suggestion .one { color: var(--ink); border-bottom: 2px dashed var(--label-ink); overflow-wrap: anywhere; }
.suggestion .one b { color: var(--label-ink); font-weight: 600; }
.position { min-height: 30px; }
.label.suggested { outline: 1.5px dashed var(--label-ink); outline-offset: 2px; }
.label.suggested:focus-visible { outline-style: solid; }
::highlight(${HIGHLIGHT}) { text-decoration: underline dashed 2px #6b7482; text-underline-offset: 5px; }
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
   */
  show(work) {
    const { suggestion } = work.item;
    this.element.hidden = suggestion === null;
    const parts = suggestion === null ? [] : [t.suggested, ...work.asked.suggested(work, suggestion, (word, description) => this.button(word, description))];
    this.element.replaceChildren(...parts);
  }

  button(word, description) {
    return h(
      'button',
      { type: 'button', 'aria-label': description, 'aria-keyshortcuts': 'A', title: description, on: { click: this.onAccept } },
      word,
      h('kbd', { 'aria-hidden': 'true' }, 'A'),
    );
  }
}

/** Gives the suggested one of some radios the dashed line; -1 for none. */
export function outline(radios, place) {
  radios.forEach((radio, index) => radio.classList.toggle('suggested', index === place));
}

/** Gives each radio or box whose place is true the dashed line. */
export function outlineAll(boxes, suggested) {
  boxes.forEach((box, index) => box.classList.toggle('suggested', suggested[index]));
}

/** Underlines suggested stretches in a text, where the browser can; an empty list for none. */
export function underline(ranges) {
  if (!globalThis.CSS?.highlights) return;
  if (ranges.length) CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  else CSS.highlights.delete(HIGHLIGHT);
}

/** What is said aloud of the suggestion for the shown item; empty without one. */
export function spoken(work) {
  const { suggestion } = work.item;
  return suggestion === null ? '' : work.asked.spoken(work, suggestion);
}
