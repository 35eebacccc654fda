// <touchstone-password>: what the owner of an account has to know of its password, and a form to
// change it. Lies over the page until it is closed.

import { api } from '../api.js';
import { h, setText } from '../dom.js';
import { sheet, theme } from '../theme.js';
import { texts } from '../texts.js';

const t = texts.password;

const style = sheet(`
:host { position: fixed; top: 56px; inset-inline-end: 16px; z-index: 1500; width: min(440px, 92vw); }
:host([data-first]) { inset: 45px 0 24px; width: auto; background: var(--ground); display: grid; place-items: start center; padding-top: 8vh; }
:host([data-first]) form { width: min(440px, 92vw); }
section { display: grid; gap: 12px; padding: 16px; background: var(--paper); border: 1px solid var(--line-strong); border-radius: var(--radius); box-shadow: 0 10px 30px #1c243044; }
h2 { font-size: 17px; font-weight: 600; }
.told { padding: 10px 12px; color: var(--care); background: var(--care-tint); border-radius: 6px; }
label { display: grid; gap: 4px; font-weight: 600; }
input { min-height: 36px; padding: 0 10px; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--paper); }
.help { color: var(--ink-quiet); font-size: 14px; }
.message { color: var(--bad); min-height: 1.5em; }
.actions { display: flex; gap: 10px; flex-wrap: wrap; }
`);

class Password extends HTMLElement {
  /** @param {{notice: string|null, stays: boolean}} state as the server gave it */
  start(state) {
    this.state = state;
    this.toggleAttribute('data-first', Boolean(state.first));
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [theme, style];
    this.message = h('p', { class: 'message', role: 'alert' });
    this.frame = h('section', { role: 'dialog', 'aria-labelledby': 'title' });
    root.append(h('form', { on: { submit: (event) => this.send(event) } }, this.frame));
    root.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape' && !this.state.first) this.close();
    });
    this.show();
  }

  show() {
    const told = this.state.notice ? h('p', { class: 'told', role: 'alert' }, this.state.notice) : null;
    this.current = this.field(t.current, 'current-password');
    this.replacement = this.field(t.replacement, 'new-password');
    this.frame.replaceChildren(
      h('h2', { id: 'title' }, this.state.first ? t.firstTitle : this.state.notice ? t.noticeTitle : t.title),
      ...(told ? [told] : []),
      h('label', {}, t.current, this.current),
      h('label', {}, t.replacement, this.replacement),
      h('p', { class: 'help' }, t.help),
      this.message,
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'submit', class: 'button primary' }, t.change),
        this.state.first ? null : h('button', { type: 'button', class: 'button', on: { click: () => this.close() } }, this.state.notice ? t.read : texts.common.close),
      ),
    );
    this.current.focus();
  }

  field(name, autocomplete) {
    return h('input', { type: 'password', autocomplete, required: true, 'aria-label': name });
  }

  async send(event) {
    event.preventDefault();
    setText(this.message, '');
    try {
      await api.changePassword(this.current.value, this.replacement.value);
      this.changed();
    } catch (problem) {
      setText(this.message, problem.message);
      this.current.focus();
    }
  }

  changed() {
    const again = h('button', { type: 'button', class: 'button primary', on: { click: () => location.reload() } }, t.logIn);
    this.frame.replaceChildren(h('h2', { id: 'title' }, t.changed), h('p', { role: 'status' }, t.changedHint), h('div', { class: 'actions' }, again));
    again.focus();
  }

  async close() {
    this.remove();
    if (this.state.notice && !this.state.stays) await api.passwordNoticeRead();
  }
}

customElements.define('touchstone-password', Password);

/** Shows the form, with the notice if there is one; an open one is replaced. */
export function showPassword(state) {
  document.querySelector('touchstone-password')?.remove();
  const element = document.createElement('touchstone-password');
  document.body.append(element);
  element.start(state);
}
