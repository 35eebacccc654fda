// Breaks: a kind word before the limit, and at the limit a clock that goes on by itself.

import { h, icon, setText } from '../dom.js';
import { NoticeLine } from '../notice.js';
import { sheet } from '../theme.js';
import { texts } from '../texts.js';

const t = texts.rest;
const TICK_MILLIS = 1000;
/** Browsers' clocks differ from the server's: after a refusal there is at least this much to wait. */
const LEAST_MILLIS = 5000;

export const breakStyle = sheet(`
.break { grid-row: 1 / -1; background: var(--paper); }
.break.over { position: absolute; inset: 0; z-index: 5; }
.break:focus { outline: none; }
.break .left { font-size: 56px; line-height: 1.1; font-weight: 300; font-variant-numeric: tabular-nums; color: var(--ink); }
.break .cup { width: 52px; height: 52px; display: grid; place-items: center; border-radius: 50%; background: var(--accent-tint); color: var(--accent-deep); }
.break .cup .icon { width: 28px; height: 28px; }
`);

/** Whether a refusal of the server says that a break is due. */
export const breakNeeded = (problem) => problem?.document?.type === '/problems/break-needed';

const clockTime = (at) => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);

function minutesAndSeconds(millis) {
  const seconds = Math.ceil(millis / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export class Break {
  constructor() {
    this.hint = new NoticeLine();
    this.left = h('p', { class: 'left', role: 'timer', 'aria-live': 'off' });
    this.until = h('p');
    this.element = h(
      'div',
      { class: 'panel break', role: 'group', tabindex: '-1', 'aria-labelledby': 'break-title' },
      h('div', { class: 'cup' }, icon('cup')),
      h('h2', { id: 'break-title' }, t.title),
      this.left,
      this.until,
    );
  }

  get on() {
    return Boolean(this.timer);
  }

  /** Says once in a stretch of work that a break would do good. */
  advise(sentence) {
    if (this.advised) return;
    this.advised = true;
    this.hint.show('care', sentence);
  }

  /**
   * Counts down and calls back when work goes on.
   * @param {string} until ISO instant
   * @param {() => void} onOver
   * @param {string} [why] a sentence
   */
  start(until, onOver, why = '') {
    this.stop();
    this.advised = false;
    this.hint.hide();
    this.end = Math.max(Date.parse(until), Date.now() + LEAST_MILLIS);
    setText(this.until, `${why} ${t.until(clockTime(this.end))}`.trim());
    this.timer = setInterval(() => this.tick(onOver), TICK_MILLIS);
    this.tick(onOver);
  }

  tick(onOver) {
    const millis = this.end - Date.now();
    setText(this.left, minutesAndSeconds(Math.max(0, millis)));
    if (millis > 0) return;
    this.stop();
    onOver();
  }

  /** Takes the clock away. */
  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.element.classList.remove('over');
    this.element.remove();
  }
}
