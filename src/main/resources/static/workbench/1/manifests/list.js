// The newest manifests, one a line.

import { chip, none, section, table, when } from '../audit/parts.js';
import { count } from '../audit/words.js';
import { h } from '../dom.js';
import { read } from './read.js';

export async function listView() {
  const { manifests } = await read.list();
  const list = manifests.length ? manifestTable(manifests) : none('Nothing has been received yet.');
  return h('div', {}, h('header', { class: 'head' }, h('h1', {}, 'Manifests')), section('list', 'What was received', 'one manifest per batch, newest first', list));
}

const number = { class: 'number' };

function manifestTable(manifests) {
  const heads = ['Batch', 'Received', { text: 'Rows', ...number }, { text: 'Usable', ...number }, { text: 'Refused', ...number }, { text: 'Duplicate', ...number }, { text: 'Quarantined', ...number }, 'Sealed', 'Raw objects'];
  const rows = manifests.map((each) => [
    h('a', { href: `#/manifests/${encodeURIComponent(each.batchId)}` }, each.batchId),
    when(each.receivedAt),
    count(each.received),
    count(each.ok),
    count(each.rejected),
    count(each.duplicate),
    count(each.quarantined),
    each.sealedAt ? when(each.sealedAt) : chip('not yet'),
    each.rawErasedAt ? h('span', {}, 'erased ', when(each.rawErasedAt)) : 'encrypted',
  ]);
  return table(heads, rows, 'Manifests');
}
