// <touchstone-batches>: the data manager's page. The address says what it shows.

import { auditStyle } from '../audit/style.js';
import { h, setText } from '../dom.js';
import { itemsStyle } from '../items/style.js';
import { itemsView } from '../items/view.js';
import { itemWords } from '../items/words.js';
import { loadingPanel } from '../panels.js';
import { qualityStyle } from '../quality/style.js';
import { qualityView } from '../quality/view.js';
import { theme } from '../theme.js';
import { detailView } from './detail.js';
import { goldView } from './gold.js';
import { listView } from './list.js';
import { read } from './read.js';
import { batchesStyle } from './style.js';
import { pageWords } from './words.js';

const t = pageWords;
const REFRESH_MILLIS = 10_000;

/** `#/batches/tickets-1` as the view and its id. */
function place() {
  const [, kind, id = ''] = location.hash.split('?')[0].split('/');
  if (kind === 'supply') return { title: t.gold, show: goldView };
  if (kind === 'quality') return { title: t.qualityOf(decodeURIComponent(id)), show: () => qualityView(decodeURIComponent(id)) };
  if (kind === 'items') return { title: itemWords.of(decodeURIComponent(id)), show: () => itemsView(decodeURIComponent(id), new URLSearchParams(location.hash.split('?')[1] ?? '')) };
  if (id) return { title: decodeURIComponent(id), show: () => detailView(decodeURIComponent(id)) };
  return { title: t.title, show: listView };
}

class Batches extends HTMLElement {
  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [theme, auditStyle, batchesStyle, qualityStyle, itemsStyle];
    this.onVisible = () => document.visibilityState === 'visible' && this.refresh();
  }

  connectedCallback() {
    this.titleBefore = document.title;
    this.main = h('main', { id: 'main', tabindex: '-1' });
    this.stale = h('span', { class: 'stale', role: 'status' });
    this.people = h('a', { href: '#/people', hidden: true }, t.people);
    this.gold = h('a', { href: '#/supply', hidden: true, 'aria-current': location.hash.startsWith('#/supply') ? 'page' : null }, t.gold);
    const list = h('a', { href: '#/batches', 'aria-current': location.hash.startsWith('#/supply') ? null : 'page' }, t.title);
    this.root.replaceChildren(h('nav', { class: 'bar', 'aria-label': t.title }, list, this.people, this.gold, h('a', { href: '#/' }, t.tasks), this.stale), this.main);
    document.addEventListener('visibilitychange', this.onVisible);
    read.peopleAccess().then(({ mayManage }) => (this.people.hidden = this.gold.hidden = !mayManage), () => null);
    this.open();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    document.title = this.titleBefore;
    document.removeEventListener('visibilitychange', this.onVisible);
  }

  async open() {
    const { title, show } = place();
    this.main.replaceChildren(loadingPanel());
    try {
      this.view = await show();
      if (!this.isConnected) return;
      this.main.replaceChildren(this.view.element);
      document.title = `${title} – Touchstone`;
      this.soon();
    } catch (problem) {
      this.main.replaceChildren(failure(problem, () => this.open()));
    }
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), REFRESH_MILLIS);
  }

  /** Brings what is shown up to date; a page that nobody sees asks for nothing. */
  async refresh() {
    if (document.visibilityState !== 'visible' || !this.view || !this.isConnected) return;
    clearTimeout(this.timer);
    try {
      await this.view.refresh();
      setText(this.stale, '');
    } catch (problem) {
      setText(this.stale, t.stale(problem.message));
    }
    if (this.isConnected) this.soon();
  }
}

const failure = (problem, again) =>
  h('div', { class: 'panel', role: 'alert' }, h('h2', {}, t.cannotShow), h('p', {}, problem.message), h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', on: { click: again } }, 'Try again')));

customElements.define('touchstone-batches', Batches);
