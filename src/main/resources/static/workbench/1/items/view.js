// Items of a batch: found by text, label, rule, person or state, and opened. An address may bring
// labels, rules and pseudonyms; a text that is looked for never stands in one.

import { attempt, chip, choice, field, none, section } from '../audit/parts.js';
import { read } from '../batches/read.js';
import { h, setText } from '../dom.js';
import { mediaOf } from '../media.js';
import { route } from '../quality/words.js';
import { itemWords as t } from './words.js';
import { inWords } from '../kinds/list.js';

const PAGE = 50;

/** The view: its element. What was found stays until somebody asks anew. */
export async function itemsView(id, query) {
  const batch = await read.batch(id);
  const { projects } = await read.projects();
  const labels = projects.find((each) => each.key === batch.project)?.labels ?? [];
  return { element: new ItemList(id, labels, filterOf(query)).element, refresh: async () => {} };
}

/** "said=red&said=blue" as a filter. */
function filterOf(query) {
  const [said = '', met = ''] = query.getAll('said');
  const filter = { text: '', said, met };
  for (const name of ['state', 'rule', 'pass', 'person', 'sample']) filter[name] = query.get(name) ?? '';
  return filter;
}

/** What the server is asked. */
const asked = ({ text, state, said, met, rule, pass, person, sample }) =>
  Object.fromEntries(Object.entries({ text, state, said: [said, met].filter(Boolean), rule, pass: pass ? Number(pass) : null, person, sample }).filter(([, value]) => value && value.length !== 0));

class ItemList {
  constructor(id, labels, filter) {
    this.id = id;
    this.labels = labels;
    this.names = new Map(labels.map((each) => [each.id, each.name]));
    this.filter = filter;
    this.list = h('ol', { class: 'items' });
    this.status = h('span', { role: 'status' });
    this.more = h('button', { type: 'button', class: 'button', hidden: true, on: { click: () => this.look() } }, t.more);
    this.stop = h('button', { type: 'button', class: 'button', hidden: true, on: { click: () => (this.stopped = true) } }, t.stop);
    this.turn = 0;
    this.element = this.build();
    this.anew();
  }

  build() {
    const change = (name) => (value) => this.change(name, value);
    const values = this.labels.map((each) => ({ value: each.id, text: each.name }));
    const input = (name, type = 'search') => h('input', { type, value: this.filter[name], placeholder: t.placeholders[name], spellcheck: 'false' });
    this.title = h('h2', {});
    return h(
      'div',
      {},
      h(
        'header',
        { class: 'head' },
        h('p', { class: 'eyebrow' }, h('a', { href: '#/batches' }, 'Batches'), ' / ', h('a', { href: `#/batches/${encodeURIComponent(this.id)}` }, this.id)),
        h('h1', {}, t.of(this.id)),
      ),
      section(
        'items',
        t.title,
        t.note,
        h(
          'div',
          { class: 'filters' },
          field(t.fields.text, input('text'), change('text')),
          field(t.fields.state, choice(t.any, t.states, this.filter.state), change('state')),
          field(t.fields.said, choice(t.any, values, this.filter.said), change('said')),
          field(t.fields.met, choice(t.any, values, this.filter.met), change('met')),
          field(t.fields.rule, input('rule'), change('rule')),
          field(t.fields.person, input('person'), change('person')),
          field(t.fields.sample, choice(t.any, t.samples, this.filter.sample), change('sample')),
        ),
        this.title,
        this.list,
        h('div', { class: 'looked' }, this.status, this.stop, this.more),
      ),
    );
  }

  change(name, value) {
    this.filter[name] = value.trim();
    if (name === 'rule') this.filter.pass = '';
    this.anew();
  }

  anew() {
    this.next = null;
    this.passed = 0;
    this.count = 0;
    this.list.replaceChildren();
    setText(this.title, this.about());
    this.title.hidden = !this.title.textContent;
    attempt(this.list, () => this.look());
  }

  /** What the filter leads to, in a sentence. */
  about() {
    const { said, met, rule, person, sample } = this.filter;
    if (said && met) return t.meeting(this.named(said), this.named(met));
    if (said) return t.given(this.named(said));
    if (rule) return t.ruled(route(rule));
    if (person) return t.judged(person);
    return sample ? t[sample] : '';
  }

  named(label) {
    return this.names.get(label) ?? label;
  }

