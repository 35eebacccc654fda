// <touchstone-guideline-revision>: where people read a guideline differently, and the text to mend.

import { api } from '../api.js';
import { DecisionPage } from '../decision/decision-page.js';
import { h, setText } from '../dom.js';
import { coefficient } from '../figures.js';
import { paragraphs } from '../text/itemtext.js';
import { richText } from '../text/richtext.js';
import { texts } from '../texts.js';
import { RevisionDraft } from './draft.js';
import { classTable, pairList } from './evidence.js';
import { revisionStyle } from './style.js';

const t = texts.revision;

/** What somebody found unclear, as plain text. */
const remark = ({ remark: words, guidelineVersion }) => h('li', {}, ...paragraphs(words), h('p', { class: 'quiet-line' }, t.version(guidelineVersion)));
const PREVIEW_MILLIS = 500;

class GuidelineRevision extends DecisionPage {
  constructor() {
    super();
    this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, revisionStyle];
  }

  read(taskId) {
    return api.revision(taskId);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.previewTimer);
    this.draft?.close();
  }

  show(page) {
    const { draft, guideline } = page;
    this.page = page;
    this.base = draft?.baseVersion ?? guideline.version;
    this.ticked = new Set(draft?.labels ?? page.classes.filter((label) => label.suggested).map((label) => label.id));
    this.state = h('span', { class: 'saved', role: 'status' });
    this.draft = new RevisionDraft(this.taskId, draft?.version ?? 0, (state, problem) => this.drafted(state, problem));
    const work = this.work(draft?.markdown ?? guideline.markdown, draft?.note ?? '');
    this.frame(this.top(page), h('div', { class: 'columns' }, this.evidence(page), work));
    if (draft) setText(this.state, t.draftFound);
    this.preview();
    this.refresh();
    this.text.focus({ preventScroll: true });
    this.text.setSelectionRange(0, 0);
  }

  top(page) {
    const fact = (name, value) => h('span', {}, `${name} `, h('b', {}, value));
    const alpha = page.agreement;
    return h(
      'header',
      { class: 'top' },
      this.widthButton(),
      h('p', { class: 'eyebrow' }, page.project),
      h('h1', {}, t.title),
      h(
        'div',
        { class: 'facts' },
        fact(t.batch, page.batchId),
        fact(t.labelledUnder, t.version(page.batchVersion)),
        alpha && typeof alpha.value === 'number' ? fact(t.overall, t.agreement(coefficient(alpha.value), coefficient(alpha.ciLow), coefficient(alpha.ciHigh))) : null,
      ),
    );
  }

  evidence(page) {
    return h(
      'div',
      { class: 'facts-side' },
      h('section', {}, h('h2', {}, t.why), h('p', { class: 'because' }, page.because)),
      h(
        'section',
        {},
        h('h2', {}, t.classes),
        classTable(page, this.ticked, (id, on) => this.tick(id, on)),
        page.setAside ? h('p', { class: 'quiet-line' }, t.setAside(page.setAside)) : null,
      ),
      page.pairs.length ? h('section', {}, h('h2', {}, t.pairs), h('p', { class: 'quiet-line' }, t.pairsHint), pairList(page)) : null,
      page.remarks.length ? h('section', {}, h('h2', {}, t.remarks), h('ul', { class: 'examples' }, ...page.remarks.map(remark))) : null,
    );
  }

  work(markdown, note) {
    this.text = h('textarea', { id: 'markdown', spellcheck: 'true', 'aria-describedby': 'message' });
    this.text.value = markdown;
    this.note = h('textarea', { id: 'note', rows: '2', maxlength: '500', 'aria-describedby': 'note-help message', 'aria-required': 'true' });
    this.note.value = note;
    this.shown = h('div', { class: 'preview document', tabindex: '0', role: 'region', 'aria-label': t.preview });
    this.again = h('p', { class: 'again', role: 'status' });
    this.message = h('p', { class: 'message', id: 'message', role: 'alert' });
    this.theirs = h('div', { hidden: true });
    this.begins = h('span', { class: 'quiet-line' }, t.basedOn(this.base));
    this.button = h('button', { type: 'button', class: 'button primary send', on: { click: () => this.save() } });
    this.text.addEventListener('input', () => this.edited());
    this.note.addEventListener('input', () => this.edited());
    const side = h(
      'section',
      { class: 'work-side', 'aria-label': t.edit },
      h('div', { class: 'work-head' }, h('h2', {}, t.edit), this.begins, this.state),
      h(
        'div',
        { class: 'desk' },
        h('div', {}, h('label', { class: 'label', for: 'markdown' }, t.markdown), this.text),
        h('div', {}, h('span', { class: 'label', 'aria-hidden': 'true' }, t.preview), this.shown),
      ),
      this.theirs,
      h('div', { class: 'note' }, h('label', { class: 'label', for: 'note' }, t.note), h('p', { class: 'help', id: 'note-help' }, t.noteHint), this.note),
      this.again,
      this.message,
      h('div', { class: 'actions' }, this.button),
      this.keepPart(),
    );
    side.addEventListener('keydown', (event) => this.sendKey(event));
    return side;
  }

  /** The other way out: nothing is wrong with the text. */
  keepPart() {
    this.reason = h('textarea', { id: 'keep-reason', rows: '2', maxlength: '2000', 'aria-describedby': 'keep-help message' });
    this.keepButton = h('button', { type: 'button', class: 'button', on: { click: () => this.keep() } }, t.keepSend);
    return h(
      'details',
      { class: 'keep' },
      h('summary', {}, t.keep),
      h('div', {}, h('p', { class: 'quiet-line', id: 'keep-help' }, t.keepHint), h('label', { class: 'label', for: 'keep-reason' }, texts.held.reason), this.reason, this.keepButton),
    );
  }

  sendKey(event) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (event.composedPath()[0] === this.reason) this.keep();
    else this.save();
  }

  get value() {
    return { baseVersion: this.base, markdown: this.text.value, note: this.note.value, labels: [...this.ticked] };
  }

  edited() {
    this.complain('');
    this.draft.put(this.value);
    clearTimeout(this.previewTimer);
    this.previewTimer = setTimeout(() => this.preview(), PREVIEW_MILLIS);
  }

  tick(id, on) {
    if (on) this.ticked.add(id);
    else this.ticked.delete(id);
    this.refresh();
    this.complain('');
    this.draft.put(this.value);
  }

  drafted(state, problem) {
    setText(this.state, state === 'saved' || state === 'saving' ? t.draft[state] : problem.message);
  }

  async preview() {
    if (!this.text.value.trim()) {
      this.shown.replaceChildren();
      return;
    }
    const asked = (this.asked = (this.asked ?? 0) + 1);
    try {
      const { html } = await api.previewGuideline(this.text.value);
      if (asked === this.asked) this.shown.replaceChildren(richText(html));
    } catch (problem) {
      if (asked === this.asked) this.shown.replaceChildren(h('p', {}, problem.message));
    }
  }

  /** How many items the ticks touch, in words and on the button. */
  refresh() {
    const touched = this.page.labelSets.filter((set) => set.labels.some((label) => this.ticked.has(label)));
    const items = touched.reduce((sum, set) => sum + set.items, 0);
    const all = this.page.labelSets.reduce((sum, set) => sum + set.items, 0);
    const names = this.page.classes.filter((label) => this.ticked.has(label.id)).map((label) => label.name);
    setText(this.again, names.length ? t.again(items, all, names) : t.nothingTicked);
    setText(this.button, t.save(items, this.over));
  }

  complain(sentence, where) {
    setText(this.message, sentence);
    const fields = { markdown: this.text, note: this.note, reason: this.reason };
    for (const [name, field] of Object.entries(fields)) field.setAttribute('aria-invalid', String(name === where));
    if (where === 'labels') this.root.querySelector('.classes input')?.focus();
    else if (fields[where]) fields[where].focus();
    else if (sentence) this.message.scrollIntoView({ block: 'nearest' });
  }

  async save() {
    if (!this.note.value.trim() && this.text.value !== this.page.guideline.markdown) this.complain(t.noteMissing, 'note');
    else await this.deliver(this.button, { decision: 'revise', ...this.value }, t.done);
  }

  async keep() {
    if (!this.reason.value.trim()) this.complain(texts.held.reasonMissing, 'reason');
    else await this.deliver(this.keepButton, { decision: 'keep', reason: this.reason.value.trim() }, t.kept);
  }

  async deliver(button, answer, sentence) {
    if (this.sending) return;
    this.sending = button.disabled = true;
    try {
      await this.draft.send(false);
      await api.decideRevision(this.taskId, answer);
      this.finished(sentence);
    } catch (problem) {
      if (problem.document?.latest) this.overtaken(problem.document);
      this.complain(problem.message, problem.document?.where);
    } finally {
      this.sending = button.disabled = false;
    }
  }

  /** Somebody saved a version in between: theirs is shown, this text stays, the next save goes over theirs. */
  overtaken({ latest, markdown }) {
    this.base = this.over = latest;
    setText(this.begins, t.basedOn(latest));
    this.refresh();
    this.theirs.hidden = false;
    this.theirs.replaceChildren(h('details', { class: 'theirs', open: true }, h('summary', {}, t.theirs(latest)), h('pre', { tabindex: '0', role: 'region', 'aria-label': t.theirs(latest) }, markdown)));
    this.draft.put(this.value);
  }
}

customElements.define('touchstone-guideline-revision', GuidelineRevision);
