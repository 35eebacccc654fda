// What the two decision forms share: open, fail with a sentence, decide, leave.

import { h } from './dom.js';
import { decisionStyle } from './decision-style.js';
import { toast } from './notice.js';
import { failurePanel, loadingPanel } from './panels.js';
import * as tasklist from './tasklist.js';
import { theme } from './theme.js';

export class DecisionPage extends HTMLElement {
  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [theme, decisionStyle];
  }

  connectedCallback() {
    tasklist.keepKeysInside(this);
    tasklist.guardForm(this);
    tasklist.focusOn();
    this.open();
  }

  disconnectedCallback() {
    tasklist.focusOffSoon();
  }

  frame(...children) {
    this.root.replaceChildren(h('div', { class: 'frame' }, ...children));
  }

  async open() {
    this.frame(loadingPanel());
    this.taskId = await tasklist.taskIdOf(this);
    if (!this.isConnected) return;
    try {
      this.show(await this.read(this.taskId));
    } catch (problem) {
      this.frame(failurePanel(problem, () => this.open()));
    }
  }

  /** After the server has recorded the decision: the task is gone, the list is read again. */
  finished(sentence) {
    toast(sentence);
    if (tasklist.insideTasklist()) tasklist.leaveFor(null);
    else this.frame(h('div', { class: 'panel' }, h('h2', {}, sentence)));
  }
}
