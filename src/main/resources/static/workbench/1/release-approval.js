// <touchstone-release-approval>: a second person publishes a dataset version, or does not.

import { api } from './api.js';
import { DecisionForm } from './decision/decision-form.js';
import { DecisionPage } from './decision/decision-page.js';
import { h, icon } from './dom.js';
import { coefficient, date, figure, readable, share } from './figures.js';
import { paint } from './palette.js';
import { richText } from './text/richtext.js';
import { texts } from './texts.js';
import { titleOf } from './quality/words.js';

const t = texts.approval;
const number = texts.common.number;
const SPAN_F1 = 'spanF1Exact';

class ReleaseApproval extends DecisionPage {
  read(taskId) {
    return api.approval(taskId);
  }

  show(release) {
    const form = new DecisionForm({
      legend: t.decide,
      choices: t.choices,
      disabled: release.mayApprove ? {} : { approve: release.whyNot },
      needReason: ['reject'],
      danger: 'reject',
      words: { ...texts.held, ...t },
      decide: (decision) => this.decide(decision),
    });
    const side = h('section', { class: 'decision-side', 'aria-label': t.decide }, h('div', {}, this.blocked(release), form.element));
    this.frame(this.top(release), h('div', { class: 'columns' }, this.facts(release), side));
    form.element.querySelector('input:enabled').focus({ preventScroll: true });
  }

  top(release) {
    return h(
      'header',
      { class: 'top' },
      this.widthButton(),
      h('p', { class: 'eyebrow' }, t.becomes(release.previousVersion, release.version)),
      h('h1', {}, `${release.dataset} ${release.version}`),
      h('div', { class: 'facts' }, h('span', {}, h('b', {}, t.records(release.records))), h('span', {}, `${t.batch} `, h('b', {}, release.batchId))),
    );
  }

  blocked(release) {
    if (release.mayApprove) return null;
    return h('div', { class: 'blocked', role: 'note' }, h('b', {}, t.mayNot), h('span', {}, release.whyNot ?? ''));
  }

  facts(release) {
    return h(
      'div',
      { class: 'facts-side' },
      this.overrides(release.overrides),
      h('section', {}, h('h2', {}, t.checks), this.checks(release.checks)),
      h('section', {}, h('h2', {}, t.quality), this.quality(release.quality)),
      h('section', {}, h('h2', {}, release.quality.metric === SPAN_F1 ? t.spansPerLabel : t.labels), this.labels(release)),
      this.dataCard(release.dataCardHtml),
    );
  }

  /** What the second person must know before anything else. */
  overrides(overrides) {
    if (!overrides.length) return null;
    return h(
      'section',
      { class: 'overrides', 'aria-label': t.overrides },
      h('h2', {}, t.overrides),
      h('p', { class: 'lead' }, t.overridesLead(overrides.length)),
      ...overrides.map((override) => this.override(override)),
    );
  }

  override({ batchId, stage, rule, because, figures, person, at, reason }) {
    const names = texts.held.names;
    const seen = Object.entries(figures).map(([name, value]) => h('div', {}, h('dt', {}, names[name] ?? readable(name)), h('dd', {}, figure(value))));
    return h(
      'article',
      {},
      h('h3', {}, t.overrideHead(batchId, readable(stage), rule)),
      h('p', { class: 'because' }, because),
      h('dl', {}, ...seen),
      person
        ? h('p', { class: 'who' }, t.acceptedBy(person, date(at)), ' ', reason ? h('q', {}, reason) : t.reasonGone)
        : h('p', { class: 'who' }, t.nobodyAccepted),
    );
  }

  checks(checks) {
    const line = ({ name, passed, because }) =>
      h(
        'li',
        { class: passed ? 'passed' : 'failed' },
        h('span', { class: 'mark' }, icon(passed ? 'check' : 'cross')),
        h('div', {}, h('b', {}, `${name}: ${(passed ? t.passed : t.failed).toLowerCase()}`), h('p', {}, because)),
      );
    return h('ul', { class: 'checks' }, ...checks.map(line));
  }

  quality(quality) {
    const entry = (name, value, show, more) =>
      h(
        'div',
        {},
        h('dt', {}, name),
        value === null || value === undefined
          ? h('dd', { class: 'none' }, t.notMeasured)
          : h('dd', {}, show(value), ...(more ?? [])),
      );
    return h(
      'dl',
      { class: 'quality' },
      entry(quality.metric === SPAN_F1 ? t.spanF1 : titleOf(quality.metric ?? 'alphaNominal'), quality.alpha, coefficient, this.interval(quality)),
      entry(quality.metric === SPAN_F1 ? t.allEqual : t.agreement, quality.percentAgreement, share),
      entry(t.gold, quality.goldAccuracy, share),
      entry(t.adjudicated, quality.adjudicated, number),
    );
  }

  /** The interval as a stretch of the line from 0 to 1, and in words. */
  interval({ alphaLow: low, alphaHigh: high }) {
    if (typeof low !== 'number' || typeof high !== 'number') return [];
    const stretch = h('i');
    const at = (value) => Math.max(0, Math.min(1, value)) * 100;
    stretch.style.left = `${at(low)}%`;
    stretch.style.width = `${at(high) - at(low)}%`;
    return [
      h('div', { class: 'interval', 'aria-hidden': 'true' }, stretch),
      h('small', {}, t.interval(coefficient(low), coefficient(high))),
    ];
  }

  labels(release) {
    const spans = release.quality.metric === SPAN_F1;
    const whole = spans ? release.perLabel.reduce((sum, label) => sum + label.count, 0) : release.records;
    const most = Math.max(1, ...release.perLabel.map((label) => label.count));
    const row = (label, index) => {
      const bar = paint(h('div'), index);
      bar.style.width = `${(100 * label.count) / most}%`;
      return h(
        'tr',
        {},
        h('th', { scope: 'row' }, label.name),
        h('td', { class: 'bar-cell', 'aria-hidden': 'true' }, bar),
        h('td', { class: 'number' }, number(label.count)),
        h('td', { class: 'number' }, share(whole ? label.count / whole : 0)),
      );
    };
    return h(
      'table',
      {},
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t.label), h('td', { 'aria-hidden': 'true' }), h('th', { scope: 'col', class: 'number' }, spans ? t.spanCount : t.count), h('th', { scope: 'col', class: 'number' }, t.share))),
      h('tbody', {}, ...release.perLabel.map(row)),
    );
  }

  dataCard(html) {
    const document = h('div', { class: 'document' });
    document.append(richText(html));
    return h('details', {}, h('summary', {}, t.dataCard), document);
  }

  async decide(decision) {
    await api.decideApproval(this.taskId, decision);
    this.finished(t.done[decision.decision]);
  }
}

customElements.define('touchstone-release-approval', ReleaseApproval);
