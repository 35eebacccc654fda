// <touchstone-calculator>: agreement on judgements that somebody brings along.

import { call, upload } from '../api.js';
import { auditStyle } from '../audit/style.js';
import { h } from '../dom.js';
import { qualityStyle } from '../quality/style.js';
import { theme } from '../theme.js';
import { input } from './input.js';
import { result } from './result.js';
import { words as t } from './words.js';

class Calculator extends HTMLElement {
  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [theme, auditStyle, qualityStyle];
  }

  connectedCallback() {
    this.titleBefore = document.title;
    document.title = `${t.title} – Touchstone`;
    this.input = input((question) => this.ask(question));
    this.found = h('div', { 'aria-live': 'polite' });
    this.root.replaceChildren(h('main', { id: 'main', tabindex: '-1' }, h('header', { class: 'head' }, h('h1', {}, t.title), h('p', { class: 'quiet' }, t.about)), this.input.element, this.found));
  }

  disconnectedCallback() {
    document.title = this.titleBefore;
  }

  async ask({ body, json, type, categories }) {
    this.input.fail('');
    this.input.busy(t.calculating);
    try {
      const sent = new Blob([body], { type: json ? 'application/json' : 'text/csv' });
      const [answer, { formulas }] = await Promise.all([
        upload(`/agreement${json ? '' : query(type, categories)}`, sent, (share) => this.input.busy(share < 1 ? t.sent(share) : t.calculating)),
        call('GET', '/agreement/formulas'),
      ]);
      this.found.replaceChildren(...result(answer, formulas));
    } catch (problem) {
      this.found.replaceChildren();
      this.input.fail(problem.message);
    } finally {
      this.input.busy('');
    }
  }
}

function query(type, categories) {
  const declared = categories.split(',').map((each) => each.trim()).filter(Boolean);
  return `?${new URLSearchParams({ type, ...(declared.length ? { categories: declared.join(',') } : {}) })}`;
}

customElements.define('touchstone-calculator', Calculator);
