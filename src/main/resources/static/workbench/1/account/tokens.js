// <touchstone-tokens>: tokens of one's own programs; an administrator sees and ends everybody's. A
// secret is shown once, here, and stands nowhere else.

import { call } from '../api.js';
import { chip, none, section, table, when } from '../audit/parts.js';
import { auditStyle } from '../audit/style.js';
import { h, setText } from '../dom.js';
import { loadingPanel } from '../panels.js';
import { sheet, theme } from '../theme.js';
import { texts } from '../texts.js';

const t = texts.tokens;
const part = encodeURIComponent;

const style = sheet(`
form { display: grid; gap: 14px; max-width: 760px; }
fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: 4px; }
legend { padding: 0; font-weight: 600; margin-bottom: 2px; }
.choice { display: flex; gap: 8px; align-items: baseline; }
.choice input { min-height: 0; }
.line { display: flex; flex-wrap: wrap; gap: 14px; }
.wide { display: grid; gap: 2px; font-weight: 600; }
.wide input[type=text] { width: 320px; font-weight: 400; }
.wide input[type=number] { width: 110px; font-weight: 400; }
.help { color: var(--ink-quiet); font-weight: 400; font-size: 13px; }
.message { color: var(--bad); min-height: 1.4em; }
.secret { display: grid; gap: 8px; padding: 14px 16px; margin-bottom: 16px; color: var(--good); background: var(--good-tint); border-radius: 8px; }
.secret h2 { color: inherit; }
.secret code { display: block; color: var(--ink); background: var(--paper); padding: 8px 10px; border-radius: 6px; user-select: all; }
.secret p { color: var(--ink); }
.over td { color: var(--ink-quiet); }
`);

class Tokens extends HTMLElement {
  connectedCallback() {
    this.titleBefore = document.title;
    document.title = `${t.title} – Touchstone`;
    this.root = this.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [theme, auditStyle, style];
    this.main = h('main', { id: 'main', tabindex: '-1' });
    this.root.replaceChildren(
      h('nav', { class: 'bar', 'aria-label': t.title }, h('a', { href: '#/tokens', 'aria-current': 'page' }, t.title), h('a', { href: '#/' }, t.tasks)),
      this.main,
    );
    this.open();
  }

  disconnectedCallback() {
    document.title = this.titleBefore;
  }

  async open(made = null) {
    if (!made) this.main.replaceChildren(loadingPanel());
    try {
      const own = await call('GET', '/me/tokens');
      const { projects } = await call('GET', '/projects');
      const others = own.mayEndOthers ? (await call('GET', '/tokens')).tokens : null;
      if (!this.isConnected) return;
      this.show(own, projects, others, made);
    } catch (problem) {
      this.main.replaceChildren(h('div', { class: 'panel', role: 'alert' }, h('p', {}, problem.message)));
    }
  }

  show(own, projects, others, made) {
    this.main.replaceChildren(
      h('header', { class: 'head' }, h('h1', {}, t.title), h('p', { class: 'note' }, t.what)),
      ...(made ? [secret(made)] : []),
      section('own', t.own, t.ownNote, own.tokens.length ? this.list(own.tokens, '/me/tokens', false) : none(t.none)),
      section('new', t.make, null, this.form(own, projects)),
      ...(others ? [section('all', t.all, t.allNote, others.length ? this.list(others, '/tokens', true) : none(t.noneAtAll))] : []),
    );
    this.main.querySelector('.secret')?.focus();
  }

  list(tokens, path, ofOthers) {
    const heads = [...(ofOthers ? [t.owner] : []), t.name, t.may, t.projects, t.ends, t.lastUsed, t.state];
    const rows = tokens.map((each) => [
      ...(ofOthers ? [each.owner] : []),
      each.name,
      each.scopes.join(', '),
      each.projects ? each.projects.join(', ') : t.allProjects,
      when(each.endsAt),
      each.lastUsedAt ? when(each.lastUsedAt) : t.never,
      each.counts ? this.revoke(each, path) : chip(each.revokedAt ? t.revokedBy(each.revokedBy) : t.ended),
    ]);
    return table(heads, rows, ofOthers ? t.all : t.own, (index) => (tokens[index].counts ? null : 'over'));
  }

