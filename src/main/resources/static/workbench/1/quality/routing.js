// Where items went, pass by pass, and what the audit found; counted by the server when asked for.

import { none, section } from '../audit/parts.js';
import { read } from '../batches/read.js';
import { h } from '../dom.js';
import { figureRow, figureTable } from './tables.js';
import { count, percent, route, words as t } from './words.js';

const SHARE = { from: 0, to: 0.5, marks: [0, 0.1, 0.2, 0.3, 0.4, 0.5] };

/**
 * The section at once, its figures when they have come.
 * @param {string} batch
 * @param {?function(Object): string} behind address of the items behind a figure
 */
export function routingSection(batch, behind) {
  const body = h('div', {}, none('…'));
  read.routing(batch).then(
    ({ routes, audit }) => body.replaceChildren(routes.length ? routeTable(routes, behind) : none(t.routingNone), ...audited(audit, behind)),
    (problem) => body.replaceChildren(none(problem.message)),
  );
  return section('routing', t.routing, t.routingNote, body);
}

function routeTable(routes, behind) {
  const most = Math.max(...routes.map((each) => each.items));
  const bar = (items) => {
    const inner = h('div');
    inner.style.width = `${(100 * items) / most}%`;
    return h('td', { class: 'share-bar', 'aria-hidden': 'true' }, inner);
  };
  const row = ({ pass, route: to, rule, items }) => h('tr', {}, h('td', {}, count(pass)), h('th', { scope: 'row' }, route(rule)), h('td', {}, t.routes[to] ?? to), h('td', { class: 'value' }, behind ? h('a', { href: behind({ rule, pass }), 'aria-label': t.openItems(route(rule)) }, count(items)) : count(items)), bar(items));
  return figureTable(t.routingHeads, [routes.map(row)], t.routing);
}

function audited(audit, behind) {
  if (!audit.drawn) return [];
  const row = figureRow({
    title: t.audit,
    note: t.auditNote(audit),
    value: audit.share,
    low: audit.low,
    high: audit.high,
    reason: 'NOT_LOOKED_AT',
    show: percent,
    range: (low, high) => `${percent(low)} to ${percent(high)}`,
    why: t.because,
    scale: SHARE,
    cells: [behind ? h('span', {}, h('a', { href: behind({ sample: 'drawn' }) }, t.sampleItems), audit.share ? ', ' : '', audit.share ? h('a', { href: behind({ sample: 'wrong' }) }, t.sampleWrong) : '') : ''],
  });
  return [figureTable(t.auditHeads, [row], t.audit, SHARE)];
}
