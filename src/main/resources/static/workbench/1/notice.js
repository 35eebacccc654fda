// Short messages: a line inside a component, and one on the page that outlives the form.

import { h, icon } from './dom.js';
import { sheet, theme } from './theme.js';
import { texts } from './texts.js';

/** A line under the bar. Errors are announced at once, everything else when there is time. */
export class NoticeLine {
  constructor() {
    this.element = h('div', { hidden: true });
  }

  /** @param {'care'|'bad'|'good'} tone; @param {{word: string, run: () => void}} [action] */
  show(tone, sentence, action) {
    this.element.className = `notice ${tone}`;
    this.element.setAttribute('role', tone === 'bad' ? 'alert' : 'status');
    this.element.replaceChildren(
      h('p', {}, sentence),
      action ? h('button', { type: 'button', class: 'button', on: { click: action.run } }, action.word) : '',
      h('button', { type: 'button', class: 'button quiet', 'aria-label': texts.common.dismiss, on: { click: () => this.hide() } }, icon('cross')),
    );
    this.element.hidden = false;
    this.tone = tone;
  }

  hide() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}

const toastStyle = sheet(`
:host { position: fixed; inset-inline: 0; top: 4px; z-index: 2000; pointer-events: none; }
div { width: fit-content; max-width: min(640px, 92vw); margin-inline: auto; display: flex; align-items: center; gap: 12px; pointer-events: auto;
  min-height: 40px; padding: 6px 6px 6px 14px; border-radius: 10px; background: #1c2430; color: #fff; box-shadow: 0 10px 30px #1c243044; animation: rise 160ms ease-out; }
.icon { color: #7fd3a8; }
button .icon { color: #fff; }
.button.quiet { color: #fff; min-height: 32px; }
.button.quiet:hover { background: #ffffff22; color: #fff; }
@keyframes rise { from { transform: translateY(-8px); opacity: 0; } }
`);
const TOAST_MILLIS = 8000;

/**
 * Confirms what was done; stays eight seconds, also when Tasklist takes the form away.
 * @param {{stays?: boolean}} [how] whether it stays until it is closed
 */
export function toast(sentence, { stays = false } = {}) {
  document.querySelector('touchstone-toast')?.remove();
  const host = document.createElement('touchstone-toast');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [theme, toastStyle];
  const line = h('div', { role: 'status' });
  root.append(line);
  document.body.append(host);
  const text = h('span', {}, sentence);
  const close = h('button', { type: 'button', class: 'button quiet', 'aria-label': texts.common.dismiss, on: { click: () => host.remove() } }, icon('cross'));
  line.append(icon('check'), text, close);
  if (!stays) setTimeout(() => host.remove(), TOAST_MILLIS);
}
