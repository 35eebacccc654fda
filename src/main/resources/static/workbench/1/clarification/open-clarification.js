// <touchstone-open-clarification>: a data manager decides how it goes on with somebody who has not
// clarified the guideline in time, or was paused before.

import { call } from '../api.js';
import { DecisionForm } from '../decision/decision-form.js';
import { DecisionPage } from '../decision/decision-page.js';
import { h } from '../dom.js';
import { texts } from '../texts.js';

const t = texts.openClarification;
const path = (taskId) => `/clarifications/open/${encodeURIComponent(taskId)}`;

class OpenClarification extends DecisionPage {
  read(taskId) {
    return call('GET', path(taskId));
  }

  show(open) {
    const form = new DecisionForm({
      legend: texts.held.decide,
      choices: t.choices(open.person),
      needReason: ['release'],
      words: { ...texts.held, ...t },
      decide: (decision) => this.decide(decision),
    });
    const fact = (name, value) => h('span', {}, `${name} `, h('b', {}, value));
    this.frame(
      h(
        'header',
        { class: 'top' },
        this.widthButton(),
        h('p', { class: 'eyebrow' }, open.project),
        h('h1', {}, t.title(open.person)),
        h('div', { class: 'facts' }, fact(t.batch, open.batch), fact(t.packages, texts.common.number(open.packages))),
      ),
      h(
        'div',
        { class: 'columns' },
        h('div', { class: 'facts-side' }, h('section', {}, h('h2', {}, t.why), h('p', { class: 'because' }, open.pausedBefore ? t.pausedBefore : t.notInTime)), h('section', {}, h('h2', {}, t.meanwhile), h('p', {}, open.pauses ? t.paused : t.works), open.packages ? h('p', {}, t.waits(open.packages)) : null)),
        h('section', { class: 'decision-side', 'aria-label': texts.held.decide }, form.element),
      ),
    );
    form.element.querySelector('input').focus({ preventScroll: true });
  }

  async decide(decision) {
    await call('POST', path(this.taskId), { body: decision });
    this.finished(t.done[decision.decision]);
  }
}

customElements.define('touchstone-open-clarification', OpenClarification);
