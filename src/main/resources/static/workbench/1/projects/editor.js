// One project: its versions, and its draft in sections.

import { section, table } from '../audit/parts.js';
import { h, setText } from '../dom.js';
import { ago } from '../figures.js';
import { richText } from '../text/richtext.js';
import { api } from '../api.js';
import { Draft } from './draft.js';
import { GoldTable } from './gold.js';
import { LabelTable } from './labels.js';
import { guidelineAddress } from './list.js';
import { PrivacySection } from './privacy.js';
import { PublishSection } from './publish.js';
import { QuestionsTable, taskOf } from './questions.js';
import { draftFolderAddress, read, write } from './read.js';
import { settings } from './settings.js';
import { SharesSection } from './shares.js';
import { fields, sections, words as t } from './words.js';

const PREVIEW_MILLIS = 500;

/** The draft of a project; one without gets the page of its versions. */
export async function editorView(key) {
  const { drafts } = await read.drafts();
  if (!drafts.some((draft) => draft.key === key)) return versionsView(key);
  const editor = new Editor(await read.draft(key));
  await editor.loaded();
  return editor;
}

async function versionsView(key) {
  const { versions, conflicts } = await read.versions(key);
  const edit = h('button', { type: 'button', class: 'button primary', on: { click: async (event) => (await write.begin({ key }), again(event.target)) } }, t.edit);
  const row = (version) => [String(version.version), version.note ?? (version.origin === 'file' ? 'Read from its folder' : ''), version.madeBy, version.approvedBy ?? '', h('time', { datetime: version.madeAt }, ago(version.madeAt))];
  const element = h(
    'div',
    {},
    h('header', { class: 'head with-action' }, h('h1', {}, key), edit),
    conflictNotice(key, conflicts),
    section('versions', 'Versions', 'A batch keeps the version that it began with.', table(['Version', 'What changed', 'Made by', 'Second person', 'When'], versions.map(row), 'Versions')),
  );
  return { element };
}

/** Has the page read everything again. */
const again = (element) => element.dispatchEvent(new CustomEvent('project-again', { bubbles: true, composed: true }));
const PARTS = { settings: 'the settings', guideline: 'the guideline', gold: 'known answers' };

/** The folder and the product say different things: a choice for each part. */
function conflictNotice(key, conflicts) {
  if (!conflicts.length) return null;
  const choose = (part, choice) => async (event) => {
    event.target.disabled = true;
    await write.choose(key, part, choice);
    again(event.target);
  };
  const line = (conflict) =>
    h(
      'div',
      { class: 'actions' },
      h('span', {}, `The folder of this project says something new about ${PARTS[conflict.part]}${conflict.items ? ` (${conflict.items})` : ''}; so does the product, which counts for now.`),
      h('button', { type: 'button', class: 'button', on: { click: choose(conflict.part, 'file') } }, 'Take the folder’s'),
      h('button', { type: 'button', class: 'button', on: { click: choose(conflict.part, 'product') } }, 'Keep the product’s'),
    );
  return h('div', { class: 'notice', role: 'status' }, ...conflicts.map(line));
}

/** Where several questions are asked they stand in place of the labels. */
const titleOf = (draft, id, title) => (id === 'labels' && draft.project.questions ? 'Questions' : title);

/** What items are answered with: labels, the points of a scale, or several questions. */
function answeredWith(draft, labels) {
  if (draft.project.questions) return new QuestionsTable(draft).element;
  return draft.project.task === 'scale' ? scaleSettings(draft) : labels.element;
}

/** The points of a scale, which stand where other projects have labels. */
const scaleSettings = (draft) =>
  settings(fields.labels, {
    project: { task: draft.project.task, ...draft.project.scale },
    set: (change) => draft.set({ scale: { ...draft.project.scale, ...change } }),
  });

class Editor {
  constructor(view) {
    this.saved = h('span', { class: 'saved', role: 'status' });
    this.draft = new Draft(view, (sentence, tone = '') => {
      this.saved.className = `saved ${tone}`;
      setText(this.saved, sentence);
    });
    this.links = new Map(sections.map(([id, title]) => [id, h('a', { href: `#${id}`, on: { click: (event) => this.jump(event, id) } }, titleOf(this.draft, id, title))]));
    this.element = h('div', {}, this.head(view), this.notices(view), h('div', { class: 'columns' }, h('nav', { class: 'contents', 'aria-label': 'Sections' }, ...this.links.values()), this.body()));
  }

