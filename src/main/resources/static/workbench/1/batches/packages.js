// Who has what to do in a batch: open, queued and submitted packages. Nothing of how well.

import { none, section, table } from '../audit/parts.js';
import { h } from '../dom.js';
import { date } from '../figures.js';
import { batchAddress, moment } from './parts.js';
import { count, detailWords } from './words.js';

const t = detailWords;

export function packagesSection({ people, more }) {
  if (!people.length) return section('packages', t.packages, null, none(t.noPackages));
  const heads = t.packageHeads.map((text, at) => ({ text, class: at > 4 ? 'number' : null }));
  return section('packages', t.packages, more ? t.packagesFirst : t.packagesNote, table(heads, people.map(row), t.packages));
}

function row(each) {
  const open = each.openPackage;
  return [
    h('span', { class: 'person' }, each.person),
    t.kinds[each.kind] ?? each.kind,
    now(each),
    open ? moment(open.since) : '–',
    open?.due ? due(open.due) : '–',
    count(each.queued),
    count(each.submitted),
    `${count(each.done)} of ${count(each.items)}`,
  ];
}

function now(each) {
  if (each.openPackage) return t.nowOpen(each.openPackage.answered, each.openPackage.items);
  if (each.openElsewhere) return h('a', { href: batchAddress(each.openElsewhere) }, t.nowElsewhere(each.openElsewhere));
  return each.queued ? t.nowQueued : t.nowDone;
}

const due = (instant) =>
  h('span', {}, date(instant), new Date(instant) < new Date() ? h('b', { class: 'overdue' }, ` ${t.overdue}`) : null);