  /** Goes on through the rows until a page is full, the end is reached, or somebody stops it or asks anew. */
  async look() {
    const mine = ++this.turn;
    const filter = asked(this.filter);
    this.more.hidden = true;
    this.stopped = false;
    let wanted = PAGE;
    let page;
    do {
      page = await read.items(this.id, { ...filter, ...(this.next ? { after: this.next } : {}) });
      if (mine !== this.turn) return;
      wanted -= page.items.length;
      this.count += page.items.length;
      this.next = page.next;
      this.list.append(...page.items.map((item) => this.row(item)));
      this.stop.hidden = !this.next || wanted <= 0;
      setText(this.status, t.looking(page.passed, page.rows));
    } while (!this.stopped && this.next && wanted > 0);
    this.ended(page, !this.stopped);
  }

  ended(page, whole) {
    this.stop.hidden = true;
    this.more.hidden = !this.next;
    setText(this.more, whole ? t.more : t.goOn);
    if (!this.count && !this.next) this.list.replaceChildren(h('li', {}, none(t.none)));
    setText(this.status, `${t.shown(this.count)}, ${this.next ? t.stopped(page.passed, page.rows) : t.all(page.rows)}`);
  }

  row({ row, excerpt, mediaType, answers }) {
    const place = t.place(row);
    const whole = h('div', { class: 'whole' });
    const text = h('p', { class: 'excerpt', dir: 'auto' }, ...(row.itemId ? marked(excerpt, this.filter.text) : [h('span', { class: 'quiet' }, row.reason ?? t.noText)]));
    const state = t.state(row);
    const facts = [
      [t.said, answers.length ? answers.map((each) => this.answer(each)) : [h('span', { class: 'quiet' }, t.nobody)]],
      [t.settledAs, row.method ? [h('b', {}, row.spans ? t.spans(row.spans.length) : inWords(row, (label) => this.named(label))), h('span', { class: 'quiet' }, t.verdict(row.method))] : null],
      [t.rules, row.routes.length ? row.routes.map((each) => h('span', { title: each }, route(each))) : null],
      [t.masks, Object.keys(row.masks).length ? Object.entries(row.masks).map(([kind, n]) => h('span', {}, t.mask(kind, n))) : null],
    ];
    const open = row.itemId ? h('button', { type: 'button', class: 'button quiet', 'aria-expanded': 'false', 'aria-label': t.openItem(place), on: { click: () => this.open(row.itemId, mediaType, open, text, whole) } }, t.open) : null;
    return h(
      'li',
      { 'data-key': row.itemId ?? place },
      h('div', { class: 'top-line' }, h('span', { class: 'quiet' }, place), chip(t.stateName(state)), open),
      text,
      whole,
      row.itemId ? h('dl', {}, ...facts.filter(([, shown]) => shown).map(([name, shown]) => h('div', {}, h('dt', {}, name), ...shown.map((each) => h('dd', {}, each))))) : null,
    );
  }

  answer({ person, role, ...members }) {
    const { said, met } = this.filter;
    const own = inWords(members, (label) => this.named(label));
    const given = members.classes ?? (members.label ? [members.label] : []);
    return h('span', { class: `said ${given.some((label) => label === said || label === met) ? 'asked' : ''}` }, own, h('small', {}, role === 'adjudicator' ? t.reviewer : person));
  }

  /** The whole text in place of its excerpt, and the picture or recording above it. */
  async open(itemId, mediaType, button, text, whole) {
    const opened = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!opened));
    setText(button, opened ? t.open : t.close);
    if (opened) {
      whole.replaceChildren();
      text.hidden = false;
      return;
    }
    await attempt(whole, async () => {
      const item = await read.item(this.id, itemId);
      const media = mediaType ? h('div', { class: 'media' }, mediaOf(mediaType, read.itemObject(this.id, itemId))) : null;
      whole.replaceChildren(...[media, h('blockquote', { class: 'text', dir: 'auto' }, ...marked(item.text, this.filter.text))].filter(Boolean));
      text.hidden = true;
    });
  }
}

/** A text with what was looked for marked, wherever it stands. */
function marked(text, sought) {
  if (!sought) return [text];
  const parts = [];
  const low = text.toLowerCase();
  const wanted = sought.toLowerCase();
  let from = 0;
  if (low.length === text.length) {
    for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, from)) {
      parts.push(text.slice(from, at), h('mark', {}, text.slice(at, at + wanted.length)));
      from = at + wanted.length;
    }
  }
  return [...parts, text.slice(from)];
}
