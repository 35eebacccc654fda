// Everything the privacy review shows while a round is open.

import { h, icon, setText } from '../dom.js';
import { ruleSuggestion } from '../redaction/rule-suggestion.js';
import { texts } from '../texts.js';
import { MarkedText } from './marked-text.js';
import { Picture } from './picture.js';

const t = texts.privacy;
const SHORT = 220;

function tool(name, word, key, run, only) {
  return h(
    'button',
    { type: 'button', class: only ? 'button quiet only' : 'button quiet', 'aria-label': word, title: `${word} (${key})`, on: { click: run } },
    icon(name),
    only ? null : h('span', { class: 'word' }, word),
  );
}

function keysDialog() {
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'keys-title' },
    h(
      'header',
      {},
      h('h2', { id: 'keys-title' }, texts.workbench.shortcuts),
      h('button', { type: 'button', class: 'button quiet', 'aria-label': texts.common.close, on: { click: () => dialog.close() } }, icon('cross')),
    ),
    h('dl', {}, ...t.keys.flatMap(([keys, what]) => [h('dt', {}, h('kbd', {}, keys)), h('dd', {}, what)])),
  );
  return dialog;
}

export class ReviewView {
  /** @param {Object} review as the server gave it; @param {string[]} types in the order of their digits */
  constructor(review, types, actions, taskId) {
    this.taskId = taskId;
    this.picture = new Picture(actions);
    this.types = types;
    this.actions = actions;
    this.progress = h('span', { class: 'figure progress' });
    this.found = h('span', { class: 'figure found' });
    this.stateText = h('span');
    this.state = h('span', { class: 'figure state saved' }, h('span', { class: 'dot' }), this.stateText);
    this.fill = h('div');
    this.track = h('div', { class: 'track', role: 'progressbar', 'aria-label': t.progressLabel, 'aria-valuemin': '0' }, this.fill);
    this.width = tool('wide', texts.workbench.showList, 'F', actions.width);
    this.position = h('span');
    this.verdict = h('span', { class: 'verdict' });
    this.text = h('div', { class: 'text' });
    this.marked = new MarkedText(this.text);
    this.spans = h('ul', { class: 'spans', 'aria-label': t.missedList });
    this.reader = h(
      'div',
      { class: 'reader', tabindex: '0', role: 'region', 'aria-label': t.itemText },
      h('div', { class: 'measure' }, h('div', { class: 'position' }, this.position, this.verdict), this.picture.element, this.picture.note, this.picture.areas, this.text, this.spans),
    );
    this.clean = h('button', { type: 'button', class: 'button primary clean', on: { click: actions.clean } });
    this.kinds = h('fieldset', { class: 'types', 'aria-label': t.whatKind }, ...types.map((type, index) => this.kind(type, index)));
    this.hint = h('p', { class: 'hint' });
    this.submit = h('button', { type: 'button', class: 'button submit', on: { click: actions.submit } });
    this.dialog = keysDialog();
    this.rules = h('div', { class: 'rules' });
    this.stage = h('div', { class: 'stage' }, this.reader, this.decide(), this.foot());
    this.bar = this.header(review);
  }

  kind(type, index) {
    return h(
      'button',
      { type: 'button', class: 'button', on: { click: () => this.actions.mark(type) } },
      h('kbd', {}, String(index + 1)),
      t.types[type] ?? type,
    );
  }

  header(review) {
    const facts = t.facts(review.batchId, review.round, review.items.length, review.population, review.limit);
    return h(
      'header',
      { class: 'bar' },
      h('h1', { title: facts }, t.title, h('span', {}, `  ·  ${facts}`)),
      h('span', { class: 'space' }),
      this.found,
      this.progress,
      this.state,
      h('div', { class: 'tools' }, this.width, tool('help', texts.workbench.shortcuts, '?', this.actions.shortcuts, true)),
    );
  }

  decide() {
    return h('div', { class: 'decide' }, h('div', { class: 'row' }, this.clean, this.kinds), this.hint);
  }

  foot() {
    return h(
      'footer',
      { class: 'foot' },
      h('span', { class: 'recent' }),
      h(
        'div',
        { class: 'moves' },
        tool('undo', texts.workbench.undo, 'U', this.actions.undo),
        tool('left', texts.workbench.previous, 'K', this.actions.previous),
        tool('right', texts.workbench.next, 'J', this.actions.next),
      ),
      this.submit,
    );
  }

  frame(notice) {
    return h('div', { class: 'frame' }, this.bar, this.track, notice, h('div', { class: 'body' }, this.stage));
  }

