// <touchstone-clarification>: which classes are easily confused here, and what the guideline says of
// them. Help for one person; it names no item whose answer was known beforehand.

import { call } from '../api.js';
import { DecisionPage } from '../decision/decision-page.js';
import { h, setText } from '../dom.js';
import { paragraphs } from '../text/itemtext.js';
import { toast } from '../notice.js';
import { paint } from '../palette.js';
import { richText } from '../text/richtext.js';
import * as tasklist from '../tasklist.js';
import { texts } from '../texts.js';
import { clarificationStyle } from './style.js';

const t = texts.clarification;
const path = (taskId) => `/clarifications/${encodeURIComponent(taskId)}`;

function document(html) {
  const element = h('div', { class: 'document' });
  element.append(richText(html));
  return element;
}

class Clarification extends DecisionPage {
  constructor() {
    super();
    this.root.adoptedStyleSheets.push(clarificationStyle);
  }

  read(taskId) {
    return call('GET', path(taskId));
  }

  show(page) {
    this.places = new Map(page.classes.map((each) => [each.name, each.place]));
    this.frame(this.top(page), h('div', { class: 'columns' }, this.explained(page), this.answer(page)));
    this.button.focus({ preventScroll: true });
  }

  top(page) {
    return h(
      'header',
      { class: 'top' },
      this.widthButton(),
      h('p', { class: 'eyebrow' }, page.project),
      h('h1', {}, t.title),
      h('div', { class: 'facts' }, h('span', {}, t.guidelineVersion(page.guideline.version)), h('span', {}, t.minutes)),
    );
  }

  explained(page) {
    return h(
      'div',
      { class: 'facts-side' },
      h('section', {}, h('p', { class: 'lead' }, t.lead), page.confusions.length ? h('ul', { class: 'mixed' }, ...page.confusions.map((each) => this.mixed(each))) : null),
      page.classes.length ? h('section', { 'aria-labelledby': 'says' }, h('h2', { id: 'says' }, t.says), h('div', { class: 'classes' }, ...page.classes.map((each) => this.labelClass(each)))) : null,
      h('details', { open: page.classes.length === 0 }, h('summary', {}, t.whole), document(page.guideline.html)),
    );
  }

  tag(name) {
    return paint(h('span', { class: 'tag' }, name), this.places.get(name) ?? 0);
  }

  mixed({ expected, given, times }) {
    const said = given ? [t.youSaid, this.tag(given), t.guidelineSays, this.tag(expected)] : [t.leftOut, this.tag(expected)];
    return h('li', {}, ...said, h('span', { class: 'times' }, typeof times === 'number' ? t.times(times) : t.someTimes));
  }

  labelClass({ name, place, hint, passage, examples }) {
    const card = h(
      'article',
      { class: 'class' },
      h('h3', {}, name),
      hint ? h('p', { class: 'hint' }, hint) : null,
      passage ? document(passage) : null,
      examples.length ? h('h4', {}, t.examples) : null,
      examples.length ? h('ul', { class: 'examples' }, ...examples.map((text) => h('li', {}, ...paragraphs(text)))) : null,
    );
    return paint(card, place);
  }

  answer(page) {
    this.remark = h('textarea', { id: 'remark', rows: '5', maxlength: '2000', 'aria-describedby': 'remark-help' });
    this.message = h('p', { class: 'message', role: 'alert' });
    this.button = h('button', { type: 'button', class: 'button primary send', on: { click: () => this.send() } }, t.send);
    const side = h(
      'section',
      { class: 'decision-side', 'aria-label': t.next },
      h(
        'div',
        {},
        h('h2', {}, t.next),
        h('ul', { class: 'next' }, ...t.then(page.packages, page.pauses).map((line) => h('li', {}, line))),
        h('div', { class: 'reason' }, h('label', { class: 'label', for: 'remark' }, t.unclear, ' ', h('i', {}, texts.held.optional)), h('p', { class: 'help', id: 'remark-help' }, t.unclearHint), this.remark),
        this.message,
        this.button,
      ),
    );
    side.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.send();
    });
    return side;
  }

  async send() {
    if (this.button.disabled) return;
    this.button.disabled = true;
    setText(this.button, t.sending);
    setText(this.message, '');
    try {
      const answer = await call('POST', path(this.taskId), { body: { remark: this.remark.value } });
      this.goOn(answer.next);
    } catch (problem) {
      this.button.disabled = false;
      setText(this.button, t.send);
      setText(this.message, problem.message);
    }
  }

  goOn(next) {
    if (!next) {
      this.finished(t.done);
      return;
    }
    toast(t.doneNext);
    if (tasklist.insideTasklist()) tasklist.leaveFor(next.taskId);
    else this.finished(t.doneNext);
  }
}

customElements.define('touchstone-clarification', Clarification);
