// <touchstone-held-batch>: a gate held a batch; one person says what happens.

import { api } from './api.js';
import { DecisionForm } from './decision-form.js';
import { DecisionPage } from './decision-page.js';
import { h } from './dom.js';
import { ago, date, figure, readable } from './figures.js';
import { texts } from './texts.js';

const t = texts.held;

class HeldBatch extends DecisionPage {
  read(taskId) {
    return api.heldBatch(taskId);
  }

  show(held) {
    const form = new DecisionForm({
      legend: t.decide,
      choices: t.choices,
      needReason: ['accept', 'stop'],
      danger: 'stop',
      words: t,
      decide: (decision) => this.decide(decision),
    });
    this.frame(
      this.top(held),
      h('div', { class: 'columns' }, this.facts(held), h('section', { class: 'decision-side', 'aria-label': t.decide }, form.element)),
    );
    form.element.querySelector('input').focus({ preventScroll: true });
  }

  top(held) {
    const fact = (name, value) => h('span', {}, `${name} `, h('b', {}, value));
    return h(
      'header',
      { class: 'top' },
      this.widthButton(),
      h('p', { class: 'eyebrow' }, held.project),
      h('h1', {}, t.title(readable(held.stage))),
      h(
        'div',
        { class: 'facts' },
        fact(t.batch, held.batchId),
        fact(t.verdict, readable(held.verdict)),
        fact(t.rule, held.rule),
        h('span', {}, t.since(date(held.heldSince), ago(held.heldSince))),
      ),
    );
  }

  facts(held) {
    const rows = Object.entries(held.figures ?? {}).map(([name, value]) =>
      h('tr', {}, h('th', { scope: 'row' }, t.names[name] ?? readable(name)), h('td', { class: 'number' }, figure(value))),
    );
    return h(
      'div',
      { class: 'facts-side' },
      h('section', {}, h('h2', {}, t.why), h('p', { class: 'because' }, held.because)),
      rows.length
        ? h('section', {}, h('h2', {}, t.figures), h('table', { class: 'figures' }, h('tbody', {}, ...rows)))
        : null,
    );
  }

  async decide(decision) {
    await api.decideHeld(this.taskId, decision);
    this.finished(t.done[decision.decision]);
  }
}

customElements.define('touchstone-held-batch', HeldBatch);
