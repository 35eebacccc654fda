// <touchstone-audit>: the auditor's page. The address says what it shows.

import { h } from '../dom.js';
import { loadingPanel } from '../panels.js';
import { theme } from '../theme.js';
import { batchView } from './batch.js';
import { batchesView } from './batches.js';
import { trailView } from './events.js';
import { itemView } from './item.js';
import { read } from './read.js';
import { auditStyle } from './style.js';

const views = {
  batches: { title: 'Batches', show: batchesView },
  batch: { title: 'Batch', show: batchView },
  item: { title: 'Item', show: itemView },
  trail: { title: 'Audit trail', show: trailView },
};

/** `#/audit/batch/tickets-1` as kind and id. */
function place() {
  const [, kind = 'batches', id = ''] = location.hash.replace(/^#\/?/, '').split('?')[0].split('/');
  return { kind: kind in views ? kind : 'batches', id: decodeURIComponent(id) };
}

const failure = (problem, again) =>
  h('div', { class: 'panel', role: 'alert' }, h('h2', {}, 'This cannot be shown'), h('p', {}, problem.message), h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', on: { click: again } }, 'Try again')));

class Audit extends HTMLElement {
  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [theme, auditStyle];
  }

  connectedCallback() {
    this.main = h('main', { id: 'main', tabindex: '-1' });
    this.root.replaceChildren(this.bar(), this.main, h('p', { class: 'foot' }, 'All times are UTC. Read-only: nothing on this page changes a batch.'));
    this.open();
  }

  bar() {
    const { kind } = place();
    const link = (to, words, current) => h('a', { href: to, 'aria-current': current ? 'page' : null }, words);
    return h(
      'nav',
      { class: 'bar', 'aria-label': 'Audit' },
      link('#/audit', 'Batches', kind === 'batches'),
      link('#/audit/trail/all', 'Audit trail', kind === 'trail'),
      this.search(),
    );
  }

  /** An id leads straight to its record. */
  search() {
    const input = h('input', { type: 'search', id: 'find', placeholder: 'Batch or item id', autocomplete: 'off', spellcheck: 'false', 'aria-label': 'Go to a batch or an item by its id' });
    const answer = h('span', { class: 'answer', role: 'status' });
    const go = async (event) => {
      event.preventDefault();
      const id = input.value.trim();
      if (!id) return;
      try {
        const found = await read.find(id);
        if (found.kind === 'nothing') answer.textContent = 'There is no batch and no item with that id.';
        else location.hash = `#/audit/${found.kind}/${encodeURIComponent(found.id)}`;
      } catch (problem) {
        answer.textContent = problem.message;
      }
    };
    return h('form', { class: 'search', role: 'search', on: { submit: go } }, answer, input, h('button', { type: 'submit', class: 'button' }, 'Go to'));
  }

  async open() {
    const { kind, id } = place();
    this.main.replaceChildren(loadingPanel());
    try {
      const shown = await views[kind].show(id);
      if (!this.isConnected) return;
      this.main.replaceChildren(shown);
      document.title = `${id && id !== 'all' ? id : views[kind].title} – Audit`;
    } catch (problem) {
      this.main.replaceChildren(failure(problem, () => this.open()));
    }
  }
}

customElements.define('touchstone-audit', Audit);
