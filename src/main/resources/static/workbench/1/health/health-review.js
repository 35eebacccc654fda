// <touchstone-health-review>: four figures of the week, what to do about them, and minutes.

import { call } from '../api.js';
import { DecisionPage } from '../decision/decision-page.js';
import { h, setText } from '../dom.js';
import { chartStyle } from './chart.js';
import { overridden, panel } from './panel.js';
import { healthStyle } from './style.js';
import { metrics, words } from './words.js';

const path = (taskId) => `/health/tasks/${encodeURIComponent(taskId)}`;

class HealthReview extends DecisionPage {
  constructor() {
    super();
    this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, healthStyle];
  }

  read(taskId) {
    return call('GET', path(taskId));
  }

  show(review) {
    this.figures = review.figures;
    this.names = new Map(review.figures.projects.map(({ project, name }) => [project, name]));
    this.grid = h('div', { class: 'metrics' });
    this.frame(
      chartStyle(),
      this.top(review),
      h('div', { class: 'columns' }, h('div', { class: 'facts-side' }, this.grid), h('section', { class: 'decision-side', 'aria-label': words.proposals }, this.side(review))),
    );
    this.showProject(this.startWith(review));
    (this.root.querySelector('input[type=checkbox]') ?? this.minutes).focus({ preventScroll: true });
  }

  /** The first project with a proposal, else the first one. */
  startWith({ proposals, figures }) {
    return proposals[0]?.project ?? figures.projects[0]?.project;
  }

  top({ figures, decidedLast }) {
    return h(
      'header',
      { class: 'top' },
      this.widthButton(),
      h('p', { class: 'eyebrow' }, words.eyebrow),
      h('h1', {}, words.week(figures.from, figures.to)),
      h('p', { class: 'intro' }, words.intro),
      h(
        'div',
        { class: 'facts' },
        this.chooser(figures.projects),
        h('span', {}, figures.previousTo ? words.compared(figures.previousTo) : words.first),
        figures.quietProjects ? h('span', {}, words.quiet(figures.quietProjects)) : null,
      ),
      decidedLast.length ? h('p', { class: 'decided' }, h('b', {}, words.decidedLast), ' ', decidedLast.join(' ')) : null,
    );
  }

  chooser(projects) {
    if (projects.length < 2) return projects.length ? h('span', {}, `${words.project} `, h('b', {}, projects[0].name)) : null;
    this.select = h('select', { on: { change: () => this.showProject(this.select.value) } }, ...projects.map(({ project, name }) => h('option', { value: project }, name)));
    return h('label', {}, words.project, this.select);
  }

  showProject(key) {
    const project = this.figures.projects.find((each) => each.project === key);
    if (!project) {
      this.grid.replaceChildren(h('div', {}, h('h2', {}, words.nothing), h('p', { class: 'intro' }, words.nothingMore)));
      return;
    }
    if (this.select) this.select.value = key;
    this.grid.replaceChildren(...Object.keys(metrics).map((name) => panel(name, project, this.figures)), overridden(project.overridden), h('a', { class: 'behind', href: `#/batches?${new URLSearchParams({ project: key })}` }, words.batchesOf(project.name)));
  }

  side(review) {
    this.minutes = h('textarea', { id: 'minutes', rows: '4', maxlength: '10000', 'aria-describedby': 'minutes-help message' });
    this.message = h('p', { class: 'message', id: 'message', role: 'alert' });
    this.button = h('button', { type: 'button', class: 'button primary send', on: { click: () => this.close() } }, words.close);
    const side = h(
      'div',
      { class: 'side' },
      this.proposals(review.proposals),
      h('div', { class: 'minutes' }, h('label', { for: 'minutes' }, words.minutes), h('p', { class: 'hint', id: 'minutes-help' }, words.minutesHint), this.minutes),
      h('div', {}, this.message, this.button),
    );
    side.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.close();
    });
    return side;
  }

  proposals(proposals) {
    if (!proposals.length) return h('div', {}, h('h2', {}, words.proposals), h('p', { class: 'hint' }, words.noProposals));
    return h(
      'fieldset',
      {},
      h('legend', {}, words.proposals),
      h('p', { class: 'hint' }, words.proposalsHint),
      ...proposals.map((proposal, index) => this.proposal(proposal, index)),
    );
  }

  proposal({ id, project, metric, proposal, because }, index) {
    const about = `because-${index}`;
    const input = h('input', { type: 'checkbox', value: id, 'aria-label': proposal, 'aria-describedby': about });
    input.addEventListener('focus', () => this.figures.projects.length > 1 && this.select.value !== project && this.showProject(project));
    return h(
      'label',
      { class: 'option' },
      input,
      h('b', {}, proposal),
      h('span', { id: about }, because),
      h('small', {}, `${this.names.get(project) ?? project} · ${metrics[metric]?.title ?? words.overridden}`),
    );
  }

  async close() {
    if (this.button.disabled) return;
    const accepted = [...this.root.querySelectorAll('input:checked')].map((input) => input.value);
    this.button.disabled = true;
    setText(this.button, words.closing);
    setText(this.message, '');
    try {
      await call('POST', path(this.taskId), { body: { accepted, minutes: this.minutes.value } });
      this.finished(words.closed);
    } catch (problem) {
      this.button.disabled = false;
      setText(this.button, words.close);
      setText(this.message, problem.message);
    }
  }
}

customElements.define('touchstone-health-review', HealthReview);
