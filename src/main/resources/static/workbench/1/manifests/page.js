// <touchstone-manifests>: what was received, what was removed, and the proof of it. The address says
// what it shows.

import { auditStyle } from '../audit/style.js';
import { h } from '../dom.js';
import { loadingPanel } from '../panels.js';
import { theme } from '../theme.js';
import { listView } from './list.js';
import { oneView } from './one.js';

/** `#/manifests/tickets-1` as the id, empty for the list. */
const place = () => decodeURIComponent(location.hash.split('?')[0].split('/')[2] ?? '');

class Manifests extends HTMLElement {
  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [theme, auditStyle];
  }

  connectedCallback() {
    this.titleBefore = document.title;
    this.main = h('main', { id: 'main', tabindex: '-1' });
    this.root.replaceChildren(
      h('nav', { class: 'bar', 'aria-label': 'Manifests' }, h('a', { href: '#/manifests', 'aria-current': place() ? null : 'page' }, 'Manifests'), h('a', { href: '#/' }, 'Tasks')),
      this.main,
      h('p', { class: 'foot' }, 'All times are UTC. No value that was removed stands anywhere on this page or in its files.'),
    );
    this.open();
  }

  disconnectedCallback() {
    document.title = this.titleBefore;
  }

  async open() {
    const id = place();
    this.main.replaceChildren(loadingPanel());
    try {
      const shown = await (id ? oneView(id, () => this.open()) : listView());
      if (!this.isConnected) return;
      this.main.replaceChildren(shown);
      document.title = `${id || 'Manifests'} – Touchstone`;
    } catch (problem) {
      this.main.replaceChildren(failure(problem, () => this.open()));
    }
  }
}

const failure = (problem, again) =>
  h('div', { class: 'panel', role: 'alert' }, h('h2', {}, 'This cannot be shown'), h('p', {}, problem.message), h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', on: { click: again } }, 'Try again')));

customElements.define('touchstone-manifests', Manifests);
