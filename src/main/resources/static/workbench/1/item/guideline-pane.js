// The guideline beside the item: resizable, hidden and shown with its place kept.

import { h, icon } from '../dom.js';
import { preferences } from '../session/preferences.js';
import { richText } from '../text/richtext.js';
import { texts } from '../texts.js';

const NARROWEST = 240;
const KEY_STEP = 24;

/** Where the reader was in which guideline; survives from one package to the next. */
const place = { version: null, top: 0 };

export class GuidelinePane {
  /**
   * @param {{version: string, html: string}} guideline
   * @param {HTMLElement} body the grid that holds item and guideline
   * @param {() => void} onClose
   */
  constructor(guideline, body, onClose) {
    this.body = body;
    this.document = h('div', { class: 'document', tabindex: '0', role: 'region', 'aria-label': texts.workbench.guideline });
    this.document.append(richText(guideline.html));
    this.element = h(
      'div',
      { class: 'guideline' },
      h(
        'header',
        {},
        h('h2', {}, texts.workbench.guideline),
        h('span', {}, texts.workbench.guidelineVersion(guideline.version)),
        h('button', { type: 'button', class: 'button quiet', 'aria-label': `${texts.common.close} (G)`, on: { click: onClose } }, icon('cross')),
      ),
      guideline.changed && guideline.version > 1 ? h('p', { class: 'changed' }, texts.workbench.guidelineChanged(guideline.changed)) : null,
      this.document,
    );
    this.splitter = h('div', {
      class: 'splitter',
      role: 'separator',
      tabindex: '0',
      'aria-orientation': 'vertical',
      'aria-label': texts.workbench.resizeGuideline,
      on: { pointerdown: (event) => this.drag(event), keydown: (event) => this.nudge(event) },
    });
    if (place.version !== guideline.version) Object.assign(place, { version: guideline.version, top: 0 });
    this.document.addEventListener('scroll', () => (place.top = this.document.scrollTop), { passive: true });
    this.resize(preferences.guidelineWidth);
  }

  show(open) {
    this.element.hidden = this.splitter.hidden = !open;
    this.body.classList.toggle('guided', open);
    if (open) this.document.scrollTop = place.top;
  }

  get open() {
    return !this.element.hidden;
  }

  resize(width) {
    const widest = Math.max(NARROWEST, (this.body.clientWidth || 1600) * 0.6);
    this.width = Math.round(Math.min(Math.max(width, NARROWEST), widest));
    this.body.style.setProperty('--guideline-width', `${this.width}px`);
    this.splitter.setAttribute('aria-valuenow', this.width);
    this.splitter.setAttribute('aria-valuemin', NARROWEST);
    this.splitter.setAttribute('aria-valuemax', Math.round(widest));
  }

  drag(down) {
    down.preventDefault();
    this.splitter.setPointerCapture(down.pointerId);
    const start = this.width;
    const move = (event) => this.resize(start + down.clientX - event.clientX);
    this.splitter.addEventListener('pointermove', move);
    this.splitter.addEventListener(
      'lostpointercapture',
      () => {
        this.splitter.removeEventListener('pointermove', move);
        preferences.guidelineWidth = this.width;
      },
      { once: true },
    );
  }

  nudge(event) {
    const step = { ArrowLeft: KEY_STEP, ArrowRight: -KEY_STEP }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    this.resize(this.width + step);
    preferences.guidelineWidth = this.width;
  }
}
