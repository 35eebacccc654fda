// Brings drafts to the server by itself: the newest value of each item, one call per item at a
// time, against the version last seen. In memory only.

const DEBOUNCE_MILLIS = 400;
const RETRY_MILLIS = [1000, 2000, 4000, 8000, 15000, 30000];

/** Values that could not be saved before a session ended, by package; they outlive the form, not the page. */
const unsaved = new Map();

export class DraftQueue {
  /**
   * @param {string} packageId
   * @param {(assignment, value, version, leaving) => Promise<{version: number}>} save
   * @param {{onState: (state: string, problem?: Error) => void,
   *          onConflict: (assignment: string, current: Object) => void,
   *          same: (one: Object, other: Object) => boolean}} listener `same` compares two drafts;
   *     states: saved, saving, waiting (is tried again), signed-out, refused
   */
  constructor(packageId, save, listener) {
    this.packageId = packageId;
    this.save = save;
    this.listener = listener;
    this.entries = new Map();
    this.retry = () => this.sendAll();
    this.leave = () => this.sendAllLeaving();
    window.addEventListener('online', this.retry);
    window.addEventListener('focus', this.retry);
    window.addEventListener('pagehide', this.leave);
  }

  /** Drafts of this package that an ended session kept from being saved, by assignment. */
  static recall(packageId) {
    const kept = unsaved.get(packageId) ?? new Map();
    unsaved.clear();
    return kept;
  }

  /** Ends the queue; what is not saved goes out now and is remembered until the server has it. */
  close() {
    window.removeEventListener('online', this.retry);
    window.removeEventListener('focus', this.retry);
    window.removeEventListener('pagehide', this.leave);
    this.closed = true;
    const open = [...this.entries].filter(([, entry]) => entry.pending);
    if (open.length) unsaved.set(this.packageId, new Map(open.map(([id, e]) => [id, e.pending])));
    this.sendAll();
    for (const entry of this.entries.values()) clearTimeout(entry.timer);
  }

  /** Tells the version the server holds; 0 for none. */
  know(assignment, version) {
    this.entries.set(assignment, { version, pending: null, sending: null, failures: 0 });
  }

  /** Queues the newest value of an item. */
  put(assignment, value) {
    const entry = this.entries.get(assignment);
    entry.pending = value;
    this.schedule(assignment, entry, DEBOUNCE_MILLIS);
    this.tell();
  }

  /**
   * Sends everything now, also what was changed while the value before it was on its way; resolves to true when the
   * server holds it all, to false when some of it was not taken.
   */
  async flush() {
    do await this.sendAll();
    while (this.unsent);
    return !this.dirty;
  }

  /** Whether something waits to be sent that has not failed. */
  get unsent() {
    return [...this.entries.values()].some((entry) => (entry.pending || entry.sending) && !entry.problem);
  }

  get dirty() {
    return [...this.entries.values()].some((entry) => entry.pending || entry.sending);
  }

  schedule(assignment, entry, millis) {
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => this.send(assignment, entry), millis);
  }

  sendAll() {
    const calls = [...this.entries].map(([assignment, entry]) => this.send(assignment, entry));
    return Promise.all(calls);
  }

  /** The page goes away: no waiting for answers, the browser finishes the calls. */
  sendAllLeaving() {
    for (const [assignment, entry] of this.entries) {
      if (!entry.pending) continue;
      const version = entry.sending ? entry.version + 1 : entry.version;
      this.save(assignment, entry.pending, version, true).catch(() => null);
    }
  }

  send(assignment, entry) {
    clearTimeout(entry.timer);
    if (entry.sending || !entry.pending) return entry.sending ?? Promise.resolve();
    const value = entry.pending;
    entry.sending = this.attempt(assignment, entry, value).finally(() => {
      entry.sending = null;
      if (entry.pending && !entry.problem) this.schedule(assignment, entry, 0);
      this.tell();
    });
    this.tell();
    return entry.sending;
  }

  async attempt(assignment, entry, value) {
    try {
      const answer = await this.save(assignment, value, entry.version, false);
      this.accepted(assignment, entry, value, answer.version);
    } catch (problem) {
      if (problem.status === 412 && problem.document?.current) {
        this.overtaken(assignment, entry, value, problem.document.current);
      } else {
        this.failed(assignment, entry, problem);
      }
    }
  }

  accepted(assignment, entry, value, version) {
    entry.version = version;
    entry.problem = null;
    entry.failures = 0;
    if (entry.pending === value) {
      entry.pending = null;
      unsaved.get(this.packageId)?.delete(assignment);
    }
  }

  /** A lost answer of our own looks the same as another window's save: then nobody is told. */
  overtaken(assignment, entry, value, current) {
    const same = this.listener.same(current, value);
    if (!same) entry.pending = null;
    this.accepted(assignment, entry, value, current.version);
    if (!same) this.listener.onConflict(assignment, current);
  }

  failed(assignment, entry, problem) {
    entry.problem = problem;
    if (this.closed || !problem.passing) return;
    const wait = RETRY_MILLIS[Math.min(entry.failures++, RETRY_MILLIS.length - 1)];
    this.schedule(assignment, entry, wait);
  }

  tell() {
    if (this.closed) return;
    const entries = [...this.entries.values()];
    const stuck = entries.filter((entry) => entry.pending && entry.problem).map((e) => e.problem);
    const refused = stuck.find((problem) => !problem.passing && !problem.signedOut);
    const signedOut = stuck.find((problem) => problem.signedOut);
    if (refused) this.listener.onState('refused', refused);
    else if (signedOut) this.listener.onState('signed-out', signedOut);
    else if (stuck.length) this.listener.onState('waiting', stuck[0]);
    else this.listener.onState(this.dirty ? 'saving' : 'saved');
  }
}
