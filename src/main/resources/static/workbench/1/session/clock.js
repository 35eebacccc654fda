// Counts the seconds a person works on something, and no others.

const IDLE_MILLIS = 3 * 60 * 1000;
const TICK_MILLIS = 1000;
/** A longer gap between ticks means that the machine slept. */
const LONGEST_STEP_MILLIS = 5000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'];

/** Active time: stands still after three minutes without a sign of life, and while the page is hidden. */
export class ActiveClock {
  /** @param {(running: boolean) => void} onTick called each second and when the clock stops or goes on */
  constructor(onTick) {
    this.onTick = onTick;
    this.millis = 0;
    this.lastStep = performance.now();
    this.lastSign = this.lastStep;
    this.sign = () => this.step((this.lastSign = performance.now()));
    this.visibility = () => this.step();
  }

  start() {
    this.lastStep = this.lastSign = performance.now();
    for (const event of SIGNS_OF_LIFE) {
      window.addEventListener(event, this.sign, { passive: true, capture: true });
    }
    document.addEventListener('visibilitychange', this.visibility);
    this.timer = setInterval(() => this.step(), TICK_MILLIS);
  }

  stop() {
    clearInterval(this.timer);
    for (const event of SIGNS_OF_LIFE) window.removeEventListener(event, this.sign, { capture: true });
    document.removeEventListener('visibilitychange', this.visibility);
  }

  /** Seconds since the last call, to a tenth. */
  take() {
    this.step();
    const seconds = Math.round(this.millis / 100) / 10;
    this.millis = 0;
    return seconds;
  }

  /** Seconds counted and not taken yet. */
  get pending() {
    return this.millis / 1000;
  }

  step() {
    const now = performance.now();
    const elapsed = Math.min(now - this.lastStep, LONGEST_STEP_MILLIS);
    this.lastStep = now;
    const running = this.visibleBefore !== false && now - this.lastSign < IDLE_MILLIS;
    if (running) this.millis += elapsed;
    this.visibleBefore = document.visibilityState === 'visible';
    if (running !== this.running || now - (this.lastTick ?? 0) >= TICK_MILLIS) {
      this.running = running;
      this.lastTick = now;
      this.onTick(running && this.visibleBefore);
    }
  }
}
