// <touchstone-invitation>: the page behind a one-time link. What opens the account stands behind the
// number sign of the address, which no browser sends to a server by itself.

import { h, setText } from '../dom.js';
import { sheet, theme } from '../theme.js';
import { invitationWords } from './words.js';

const t = invitationWords;

const style = sheet(`
:host { position: fixed; inset: 0; overflow: auto; background: var(--ground); display: grid; place-items: center; padding: 24px; }
main { width: min(460px, 100%); display: grid; gap: 14px; padding: 28px; background: var(--paper); border: 1px solid var(--line); border-radius: 12px; }
form { display: grid; gap: 14px; }
h1 { font-size: 22px; font-weight: 600; }
label { display: grid; gap: 4px; font-weight: 600; }
input { min-height: 40px; padding: 0 10px; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--paper); }
.help { color: var(--ink-quiet); font-size: 14px; }
.message { color: var(--bad); min-height: 1.5em; }
a.button { text-decoration: none; color: #fff; }
`);

async function send(path, body) {
  const response = await fetch(`/invitation${path}`, { method: 'POST', credentials: 'omit', cache: 'no-store', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).catch(() => null);
  if (!response) throw new Error(t.offline);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.detail ?? t.offline);
  return answer;
}

class Invitation extends HTMLElement {
  connectedCallback() {
    this.token = location.hash.slice(1);
    this.main = h('main', {}, h('h1', {}, t.title));
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [theme, style];
    root.append(this.main);
    this.open();
  }

  async open() {
    try {
      if (!this.token) throw new Error(t.missing);
      this.user = (await send('/state', { token: this.token })).userId;
      this.ask();
    } catch (problem) {
      this.main.append(h('p', { role: 'alert' }, problem.message));
    }
  }

  ask() {
    this.password = h('input', { type: 'password', autocomplete: 'new-password', required: true });
    this.again = h('input', { type: 'password', autocomplete: 'new-password', required: true });
    this.message = h('p', { class: 'message', role: 'alert' });
    this.main.replaceChildren(
      h('h1', {}, t.title),
      h('p', {}, t.lead(this.user)),
      h('form', { on: { submit: (event) => this.send(event) } }, h('label', {}, t.password, this.password), h('p', { class: 'help' }, t.help), h('label', {}, t.again, this.again), this.message, h('button', { type: 'submit', class: 'button primary' }, t.send)),
    );
    this.password.focus();
  }

  async send(event) {
    event.preventDefault();
    if (this.password.value !== this.again.value) {
      setText(this.message, t.differ);
      this.again.focus();
      return;
    }
    try {
      await send('', { token: this.token, password: this.password.value });
      this.done();
    } catch (problem) {
      setText(this.message, problem.message);
      this.password.focus();
    }
  }

  done() {
    history.replaceState(null, '', location.pathname);
    const link = h('a', { class: 'button primary', href: '/camunda/app/tasklist/default/' }, t.logIn);
    this.main.replaceChildren(h('h1', {}, t.done), h('p', { role: 'status' }, t.doneHint(this.user)), link);
    link.focus();
  }
}

customElements.define('touchstone-invitation', Invitation);
