// What is typed, saved one change after the other over the revision last seen.

import { write } from './read.js';

const WAIT_MILLIS = 400;

export class Draft {
  /**
   * @param {Object} view as the server shows it
   * @param {(sentence: string, tone: string) => void} say how saving goes
   */
  constructor(view, say) {
    this.view = view;
    this.say = say;
    this.pending = {};
    this.running = Promise.resolve();
  }

  get key() {
    return this.view.key;
  }

  get project() {
    return this.view.project;
  }

  get waits() {
    return this.view.state === 'waiting';
  }

  /** Sets keys of project.yaml; undefined takes a key away. */
  set(values) {
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) delete this.project[key];
      else this.project[key] = value;
    }
    this.later({ project: this.project });
  }

  /** Sets guideline, deny or allow. */
  write(part, text) {
    this.view[part] = text;
    this.later({ [part]: text });
  }

  later(change) {
    Object.assign(this.pending, change);
    this.say('Saving …');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush().catch(() => null), WAIT_MILLIS);
  }

  /** Saves what is not saved yet; resolves when all of it is. */
  flush() {
    clearTimeout(this.timer);
    this.running = this.running.catch(() => null).then(() => this.send());
    return this.running;
  }

  async send() {
    const change = this.pending;
    this.pending = {};
    if (!Object.keys(change).length) return;
    try {
      const view = await write.save(this.key, { revision: this.view.revision, ...change });
      this.seen(view);
      this.say('Saved');
    } catch (problem) {
      this.pending = { ...change, ...this.pending };
      this.say(problem.message, 'bad');
      throw problem;
    }
  }

  /** Takes over what the server knows, not what is still being typed. */
  seen(view) {
    const { project, guideline, deny, allow } = this.view;
    this.view = { ...view, project, guideline, deny, allow };
  }

  async gold(lines) {
    await this.flush();
    this.seen(await write.gold(this.key, this.view.revision, lines));
    this.say('Saved');
    return this.view.gold;
  }
}