  /** Ending it asks once more in its place. */
  revoke(token, path) {
    const button = h('button', { type: 'button', class: 'button', 'aria-label': t.revokeNamed(token.name) }, t.revoke);
    button.addEventListener('click', async () => {
      if (!button.classList.contains('danger')) {
        button.classList.add('danger');
        setText(button, t.revokeSure);
        return;
      }
      try {
        await call('DELETE', `${path}/${part(token.id)}`);
        this.open();
      } catch (problem) {
        button.replaceWith(h('span', { class: 'wrong', role: 'alert' }, problem.message));
      }
    });
    return button;
  }

  form(own, projects) {
    const name = h('input', { type: 'text', maxlength: 60, required: true, autocomplete: 'off' });
    const days = h('input', { type: 'number', min: 1, max: own.mostDays, value: Math.min(90, own.mostDays), required: true });
    const message = h('p', { class: 'message', role: 'alert' });
    const scopes = own.scopes.map((each) => choice('checkbox', each.code, h('span', {}, h('b', {}, each.code), `: ${each.says}`), each.code === 'read'));
    const keys = projects.map((each) => choice('checkbox', each.key, h('span', {}, each.key), false));
    const form = h(
      'form',
      {},
      h('div', { class: 'line' }, h('label', { class: 'wide' }, t.name, name, h('span', { class: 'help' }, t.nameHelp)), h('label', { class: 'wide' }, t.days, days, h('span', { class: 'help' }, t.daysHelp(own.mostDays)))),
      h('fieldset', {}, h('legend', {}, t.may), ...scopes.map((each) => each.label), h('p', { class: 'help' }, t.mayHelp)),
      keys.length ? h('fieldset', {}, h('legend', {}, t.only), ...keys.map((each) => each.label), h('p', { class: 'help' }, t.onlyHelp)) : null,
      message,
      h('div', {}, h('button', { type: 'submit', class: 'button primary' }, t.make)),
    );
    form.addEventListener('keydown', (event) => event.stopPropagation());
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      setText(message, '');
      try {
        const made = await call('POST', '/me/tokens', { body: { name: name.value, days: Number(days.value), scopes: chosen(scopes), projects: chosen(keys) } });
        await this.open(made);
      } catch (problem) {
        setText(message, problem.message);
      }
    });
    return form;
  }
}

function choice(type, value, shown, checked) {
  const input = h('input', { type, value, checked });
  return { input, label: h('label', { class: 'choice' }, input, shown) };
}

const chosen = (all) => all.filter((each) => each.input.checked).map((each) => each.input.value);

function secret(made) {
  const code = h('code', {}, made.secret);
  const copied = h('span', { role: 'status', class: 'help' });
  const copy = h('button', { type: 'button', class: 'button' }, t.copy);
  copy.addEventListener('click', async () => {
    getSelection().selectAllChildren(code);
    const done = navigator.clipboard ? await navigator.clipboard.writeText(made.secret).then(() => true, () => false) : false;
    setText(copied, done ? t.copied : t.marked);
  });
  return h(
    'div',
    { class: 'secret', role: 'region', 'aria-label': t.shownOnce, tabindex: '-1' },
    h('h2', {}, t.shownOnce),
    code,
    h('div', { class: 'line' }, copy, copied),
    h('p', {}, t.use),
    h('code', {}, `curl -H "Authorization: Bearer $TOKEN" ${location.origin}/api/v1/projects`),
    h('p', {}, t.useGit),
  );
}

customElements.define('touchstone-tokens', Tokens);
