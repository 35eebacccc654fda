// <touchstone-rule-hits>: where new rules find something in what older ones have made.

import { call } from '../api.js';
import { DecisionPage } from '../decision/decision-page.js';
import { h, setText } from '../dom.js';
import { date } from '../figures.js';
import { texts } from '../texts.js';
import { sheet } from '../theme.js';

const t = texts.ruleHits;
const path = (taskId) => `/rule-searches/${encodeURIComponent(taskId)}`;

const style = sheet(`
.places th:last-child { width: 56%; }
.places td { vertical-align: top; overflow-wrap: anywhere; }
.places code { font-size: 12.5px; }
.places mark { padding: 0 2px; border-radius: 3px; background: var(--care-tint); color: var(--ink); font-weight: 600; }
.places .passage { white-space: pre-wrap; }
.intro { color: var(--ink-quiet); font-size: 14px; }
`);

class RuleHits extends DecisionPage {
  constructor() {
    super();
    this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, style];
  }

  read(taskId) {
    return call('GET', path(taskId));
  }

  show(found) {
    this.frame(
      this.top(found),
      h('div', { class: 'columns' }, h('div', { class: 'facts-side' }, this.groups(found.groups), this.places(found)), h('section', { class: 'decision-side', 'aria-label': t.decide }, this.side())),
    );
    this.note.focus({ preventScroll: true });
  }

  top({ project, begunAt, searchedItems, groups }) {
    const hits = groups.reduce((sum, group) => sum + group.hits, 0);
    return h(
      'header',
      { class: 'top' },
      this.widthButton(),
      h('p', { class: 'eyebrow' }, project),
      h('h1', {}, t.title(hits)),
      h('p', { class: 'intro' }, t.intro(date(begunAt), searchedItems)),
    );
  }

  groups(groups) {
    const row = (group) =>
      h('tr', {}, h('th', { scope: 'row' }, group.batchId), h('td', {}, group.published ? t.published : t.unpublished), h('td', {}, group.kind), h('td', { class: 'number' }, texts.common.number(group.items)), h('td', { class: 'number' }, texts.common.number(group.hits)));
    return h('section', {}, h('h2', {}, t.where), table(t.groupHeads, groups.map(row)));
  }

  places({ places, more }) {
    const row = (place) =>
      h(
        'tr',
        {},
        h('td', {}, place.batchId, h('br'), h('code', {}, place.itemId.slice(0, 12))),
        h('td', {}, place.kind, h('br'), t.place(place.start, place.end, place.part)),
        h('td', { class: 'passage' }, place.before, h('mark', {}, place.found), place.after),
      );
    return h('section', { class: 'places' }, h('h2', {}, t.places), table(t.placeHeads, places.map(row)), more ? h('p', { class: 'intro' }, t.more(places.length)) : null);
  }

  side() {
    this.note = h('textarea', { id: 'note', rows: '5', maxlength: '2000', 'aria-describedby': 'note-help message' });
    this.message = h('p', { class: 'message', id: 'message', role: 'alert' });
    this.button = h('button', { type: 'button', class: 'button primary send', on: { click: () => this.send() } }, t.send);
    const side = h('div', {}, h('div', { class: 'reason' }, h('label', { class: 'label', for: 'note' }, t.note), h('p', { class: 'help', id: 'note-help' }, t.noteHint), this.note), this.message, this.button);
    side.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.send();
    });
    return side;
  }

  async send() {
    if (this.button.disabled) return;
    this.button.disabled = true;
    setText(this.message, '');
    try {
      await call('POST', path(this.taskId), { body: { note: this.note.value } });
      this.finished(t.done);
    } catch (problem) {
      this.button.disabled = false;
      setText(this.message, problem.message);
      this.note.focus();
    }
  }
}

const table = (heads, rows) =>
  h('table', {}, h('thead', {}, h('tr', {}, ...heads.map(([name, numeric]) => h('th', { scope: 'col', class: numeric ? 'number' : null }, name)))), h('tbody', {}, ...rows));

customElements.define('touchstone-rule-hits', RuleHits);
