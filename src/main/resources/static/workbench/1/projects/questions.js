// Several questions about each item: how each is asked and answered.

import { h, icon } from '../dom.js';
import { keyOf } from './begin.js';
import { LabelTable } from './labels.js';
import { settings } from './settings.js';
import { fields, words as t } from './words.js';

const ALWAYS = [['', 'Always']];
const EXACT = ['goldSpanF1', 'overlappingSpans', 'noneAllowed', 'goldClassesF1'];

/** Kind of labelling of a project in the keys of project.yaml. */
export const taskOf = (project) => (project.questions ? 'questions' : project.task);

export class QuestionsTable {
  constructor(draft) {
    this.draft = draft;
    this.questions = draft.project.questions;
    this.list = h('div', { class: 'question-cards' });
    this.element = h(
      'div',
      {},
      h('p', { class: 'note' }, 'People answer them one after the other. A question that is asked only after certain answers is disagreed on by those alone who were asked it. At most one question marks places.'),
      this.list,
      h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', on: { click: () => this.add() } }, 'Add a question')),
    );
    this.show();
  }

  show() {
    this.list.replaceChildren(...this.questions.map((question, index) => this.card(question, index)));
  }

  keep() {
    this.draft.set({ questions: this.questions });
  }

  card(question, index) {
    const place = index + 1;
    const part = this.partOf(question);
    const own = (list) => list.map((field) => ({ ...field, id: `q${place}-${field.key}`, choices: field.kind === 'choice' ? () => this.choices(field.key, index) : undefined }));
    const button = (mark, title, run) => h('button', { type: 'button', class: 'button quiet', 'aria-label': `${title} question ${place}`, on: { click: run } }, mark);
    return h(
      'section',
      { class: 'question-card', 'aria-label': `Question ${place}` },
      h('header', {}, h('h3', {}, `Question ${place}`), h('span', { class: 'moves' }, button('↑', 'Move up', () => this.move(index, -1)), button('↓', 'Move down', () => this.move(index, 1)), button(icon('cross'), 'Remove', () => this.remove(index)))),
      settings(own(fields.question.filter(({ key }) => index > 0 || !['optional', 'whenQuestion', 'whenLabels'].includes(key))), part),
      question.kind === 'scale' ? settings(own(fields.labels), this.scaleOf(question)) : new LabelTable(part, `-q${place}`).element,
      settings(own(fields.limits.filter(({ key }) => EXACT.includes(key))), part),
    );
  }

  choices(key, index) {
    if (key === 'kind') return t.partKinds;
    return [...ALWAYS, ...this.questions.slice(0, index).map(({ id, ask }) => [id, `After “${ask || id}”`])];
  }

  /** A question as the fields of a project: its condition in two of them, `required` turned round. */
  partOf(question) {
    const [whenQuestion, labels] = Object.entries(question.when ?? {})[0] ?? [];
    const project = { ...question, task: question.kind, optional: question.required === false, whenQuestion: whenQuestion ?? '', whenLabels: (labels ?? []).join(', ') };
    return {
      project,
      view: this.draft.view,
      set: (change) => {
        Object.assign(project, change);
        this.take(question, project, change);
        this.keep();
        if ('kind' in change) this.show();
      },
    };
  }

  take(question, project, change) {
    const { optional, whenQuestion, whenLabels, ...plain } = change;
    for (const [key, value] of Object.entries(plain)) {
      if (value === undefined) delete question[key];
      else question[key] = value;
    }
    if ('optional' in change) {
      if (optional) question.required = false;
      else delete question.required;
    }
    if ('whenQuestion' in change || 'whenLabels' in change) {
      const named = project.whenLabels.split(',').map((each) => each.trim()).filter(Boolean);
      if (project.whenQuestion) question.when = { [project.whenQuestion]: named };
      else delete question.when;
    }
    if ('kind' in change) this.forKind(question);
  }

  /** What belongs to another kind falls away. */
  forKind(question) {
    for (const key of [...EXACT, question.kind === 'scale' ? 'labels' : 'scale']) delete question[key];
    if (question.kind === 'scale') question.scale = { from: 1, to: 5, low: '', high: '', goldDistance: 0 };
    else question.labels ??= [];
  }

  scaleOf(question) {
    return {
      project: { task: 'scale', ...question.scale },
      set: (change) => {
        question.scale = { ...question.scale, ...change };
        this.keep();
      },
    };
  }

  add() {
    const ids = new Set(this.questions.map(({ id }) => id));
    let number = this.questions.length + 1;
    while (ids.has(keyOf(`Question ${number}`))) number += 1;
    this.questions.push({ id: keyOf(`Question ${number}`), ask: '', kind: 'classification', labels: [] });
    this.keep();
    this.show();
    this.list.lastElementChild.querySelector('input').focus();
  }

  move(index, step) {
    const to = index + step;
    if (to < 0 || to >= this.questions.length) return;
    const [question] = this.questions.splice(index, 1);
    this.questions.splice(to, 0, question);
    this.keep();
    this.show();
    this.list.children[to].querySelector(`button[aria-label^="Move ${step < 0 ? 'up' : 'down'}"]`).focus();
  }

  remove(index) {
    this.questions.splice(index, 1);
    this.keep();
    this.show();
  }
}
