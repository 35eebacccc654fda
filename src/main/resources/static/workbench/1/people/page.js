// <touchstone-people>: who works here. The address says what it shows.

import { auditStyle } from '../audit/style.js';
import { batchesStyle } from '../batches/style.js';
import { h } from '../dom.js';
import { loadingPanel } from '../panels.js';
import { theme } from '../theme.js';
import { listView } from './list.js';
import { oneView } from './one.js';
import { peopleStyle } from './style.js';
import { listWords } from './words.js';

const t = listWords;

/** `#/people/ada` as the person's view. */
function place() {
  const id = decodeURIComponent(location.hash.split('?')[0].split('/')[2] ?? '');
  return id ? { title: id, show: () => oneView(id) } : { title: t.title, show: listView };
}

class People extends HTMLElement {
  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [theme, auditStyle, batchesStyle, peopleStyle];
  }

  connectedCallback() {
    this.titleBefore = document.title;
    this.main = h('main', { id: 'main', tabindex: '-1' });
    this.root.replaceChildren(
      h('nav', { class: 'bar', 'aria-label': t.title }, h('a', { href: '#/people', 'aria-current': 'page' }, t.title), h('a', { href: '#/batches' }, t.batches), h('a', { href: '#/' }, t.tasks)),
      this.main,
    );
    this.open();
  }

  disconnectedCallback() {
    document.title = this.titleBefore;
  }

  async open() {
    const { title, show } = place();
    this.main.replaceChildren(loadingPanel());
    try {
      const view = await show();
      if (!this.isConnected) return;
      this.main.replaceChildren(view.element);
      document.title = `${title} – Touchstone`;
    } catch (problem) {
      this.main.replaceChildren(failure(problem, () => this.open()));
    }
  }
}

const failure = (problem, again) =>
  h('div', { class: 'panel', role: 'alert' }, h('h2', {}, t.cannotShow), h('p', {}, problem.message), h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', on: { click: again } }, 'Try again')));

customElements.define('touchstone-people', People);
