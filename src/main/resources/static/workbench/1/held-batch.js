// <touchstone-held-batch>: a gate held a batch; one person says what happens.

import { api } from './api.js';
import { DecisionForm } from './decision/decision-form.js';
import { DecisionPage } from './decision/decision-page.js';
import { h } from './dom.js';
import { ago, date, figure, readable } from './figures.js';
import { itemsAddress, mayOpenItems } from './items/link.js';
import { texts } from './texts.js';

const t = texts.held;

class HeldBatch extends DecisionPage {
  async read(taskId) {
    const [held, may] = await Promise.all([api.heldBatch(taskId), mayOpenItems()]);
    return { ...held, mayOpenItems: may };
  }

  show(held) {
    const form = new DecisionForm({
      legend: t.decide,
      choices: { ...t.choices, repeat: [t.choices.repeat[0], held.repeat || t.choices.repeat[1]] },
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
      h('tr', {}, h('th', { scope: 'row' }, held.names[name] ?? readable(name)), h('td', { class: 'number' }, figure(value))),
    );
    return h(
      'div',
      { class: 'facts-side' },
      held.deciding ? this.deciding(held.deciding) : null,
      h('section', {}, h('h2', {}, t.why), h('p', { class: 'because' }, held.because)),
      this.links(held),
      rows.length
        ? h('section', {}, h('h2', {}, t.figures), h('table', { class: 'figures' }, h('tbody', {}, ...rows)))
        : null,
    );
  }

  /** The figure as a bar, its limit as a line across it: which side it is on is seen at once. */
  deciding({ name, unit, value, limit, atMost }) {
    const shown = t.shown[unit] ?? t.shown.value;
    const known = typeof limit === 'number';
    const from = Math.min(0, value, known ? limit : 0);
    const to = Math.max(0, value, known ? limit : 0) * 1.15 || 1;
    const place = (number) => (100 * (number - from)) / (to - from);
    const bar = h('div', { class: 'limit-bar', 'aria-hidden': 'true' }, h('i', {}), known ? h('b', {}) : null);
    bar.firstChild.style.insetInlineStart = `${place(Math.min(0, value))}%`;
    bar.firstChild.style.width = `${Math.abs(place(value) - place(0))}%`;
    if (known) bar.lastChild.style.insetInlineStart = `${place(limit)}%`;
    return h(
      'section',
      { class: 'deciding' },
      h('h2', {}, t.deciding),
      h('p', { class: 'first' }, h('strong', {}, shown(value)), ' ', name),
      bar,
      known ? h('p', { class: 'limit' }, atMost ? t.atMost(shown(limit)) : t.atLeast(shown(limit))) : null,
    );
  }

  links(held) {
    const id = encodeURIComponent(held.batchId);
    const link = (href, words) => h('li', {}, h('a', { href }, words));
    const filter = Object.fromEntries(new URLSearchParams(held.items));
    const links = [
      held.items && held.mayOpenItems ? link(itemsAddress(held.batchId, filter), t.links.items) : null,
      held.mayOpenItems ? link(itemsAddress(held.batchId), t.links.all) : null,
      link(`#/manifests/${id}`, t.links.manifest),
      link(`#/batches/${id}`, t.links.packages),
      held.stage === 'quality-assurance' || held.stage === 'release' ? link(`#/quality/${id}`, t.links.quality) : null,
    ];
    return h('nav', { 'aria-label': t.linksTitle }, h('h2', {}, t.linksTitle), h('ul', { class: 'links' }, ...links.filter(Boolean)));
  }

  async decide(decision) {
    await api.decideHeld(this.taskId, decision);
    this.finished(t.done[decision.decision]);
  }
}

customElements.define('touchstone-held-batch', HeldBatch);