  /** What is read before the page is shown. */
  async loaded() {
    const { conflicts } = this.draft.view.base ? await read.versions(this.draft.key) : { conflicts: [] };
    const notice = conflictNotice(this.draft.key, conflicts);
    if (notice) this.element.insertBefore(notice, this.element.children[1] ?? null);
    await this.publish.check();
  }

  head(view) {
    return h(
      'header',
      { class: 'head' },
      h('p', { class: 'eyebrow' }, view.base ? t.draftOf(view.base) : 'New project, not published yet'),
      h('h1', {}, view.project.name || view.key, this.saved, h('a', { class: 'button', href: draftFolderAddress(view.key), download: `${view.key}.zip` }, 'Folder')),
    );
  }

  notices(view) {
    const lines = [];
    if (view.sentBack) lines.push(h('p', {}, `It was sent back: “${view.sentBack}”`));
    if (view.newest > view.base) {
      const go = h('button', { type: 'button', class: 'button', on: { click: async () => (await write.rebase(view.key), this.again()) } }, `Go on over version ${view.newest}`);
      lines.push(h('div', { class: 'actions' }, h('span', {}, `Version ${view.newest} was made while this draft lay here. What differs from it stands below.`), go));
    }
    return lines.length ? h('div', { class: 'notice', role: 'status' }, ...lines) : h('div', {});
  }

  body() {
    const draft = this.draft;
    this.labels = new LabelTable(draft);
    this.gold = new GoldTable(draft);
    this.privacy = new PrivacySection(draft, () => this.shares.refresh());
    this.shares = new SharesSection(draft, () => this.privacy.show());
    this.publish = new PublishSection(draft, { mark: (faulty) => this.mark(faulty), again: () => this.again() });
    const parts = {
      about: h('div', {}, h('p', { class: 'note' }, `Key: ${draft.key}. Kind: ${t.kinds[taskOf(draft.project)]}.`), settings(fields.about, draft)),
      labels: answeredWith(draft, this.labels),
      guideline: this.guideline(),
      gold: this.gold.element,
      privacy: this.privacy.element,
      people: settings(fields.people, draft),
      limits: settings(fields.limits, draft),
      shares: this.shares.element,
      publish: this.publish.element,
    };
    const shown = sections.map(([id, title]) => {
      const made = section(id, titleOf(draft, id, title), null, parts[id]);
      if (draft.waits && id !== 'publish') made.inert = true;
      return made;
    });
    return h('div', { on: { focusin: (event) => this.entered(event) } }, ...shown);
  }

  /** What other sections need to know of this one. */
  entered(event) {
    if (event.target.closest('#gold')) this.gold.refresh();
    if (event.target.closest('#shares') && !event.target.closest('textarea, input')) return;
    if (event.target.closest('#publish') && !this.checking) {
      this.checking = true;
      this.publish.check().catch(() => null).finally(() => (this.checking = false));
    }
  }

  guideline() {
    const draft = this.draft;
    if (draft.view.base) {
      return h('p', {}, 'The guideline has versions of its own, written by its owner. ', h('a', { href: guidelineAddress(draft.key) }, 'Read it and its versions'));
    }
    const shown = h('div', { class: 'preview', tabindex: '0', 'aria-label': 'Preview' });
    const text = h('textarea', { id: 'guideline-text', class: 'code', 'aria-describedby': 'guideline-help', on: { input: () => (draft.write('guideline', text.value), soon()) } });
    text.value = draft.view.guideline;
    const render = () => api.previewGuideline(text.value).then(({ html }) => shown.replaceChildren(richText(html)), (problem) => setText(shown, problem.message));
    const soon = () => {
      clearTimeout(this.previewTimer);
      this.previewTimer = setTimeout(render, PREVIEW_MILLIS);
    };
    render();
    return h(
      'div',
      { class: 'side-by-side' },
      h('div', { class: 'setting' }, h('label', { for: 'guideline-text' }, 'Text'), text, h('p', { class: 'help', id: 'guideline-help' }, 'Markdown. Annotators read it beside each item: what each label means, then what is hard to decide, with an example each. Usual: one page.')),
      h('div', { class: 'setting' }, h('span', { class: 'title' }, 'As annotators read it'), shown),
    );
  }

  jump(event, id) {
    event.preventDefault();
    const target = this.element.querySelector(`#${id}`);
    target.scrollIntoView({ block: 'start' });
    (target.querySelector('input, select, textarea, button, a') ?? target).focus({ preventScroll: true });
  }

  mark(faulty) {
    this.links.forEach((link, id) => link.classList.toggle('faulty', faulty.has(id)));
  }

  again() {
    again(this.element);
  }

  close() {
    clearTimeout(this.previewTimer);
    this.privacy.close();
    this.draft.flush().catch(() => null);
  }
}
