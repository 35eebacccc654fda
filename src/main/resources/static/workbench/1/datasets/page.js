// <touchstone-datasets>: what is published, and how to fetch it. The address says what it shows.

import { reachable } from '../api.js';
import { none, section, table, when } from '../audit/parts.js';
import { auditStyle } from '../audit/style.js';
import { h } from '../dom.js';
import { loadingPanel } from '../panels.js';
import { richText } from '../text/richtext.js';
import { sheet, theme } from '../theme.js';
import { read, zipAddress } from './read.js';
import { words as t } from './words.js';

const style = sheet(`
td .button { white-space: nowrap; }
pre { margin: 4px 0 14px; padding: 10px 14px; border: 1px solid var(--line); border-radius: 8px; background: #fcfcfd; overflow-x: auto; font: 400 13px/1.5 "IBM Plex Mono", ui-monospace, Consolas, monospace; }
h3 { font-size: 14px; font-weight: 600; }
.card { padding: 4px 20px 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
.card h1, .card h2, .card h3 { margin: 18px 0 6px; }
.card p, .card ul { margin: 6px 0; }
`);

const count = (number) => number.toLocaleString('en');
const number = (text) => ({ text, class: 'number' });
const address = (name) => `#/datasets/${encodeURIComponent(name)}`;
const download = (name, version) =>
  h('a', { class: 'button', href: zipAddress(name, version), download: `${name}-${version}.zip`, 'aria-label': `${t.zip}: ${name} ${version}` }, t.zip);

async function listView() {
  const { datasets } = await read.datasets();
  const [name, newest, records] = t.heads;
  const rows = datasets.map((each) => [h('a', { href: address(each.name) }, each.name), each.latestVersion, count(each.records), download(each.name, each.latestVersion)]);
  const last = { text: h('span', { class: 'visually-hidden' }, t.zip) };
  return h('div', {}, h('header', { class: 'head' }, h('h1', {}, t.title)), section('published', t.published, null, rows.length ? table([name, newest, number(records), last], rows, t.title) : none(t.none)));
}

async function oneView(name) {
  const { versions } = await read.versions(name);
  const newest = await read.newest(name);
  const card = await read.card(name, newest.version);
  return h(
    'div',
    {},
    h('header', { class: 'head' }, h('h1', {}, name)),
    section('versions', t.versions, null, versionTable(name, versions)),
    section('fetch', t.fetch, t.fetchNote, ...recipes(newest)),
    section('card', `${t.card} of ${newest.version}`, null, h('div', { class: 'card' }, richText(card.dataCardHtml))),
  );
}

function versionTable(name, versions) {
  const [version, records, published, batch] = t.versionHeads;
  const rows = versions.map((each) => [each.version, count(each.records), when(each.publishedAt), h('a', { href: `#/batches/${encodeURIComponent(each.batchId)}` }, each.batchId), download(name, each.version)]);
  return table([version, number(records), published, batch, { text: h('span', { class: 'visually-hidden' }, t.zip) }], rows, t.versions);
}

function recipes({ dataset, version, git }) {
  const url = reachable(git.url);
  const base = url.slice(0, url.indexOf('/git/'));
  const found = { dataset, version, tag: git.tag, git: url.replace('://', '://token:$TOKEN@'), zip: `${base}/datasets/${dataset}/versions/${version}/archive` };
  return t.recipes(found).flatMap(({ title, code }) => [h('h3', {}, title), h('pre', { tabindex: '0' }, code)]);
}

class Datasets extends HTMLElement {
  constructor() {
    super();
    this.root = this.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [theme, auditStyle, style];
  }

  connectedCallback() {
    this.titleBefore = document.title;
    this.main = h('main', { id: 'main', tabindex: '-1' });
    const here = location.hash === '#/datasets' ? 'page' : null;
    this.root.replaceChildren(
      h('nav', { class: 'bar', 'aria-label': t.title }, h('a', { href: '#/datasets', 'aria-current': here }, t.title), h('a', { href: '#/' }, t.tasks)),
      this.main,
    );
    this.open();
  }

  disconnectedCallback() {
    document.title = this.titleBefore;
  }

  async open() {
    this.main.replaceChildren(loadingPanel());
    const name = decodeURIComponent(location.hash.split('?')[0].split('/')[2] ?? '');
    document.title = `${name || t.title} – Touchstone`;
    try {
      this.main.replaceChildren(name ? await oneView(name) : await listView());
    } catch (problem) {
      this.main.replaceChildren(
        h('div', { class: 'panel', role: 'alert' }, h('h2', {}, t.cannotShow), h('p', {}, problem.message), h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', on: { click: () => this.open() } }, t.again))),
      );
    }
  }
}

customElements.define('touchstone-datasets', Datasets);
