// <touchstone-projects>: projects as people make, change and read them. The address says what it
// shows.

import { auditStyle } from '../audit/style.js';
import { h } from '../dom.js';
import { loadingPanel } from '../panels.js';
import { theme } from '../theme.js';
import { editorView } from './editor.js';
import { guidelineView } from './guideline.js';
import { listView } from './list.js';
import { read } from './read.js';
import { projectsStyle } from './style.js';
import { words as t } from './words.js';

/** `#/projects/tickets` as the view of it. */
function place(access) {
  const [, kind, id = ''] = location.hash.split('?')[0].split('/');
  const key = decodeURIComponent(id);
  if (kind === 'guidelines') return { title: key, show: () => guidelineView(key) };
  if (key && access.mayChange) return { title: key, show: () => editorView(key) };
  return { title: t.title, show: () => listView(access) };
}

class Projects extends HTMLElement {
  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [theme, auditStyle, projectsStyle];
  }

  connectedCallback() {
    this.titleBefore = document.title;
    this.main = h('main', { id: 'main', tabindex: '-1' });
    const here = location.hash === '#/projects' ? 'page' : null;
    this.root.replaceChildren(
      h('nav', { class: 'bar', 'aria-label': t.title }, h('a', { href: '#/projects', 'aria-current': here }, t.title), h('a', { href: '#/' }, t.tasks)),
      this.main,
    );
    this.addEventListener('project-again', () => this.open());
    this.open();
  }

  disconnectedCallback() {
    document.title = this.titleBefore;
    this.view?.close?.();
  }

  async open() {
    this.view?.close?.();
    this.main.replaceChildren(loadingPanel());
    try {
      const { title, show } = place(await read.access());
      this.view = await show();
      if (!this.isConnected) return;
      this.main.replaceChildren(this.view.element);
      document.title = `${title} – Touchstone`;
    } catch (problem) {
      this.main.replaceChildren(failure(problem, () => this.open()));
    }
  }
}

const failure = (problem, again) =>
  h('div', { class: 'panel', role: 'alert' }, h('h2', {}, t.cannotShow), h('p', {}, problem.message), h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', on: { click: again } }, t.again)));

customElements.define('touchstone-projects', Projects);
