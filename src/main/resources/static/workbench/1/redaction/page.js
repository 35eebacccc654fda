// <touchstone-redaction>: rules of de-identification, tried on a text of one's own. The text lives in
// this page and in one request; it is in no address and in no storage.

import { call } from '../api.js';
import { auditStyle } from '../audit/style.js';
import { h, setText } from '../dom.js';
import { ruleSuggestion } from './rule-suggestion.js';
import { theme } from '../theme.js';
import { results } from './results.js';
import { redactionStyle } from './style.js';
import { words as t } from './words.js';
import { asYaml } from './yaml.js';

const SCOPES = ['item', 'subject', 'project', 'corpus'];

const insideCockpit = () => location.pathname.includes('/cockpit/');

const options = (values, chosen, shown = (value) => value) =>
  values.map((value) => h('option', { value, selected: value === chosen }, shown(value)));

const field = (label, control) => h('label', { class: 'field' }, h('span', {}, label), control);

const lines = (area) => area.value.split('\n').map((line) => line.trim()).filter(Boolean);

class Redaction extends HTMLElement {
  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [theme, auditStyle, redactionStyle];
  }

  async connectedCallback() {
    this.titleBefore = document.title;
    document.title = `${t.title} – Touchstone`;
    this.message = h('p', { class: 'message', role: 'status' });
    this.result = h('div', { 'aria-live': 'polite' });
    this.suggested = h('div');
    this.text = h('textarea', { class: 'own', spellcheck: 'false' }, t.sample);
    this.project = h('select', { on: { change: () => this.choose() } });
    this.otherwise = h('select');
    this.scope = h('select', {}, ...options(SCOPES, 'item'));
    this.kinds = h('div', { class: 'kinds' });
    this.add = h('button', { type: 'button', class: 'button add', disabled: true, on: { click: () => this.addKind('EMAIL', 'surrogate') } }, t.add);
    this.send = h('button', { type: 'button', class: 'button primary', disabled: true, on: { click: () => this.run() } }, t.run);
    this.deny = h('textarea', { spellcheck: 'false' });
    this.allow = h('textarea', { spellcheck: 'false' });
    this.show();
    try {
      const { projects } = await call('GET', '/projects');
      this.project.replaceChildren(...projects.map((each) => h('option', { value: each.key }, each.name)));
      await this.choose();
    } catch (problem) {
      setText(this.message, problem.message);
    }
  }

  disconnectedCallback() {
    document.title = this.titleBefore;
  }

  show() {
    const rules = h(
      'section',
      { class: 'rules', 'aria-labelledby': 'rules' },
      h('h2', { id: 'rules' }, t.rules),
      field(t.project, this.project),
      field(t.otherwise, this.otherwise),
      field(t.scope, this.scope),
      h('p', { class: 'field' }, t.kinds),
      this.kinds,
      this.add,
      field(t.deny, this.deny),
      field(t.allow, this.allow),
    );
    const text = h(
      'section',
      { 'aria-labelledby': 'own' },
      h('h2', { id: 'own' }, t.text),
      h('label', {}, h('span', { hidden: true }, t.text), this.text),
      h('div', { class: 'actions' }, this.send, this.message),
    );
    this.text.setAttribute('aria-labelledby', 'own');
    this.root.replaceChildren(
      h('nav', { class: 'bar', 'aria-label': t.title }, h('a', { href: '#/deidentification', 'aria-current': 'page' }, t.title), h('a', { href: '#/' }, insideCockpit() ? t.dashboard : t.tasks)),
      h('main', { id: 'main', tabindex: '-1' }, h('div', { class: 'head' }, h('h1', {}, t.title), h('p', { class: 'quiet' }, t.lead)), h('div', { class: 'columns' }, rules, h('div', {}, text, this.result, this.suggested))),
    );
  }

  /** Takes over what a project does at present. */
  async choose() {
    setText(this.message, '');
    this.result.replaceChildren();
    try {
      const path = `/projects/${encodeURIComponent(this.project.value)}/redaction`;
      this.choices = await call('GET', path);
      const { operators, otherwise, scope, rules } = this.choices;
      this.otherwise.replaceChildren(...options(operators, otherwise, (id) => t.operators[id] ?? id));
      this.scope.value = scope;
      this.kinds.replaceChildren();
      for (const [kind, operator] of Object.entries(rules ?? {})) this.addKind(kind, operator);
      this.add.disabled = this.send.disabled = false;
      if (!rules) setText(this.message, t.none);
      await this.showSuggested();
    } catch (problem) {
      setText(this.message, problem.message);
    }
  }

  /** What privacy reviews of the project suggest, by the shape of what was missed. */
  async showSuggested() {
    const { rules } = await call('GET', `/projects/${encodeURIComponent(this.project.value)}/rule-suggestions`);
    const list = rules.map((rule) => ruleSuggestion(rule, rule.population, `${rule.batchId}, ${t.round} ${rule.round}`));
    this.suggested.replaceChildren(...(list.length ? [h('section', { 'aria-labelledby': 'suggested' }, h('h2', { id: 'suggested' }, t.suggested), h('ul', { class: 'suggested' }, ...list))] : []));
  }

  addKind(kind, operator) {
    const { operators, types } = this.choices;
    const row = h(
      'div',
      { class: 'kind' },
      h('select', { 'aria-label': t.kind }, ...options(types, kind)),
      h('select', { 'aria-label': t.operator }, ...options(operators, operator, (id) => t.operators[id] ?? id)),
      h('button', { type: 'button', class: 'button', 'aria-label': t.remove, on: { click: () => row.remove() } }, '×'),
    );
    this.kinds.append(row);
  }

  rules() {
    const types = Object.fromEntries(
      [...this.kinds.children].map((row) => [...row.querySelectorAll('select')].map((select) => select.value)),
    );
    return { types, otherwise: this.otherwise.value, scope: this.scope.value, deny: lines(this.deny), allow: lines(this.allow) };
  }

  async run() {
    setText(this.message, '');
    const rules = this.rules();
    const raw = this.text.value;
    try {
      const preview = await call('POST', '/redaction/preview', { body: { project: this.project.value, text: raw, rules } });
      this.result.replaceChildren(results(raw, preview, asYaml(rules)));
    } catch (problem) {
      setText(this.message, problem.message);
    }
  }
}

customElements.define('touchstone-redaction', Redaction);
