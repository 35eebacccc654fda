// Who worked on the batch, and, once it has ended, who got which gold item.

import { h } from '../dom.js';
import { chip, hash, itemLink, none, person, section, table, when } from './parts.js';
import { read } from './read.js';
import { fold } from './rules.js';
import { spanList } from './spans.js';
import { count, plural } from './words.js';
import { inWords } from '../kinds/list.js';

export async function peopleSection(id) {
  const { packages, more } = await read.packages(id);
  if (!packages.length) return section('people', 'People', null, none('No work package yet.'));
  const people = [...group(packages, (each) => `${each.person} ${each.kind}`).values()];
  const rows = people.map((own) => {
    const submitted = own.filter((each) => each.state === 'submitted');
    const times = own.flatMap((each) => [each.openedAt, each.submittedAt]).filter((each) => each).sort();
    return [person(own[0].person), own[0].kind, `${submitted.length} of ${own.length}`, count(own.reduce((sum, each) => sum + each.items, 0)), when(times[0]), when(times[times.length - 1])];
  });
  const heads = ['Person', 'Work', { text: 'Packages submitted', class: 'number' }, { text: 'Items', class: 'number' }, 'First', 'Last'];
  return section('people', 'People', more ? 'the first thousand packages' : null, table(heads, rows, 'People'), fold(`All ${plural(packages.length, 'work package')}`, async () => packageTable(packages)));
}

function packageTable(packages) {
  const rows = packages.map((each) => [hash(each.packageId), person(each.person), each.kind, String(each.round), chip(each.state), count(each.items), when(each.openedAt), when(each.submittedAt)]);
  return table(['Package', 'Person', 'Work', { text: 'Round', class: 'number' }, 'State', { text: 'Items', class: 'number' }, 'Opened', 'Submitted'], rows, 'Work packages');
}

export async function goldSection(id) {
  const { gold, more } = await read.gold(id);
  if (!gold.length) return section('gold', 'Gold', 'shown since the batch has ended', none('Nobody got a gold item in this batch.'));
  const people = [...group(gold, (each) => each.person).values()];
  const rows = people.map((own) => [person(own[0].person), String(own.length), String(own.filter((each) => each.right).length)]);
  const each = gold.map((one) => [itemLink(one.itemId, one.itemId.slice(0, 12)), person(one.person), one.spans ? spanList(one.spans, (label) => label) : inWords(one, (label) => label), one.goldSpans ? spanList(one.goldSpans, (label) => label) : inWords({ label: one.goldLabel, classes: one.goldClasses, scale: one.goldScale }, (label) => label), one.right ? 'right' : h('b', { class: 'wrong' }, 'wrong'), when(one.at)]);
  const heads = ['Person', { text: 'Gold items', class: 'number' }, { text: 'Right', class: 'number' }];
  return section(
    'gold',
    'Gold',
    more ? 'shown since the batch has ended; the first thousand' : 'shown since the batch has ended',
    h('div', { class: 'narrow' }, table(heads, rows, 'Gold by person')),
    fold(`All ${plural(gold.length, 'gold judgement')}`, async () => table(['Item', 'Person', gold[0].spans ? 'Spans given' : 'Label given', gold[0].spans ? 'Gold spans' : 'Gold label', 'Outcome', 'When'], each, 'Gold judgements')),
  );
}

function group(rows, key) {
  const groups = new Map();
  for (const row of rows) {
    const name = key(row);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return groups;
}
