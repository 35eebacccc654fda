// Where items went, pass by pass, and what the audit found; counted by the server when asked for.

import { none, section } from '../audit/parts.js';
import { read } from '../batches/read.js';
import { h } from '../dom.js';
import { figureRow, figureTable } from './tables.js';
import { count, percent, route, words as t } from './words.js';

const SHARE = { from: 0, to: 0.5, marks: [0, 0.1, 0.2, 0.3, 0.4, 0.5] };

/** The section at once, its figures when they have come. */
export function routingSection(batch) {
  const body = h('div', {}, none('…'));
  read.routing(batch).then(
    ({ routes, audit }) => body.replaceChildren(routes.length ? routeTable(routes) : none(t.routingNone), ...audited(audit)),
    (problem) => body.replaceChildren(none(problem.message)),
  );
  return section('routing', t.routing, t.routingNote, body);
}

function routeTable(routes) {
  const most = Math.max(...routes.map((each) => each.items));
  const bar = (items) => {
    const inner = h('div');
    inner.style.width = `${(100 * items) / most}%`;
    return h('td', { class: 'share-bar', 'aria-hidden': 'true' }, inner);
  };
  const row = ({ pass, route: to, rule, items }) => h('tr', {}, h('td', {}, count(pass)), h('th', { scope: 'row' }, route(rule)), h('td', {}, t.routes[to] ?? to), h('td', { class: 'value' }, count(items)), bar(items));
  return figureTable(t.routingHeads, [routes.map(row)], t.routing);
}

function audited(audit) {
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
    cells: [],
  });
  return [figureTable(t.auditHeads, [row], t.audit, SHARE)];
}