  /** @param {{start: number, end: number}|null} picked what is selected, in UTF-16 units */
  show(model, picked) {
    const { item } = model;
    const marks = [
      ...item.masks.map((mask) => ({ ...mask, kind: 'mask' })),
      ...item.spans.map((span) => ({ ...span, kind: 'missed', name: t.types[span.type] ?? span.type })),
      ...(picked ? [{ ...picked, kind: 'picked' }] : []),
    ];
    this.picture.show(this.taskId, item);
    if (this.shown !== item) this.marked.open(item.text);
    this.shown = item;
    this.marked.show(marks);
    this.text.classList.toggle('short', item.text.length <= SHORT);
    this.text.querySelector('.picked')?.scrollIntoView({ block: 'nearest' });
    setText(this.position, t.item(model.at + 1, model.total));
    this.verdict.className = `verdict ${item.decision}`;
    this.verdict.hidden = item.decision === 'undecided';
    setText(this.verdict, t.verdict[item.decision]);
    this.showSpans(item);
    this.showChoices(item, picked);
    this.showProgress(model);
  }

  /** The item's place, until its text is here; nothing can be decided before. */
  showOpening(model) {
    this.shown = null;
    this.text.replaceChildren(h('p', {}, texts.common.loading));
    this.spans.hidden = true;
    this.verdict.hidden = true;
    this.clean.disabled = this.kinds.disabled = true;
    setText(this.position, t.item(model.at + 1, model.total));
    this.showProgress(model);
  }

  showSpans(item) {
    this.spans.hidden = item.spans.length === 0;
    this.spans.replaceChildren(
      ...item.spans.map((span) =>
        h(
          'li',
          {},
          h('b', {}, t.types[span.type] ?? span.type),
          h('bdi', {}, item.text.slice(span.start, span.end)),
          h('button', { type: 'button', class: 'button quiet', 'aria-label': t.remove, on: { click: () => this.actions.remove(span) } }, icon('cross')),
        ),
      ),
    );
  }

  showChoices(item, picked) {
    const marked = item.spans.length > 0 || item.areas.length > 0;
    const select = item.text ? t.hintSelect : item.media?.startsWith('audio/') ? t.hintListen : t.hintDraw;
    this.clean.disabled = false;
    this.clean.replaceChildren(marked ? t.goOn : t.clean, h('kbd', {}, 'Enter'));
    this.kinds.classList.toggle('ready', Boolean(picked));
    this.kinds.disabled = !picked;
    this.kinds.hidden = !item.text;
    setText(this.hint, picked ? t.hintKind(this.types.length) : marked ? (item.text ? t.hintMore : t.hintMoreAreas) : select);
  }

  showProgress(model) {
    const done = model.total - model.undecided;
    const missed = model.count('missed');
    setText(this.progress, texts.workbench.progress(done, model.total));
    setText(this.found, missed ? t.found(missed) : '');
    this.track.setAttribute('aria-valuemax', model.total);
    this.track.setAttribute('aria-valuenow', done);
    this.fill.style.transform = `scaleX(${done / model.total})`;
    setText(this.submit, t.submit(model.total));
    this.submit.disabled = model.undecided > 0;
  }

  saved(state) {
    const words = texts.workbench;
    const sentence = { saved: words.saved, saving: words.saving, waiting: words.waiting, 'signed-out': words.signedOut, refused: words.refused };
    this.state.className = `figure state ${state}`;
    setText(this.stateText, sentence[state]);
  }

  /** Every item is decided: one key from here to the end. */
  showDone(model, actions) {
    const missed = model.count('missed');
    const send = h('button', { type: 'button', class: 'button primary', on: { click: actions.submit } }, t.submit(model.total), h('kbd', {}, 'Enter'));
    const panel = h(
      'div',
      { class: 'panel' },
      h('div', { class: 'done-mark' }, icon('check')),
      h('h2', {}, t.allDone(model.total)),
      h('p', {}, missed ? t.allDoneMissed(missed) : t.allDoneClean),
      h('div', { class: 'actions' }, send, h('button', { type: 'button', class: 'button', on: { click: actions.lookAgain } }, texts.workbench.lookAgain)),
      this.rules,
    );
    this.rules.replaceChildren();
    this.stage.replaceChildren(panel);
    send.focus();
  }

  /** Under the end of the round: what the project could do so that this is not missed again. */
  showRules({ lookedAt, rules }) {
    if (!rules.length) return;
    this.rules.replaceChildren(h('h3', {}, texts.rules.heading), h('p', { class: 'lead' }, texts.rules.lead), h('ul', {}, ...rules.map((rule) => ruleSuggestion(rule, lookedAt))));
  }

  showItems() {
    if (this.reader.isConnected) return;
    this.stage.replaceChildren(this.reader, this.decide(), this.foot());
  }
}
