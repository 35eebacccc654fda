// The versions of a guideline: read by everybody of the project, written by its owner.

import { section } from '../audit/parts.js';
import { api } from '../api.js';
import { h, setText } from '../dom.js';
import { ago } from '../figures.js';
import { richText } from '../text/richtext.js';
import { read, write } from './read.js';

const PREVIEW_MILLIS = 500;

export async function guidelineView(key) {
  const view = new GuidelineView(key, await read.guidelines(key));
  await view.show(view.list.versions[0].version);
  return view;
}

class GuidelineView {
  constructor(key, list) {
    this.key = key;
    this.list = list;
    this.body = h('div', {});
    const entry = (each) => h('option', { value: each.version }, `Version ${each.version}, ${ago(each.createdAt)}${each.writtenBy ? `, ${each.writtenBy}` : ''}`);
    this.select = h('select', { on: { change: () => this.show(Number(this.select.value)) } }, ...list.versions.map(entry));
    const write = list.mayWrite ? h('button', { type: 'button', class: 'button primary', on: { click: () => this.write() } }, 'Write a new version') : null;
    this.element = h('div', {}, h('header', { class: 'head' }, h('p', { class: 'eyebrow' }, 'Guideline'), h('h1', {}, list.name, h('label', { class: 'field' }, h('span', { class: 'visually-hidden' }, 'Version'), this.select), write)), this.body);
  }

  async show(version) {
    const { version: about, html, changes } = await read.guideline(this.key, version);
    const text = h('div', { class: 'preview' });
    text.append(richText(html));
    const changed = changes.filter((line) => line.kind !== 'same').length;
    this.body.replaceChildren(
      section('text', `Version ${version}`, about.note ?? 'Read from its folder', text),
      changes.length ? section('changes', `What differs from version ${version - 1}`, `${changed} lines`, h('div', { class: 'text' }, ...changes.map((line) => h('span', { class: line.kind }, mark(line.kind), line.text)))) : '',
    );
  }

  async write() {
    const newest = this.list.versions[0].version;
    const { markdown } = await read.guideline(this.key, newest);
    const shown = h('div', { class: 'preview' });
    const text = h('textarea', { id: 'text', class: 'code', on: { input: () => soon() } });
    const note = h('input', { type: 'text', id: 'guideline-note', autocomplete: 'off' });
    const message = h('p', { class: 'message', role: 'status' });
    text.value = markdown;
    const render = () => api.previewGuideline(text.value).then(({ html }) => shown.replaceChildren(richText(html)), (problem) => setText(shown, problem.message));
    const soon = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(render, PREVIEW_MILLIS);
    };
    const save = async () => {
      try {
        await write.guideline(this.key, newest, text.value, note.value);
        const fresh = await guidelineView(this.key);
        this.element.replaceWith(fresh.element);
      } catch (problem) {
        message.className = 'message bad';
        setText(message, problem.message);
      }
    };
    this.body.replaceChildren(
      section(
        'write',
        `Over version ${newest}`,
        'The next batch is labelled under it; batches under way keep theirs.',
        h('div', { class: 'side-by-side' }, h('div', { class: 'setting' }, h('label', { for: 'text' }, 'Text'), text), h('div', { class: 'setting' }, h('span', { class: 'title' }, 'As annotators read it'), shown)),
        h('div', { class: 'setting wide' }, h('label', { for: 'guideline-note' }, 'What has changed'), note, h('p', { class: 'help' }, 'In a line or two: those who label read it with the new version.')),
        h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button primary', on: { click: save } }, 'Save this version'), h('button', { type: 'button', class: 'button', on: { click: () => this.show(newest) } }, 'Cancel'), message),
      ),
    );
    render();
    text.focus();
  }

  close() {
    clearTimeout(this.timer);
  }
}

/** Said to those who do not see the colour. */
const mark = (kind) => (kind === 'same' ? '' : kind === 'come' ? '+ ' : '− ');
