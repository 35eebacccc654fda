// What the two decision forms share: open, fail with a sentence, decide, leave.

import { h, icon, setText } from '../dom.js';
import { decisionStyle } from './decision-style.js';
import { toast } from '../notice.js';
import { failurePanel, loadingPanel } from '../panels.js';
import * as tasklist from '../tasklist.js';
import { texts } from '../texts.js';
import { theme } from '../theme.js';

const t = texts.workbench;

export class DecisionPage extends HTMLElement {
  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [theme, decisionStyle];
    this.onKey = (event) => this.key(event);
  }

  connectedCallback() {
    tasklist.keepKeysInside(this);
    tasklist.guardForm(this);
    window.addEventListener('keydown', this.onKey);
    this.open();
  }

  disconnectedCallback() {
    window.removeEventListener('keydown', this.onKey);
    tasklist.focusOffSoon();
  }

  frame(...children) {
    this.root.replaceChildren(h('div', { class: 'frame' }, ...children));
  }

  async open() {
    tasklist.focusOn();
    this.frame(loadingPanel());
    this.taskId = await tasklist.taskIdOf(this);
    if (!this.isConnected) return;
    try {
      this.show(await this.read(this.taskId));
    } catch (problem) {
      tasklist.focusOff();
      this.frame(failurePanel(problem, () => this.open()));
    }
  }

  /** The button that brings the task list back and sends it away again. */
  widthButton() {
    const word = () => (tasklist.focused() ? t.showList : t.hideList);
    const label = h('span', {}, word());
    this.width = () => {
      if (tasklist.focused()) tasklist.focusOff();
      else tasklist.focusOn();
      setText(label, word());
    };
    const hidden = !tasklist.insideTasklist();
    return h('button', { type: 'button', class: 'button quiet width', hidden, title: `${word()} (F)`, on: { click: this.width } }, icon('wide'), label);
  }

  key(event) {
    const typing = event.composedPath()[0].matches?.('textarea');
    if (event.key !== 'f' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.composedPath().includes(this) || event.target === document.body) this.width?.();
  }

  /** After the server has recorded the decision: the task is gone, the list is read again. */
  finished(sentence) {
    toast(sentence);
    if (tasklist.insideTasklist()) tasklist.leaveFor(null);
    else this.frame(h('div', { class: 'panel' }, h('h2', {}, sentence)));
  }
}
