// <touchstone-masked-gold>: known answers whose texts new rules have masked further.

import { call } from './api.js';
import { DecisionPage } from './decision/decision-page.js';
import { h, setText } from './dom.js';
import { date } from './figures.js';
import { texts } from './texts.js';
import { sheet } from './theme.js';
import { inWords } from './kinds/list.js';

const t = texts.maskedGold;
const path = (taskId) => `/masked-gold/${encodeURIComponent(taskId)}`;

const style = sheet(`
.intro { color: var(--ink-quiet); font-size: 14px; }
.option .item-text { display: block; color: var(--ink); font-size: 15px; white-space: pre-wrap; overflow-wrap: anywhere; }
`);

class MaskedGold extends DecisionPage {
  constructor() {
    super();
    this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, style];
  }

  read(taskId) {
    return call('GET', path(taskId));
  }

  show(masked) {
    const usable = masked.items.filter((item) => item.answerable);
    const gone = masked.items.filter((item) => !item.answerable);
    this.message = h('p', { class: 'message', id: 'message', role: 'alert' });
    this.button = h('button', { type: 'button', class: 'button primary send', on: { click: () => this.send() } }, t.send);
    this.frame(
      h('header', { class: 'top' }, this.widthButton(), h('p', { class: 'eyebrow' }, masked.project), h('h1', {}, t.title(masked.items.length)), h('p', { class: 'intro' }, t.intro(date(masked.since)))),
      h(
        'div',
        { class: 'columns' },
        h(
          'div',
          { class: 'facts-side' },
          usable.length ? h('fieldset', {}, h('legend', {}, t.choose), ...usable.map((item) => this.item(item))) : null,
          gone.length ? h('section', {}, h('h2', {}, t.gone), h('p', { class: 'intro' }, t.goneMore), h('ul', {}, ...gone.map((item) => h('li', {}, item.name ?? item.itemId)))) : null,
        ),
        h('section', { class: 'decision-side', 'aria-label': t.send }, h('div', {}, h('p', { class: 'intro' }, t.hint), this.message, this.button)),
      ),
    );
    (this.root.querySelector('input') ?? this.button).focus({ preventScroll: true });
  }

  item({ itemId, name, text, ...members }) {
    const answer = inWords(members, (label) => label);
    return h('label', { class: 'option' }, h('input', { type: 'checkbox', value: itemId, 'aria-label': t.use(name ?? itemId) }), h('b', {}, `${name ?? itemId} · ${answer || t.nothing}`), h('span', { class: 'item-text' }, text));
  }

  async send() {
    if (this.button.disabled) return;
    this.button.disabled = true;
    setText(this.message, '');
    try {
      const used = [...this.root.querySelectorAll('input:checked')].map((input) => input.value);
      await call('POST', path(this.taskId), { body: { used } });
      this.finished(t.done);
    } catch (problem) {
      this.button.disabled = false;
      setText(this.message, problem.message);
    }
  }
}

customElements.define('touchstone-masked-gold', MaskedGold);
