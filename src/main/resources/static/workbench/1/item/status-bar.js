// The line above the item: what this is, how far it is, whether it is saved, and the tools.

import { h, icon, setText } from '../dom.js';
import { texts } from '../texts.js';

const t = texts.workbench;

function tool(name, word, key, onClick, only) {
  return h(
    'button',
    { type: 'button', class: only ? 'button quiet only' : 'button quiet', 'aria-label': word, title: `${word} (${key})`, 'aria-keyshortcuts': key, on: { click: onClick } },
    icon(name),
    only ? null : h('span', { class: 'word' }, word),
  );
}

export class StatusBar {
  /**
   * @param {Object} answer the work package as the server gave it
   * @param {{guideline, width, shortcuts}} actions what the tools do
   */
  constructor(answer, actions) {
    this.estimate = answer.estimatedMinutes;
    this.progress = h('span', { class: 'figure progress' });
    this.minutes = h('span');
    this.clock = h('span', { class: 'figure clock', title: t.clockHint }, icon('clock'), this.minutes);
    this.stateText = h('span');
    this.state = h('span', { class: 'figure state saved' }, h('span', { class: 'dot' }), this.stateText);
    this.guideline = tool('book', t.guideline, 'G', actions.guideline);
    this.width = tool('wide', t.showList, 'F', actions.width);
    this.element = h(
      'header',
      { class: 'bar' },
      h('h1', {}, answer.project.name, h('span', {}, `  ·  ${t.kind[answer.lookAgain ? 'again' : answer.kind] ?? answer.title}`)),
      h('span', { class: 'space' }),
      this.progress,
      this.clock,
      this.state,
      h('div', { class: 'tools' }, this.guideline, this.width, tool('back', texts.giveBack.word, 'B', actions.giveBack, true), tool('help', t.shortcuts, '?', actions.shortcuts, true)),
    );
    this.fill = h('div');
    this.track = h('div', { class: 'track', role: 'progressbar', 'aria-label': t.progressLabel, 'aria-valuemin': '0' }, this.fill);
    this.saved('saved');
  }

  showProgress(done, total) {
    setText(this.progress, t.progress(done, total));
    this.track.setAttribute('aria-valuemax', total);
    this.track.setAttribute('aria-valuenow', done);
    this.fill.style.transform = `scaleX(${total ? done / total : 0})`;
  }

  showClock(seconds, running) {
    const minutes = Math.floor(seconds / 60);
    const text = this.estimate ? t.minutesOf(minutes, this.estimate) : t.minutes(minutes);
    setText(this.minutes, running ? text : `${t.paused}, ${t.minutes(minutes)}`);
    this.clock.classList.toggle('paused', !running);
  }

  /** @param {string} state of the draft queue */
  saved(state) {
    const sentence = { saved: t.saved, saving: t.saving, waiting: t.waiting, 'signed-out': t.signedOut, refused: t.refused };
    this.state.className = `figure state ${state}`;
    setText(this.stateText, sentence[state]);
  }

  showGuideline(open) {
    this.guideline.setAttribute('aria-pressed', String(open));
  }

  /** @param {boolean} full whether the editor has the whole width; @param {boolean} possible inside Tasklist */
  showWidth(full, possible) {
    this.width.hidden = !possible;
    const word = full ? t.showList : t.hideList;
    this.width.setAttribute('aria-label', word);
    this.width.title = `${word} (F)`;
    setText(this.width.querySelector('.word'), word);
  }
}
