// Brings what is being written to the server by itself, so that a reload or a crash loses nothing.

import { api } from '../api.js';

const DEBOUNCE_MILLIS = 700;
const RETRY_MILLIS = 5000;

/** Browsers finish larger calls of a page that is being closed only when they are waited for. */
const KEPT_ALIVE_CHARACTERS = 15_000;

export class RevisionDraft {
  /**
   * @param {string} taskId
   * @param {number} version the version that the server holds, 0 for none
   * @param {(state: 'saving'|'saved'|'waiting'|'stopped', problem?: Error) => void} onState
   */
  constructor(taskId, version, onState) {
    Object.assign(this, { taskId, version, onState, pending: null });
    this.leave = () => this.send(true);
    window.addEventListener('pagehide', this.leave);
  }

  put(text) {
    if (this.stopped) return;
    this.pending = text;
    this.onState('saving');
    this.schedule(DEBOUNCE_MILLIS);
  }

  schedule(millis) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(false), millis);
  }

  async send(leaving) {
    clearTimeout(this.timer);
    if (!this.pending || this.sending || this.stopped) return;
    const text = this.pending;
    this.pending = null;
    this.sending = true;
    try {
      const keepalive = leaving && text.markdown.length < KEPT_ALIVE_CHARACTERS;
      this.version = (await api.saveRevisionDraft(this.taskId, text, this.version, { keepalive, leaving })).version;
      if (!this.pending) this.onState('saved');
    } catch (problem) {
      this.failed(problem, text);
    } finally {
      this.sending = false;
      if (this.pending && !this.stopped) this.schedule(this.again ?? DEBOUNCE_MILLIS);
      this.again = null;
    }
  }

  failed(problem, text) {
    this.pending ??= text;
    if (problem.passing || problem.signedOut) {
      this.again = RETRY_MILLIS;
      this.onState('waiting', problem);
    } else {
      this.stopped = problem.status !== 422;
      if (!this.stopped) this.pending = null;
      this.onState('stopped', problem);
    }
  }

  /** Sends what is left; afterwards nothing is saved any more. */
  async close() {
    window.removeEventListener('pagehide', this.leave);
    await this.send(true);
    this.stopped = true;
    clearTimeout(this.timer);
  }
}
