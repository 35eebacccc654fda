// Giving a package back: a reason, and the server decides where its items go.

import { api } from '../api.js';
import { h, icon, setText } from '../dom.js';
import { sheet } from '../theme.js';
import { texts } from '../texts.js';

const t = texts.giveBack;

export const giveBackStyle = sheet(`
.give-back fieldset { border: 0; padding: 0; margin: 14px 0 0; display: grid; gap: 8px; }
.give-back legend { padding: 0; margin-bottom: 6px; font-weight: 600; }
.give-back label { display: grid; grid-template-columns: 18px 1fr; gap: 2px 12px; align-items: start; padding: 9px 12px; border: 1px solid var(--line-strong); border-radius: var(--radius); cursor: pointer; }
.give-back label:has(:checked) { border-color: var(--accent); background: var(--accent-tint); }
.give-back label input { margin-top: 3px; }
.give-back label span { grid-column: 2; color: var(--ink-quiet); font-size: 14px; }
.give-back .actions { display: flex; justify-content: flex-end; gap: 10px; margin-top: 18px; }
.give-back .bad { color: var(--bad); margin-top: 12px; }
`);

function choice([code, [word, more]], chosen) {
  const input = h('input', { type: 'radio', name: 'reason', value: code });
  input.checked = chosen;
  return h('label', {}, input, h('b', {}, word), h('span', {}, more));
}

export class GiveBackDialog {
  /**
   * @param {string} packageId
   * @param {{flush: () => Promise<boolean>, givenBack: (answer: Object) => void,
   *          gone: (problem: Error) => void}} host
   */
  constructor(packageId, host) {
    this.packageId = packageId;
    this.host = host;
    this.problem = h('p', { class: 'bad', role: 'alert', hidden: true });
    this.send = h('button', { type: 'button', class: 'button primary', on: { click: () => this.giveBack() } }, t.send);
    this.element = h(
      'dialog',
      { class: 'give-back', 'aria-labelledby': 'give-back-title' },
      h(
        'header',
        {},
        h('h2', { id: 'give-back-title' }, t.title),
        h('button', { type: 'button', class: 'button quiet', 'aria-label': texts.common.close, on: { click: () => this.element.close() } }, icon('cross')),
      ),
      h('p', {}, t.more),
      h('fieldset', {}, h('legend', {}, t.why), ...Object.entries(t.reasons).map((each, index) => choice(each, index === 0))),
      this.problem,
      h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', on: { click: () => this.element.close() } }, t.cancel), this.send),
    );
  }

  open() {
    this.problem.hidden = true;
    this.element.showModal();
    this.element.querySelector(':checked').focus();
  }

  get reason() {
    return this.element.querySelector(':checked').value;
  }

  async giveBack() {
    this.busy(true);
    try {
      await this.host.flush();
      const answer = await api.giveBack(this.packageId, this.reason);
      this.element.close();
      this.host.givenBack(answer);
    } catch (problem) {
      this.refused(problem);
    } finally {
      this.busy(false);
    }
  }

  refused(problem) {
    if (problem.status === 409) {
      this.element.close();
      this.host.gone(problem);
      return;
    }
    setText(this.problem, problem.message);
    this.problem.hidden = false;
  }

  busy(on) {
    this.send.disabled = on;
    setText(this.send, on ? t.sending : t.send);
  }
}
