// What suggestions did to people.

import { section } from '../audit/parts.js';
import { h } from '../dom.js';
import { figureRow, figureTable } from './tables.js';
import { working } from './working.js';
import { pointsOf, reason, signed, words as t } from './words.js';

const SCALE = { from: -0.5, to: 0.5, marks: [-0.5, -0.25, 0, 0.25, 0.5] };
const POINTS = { from: -50, to: 50, marks: [-50, -25, 0, 25, 50] };
const range = (low, high) => `${signed(low)} to ${signed(high)}`;

export function biasSection(batch, bias) {
  const row = (title, found, cells, below) =>
    figureRow({ title, value: found.difference, low: found.low, high: found.high, reason: found.reason, show: pointsOf, range, why: (code) => `undefined: ${reason(code)}`, scale: SCALE, cells, below });
  const shares = (found) => [t.share(found.same, found.count), t.share(found.otherSame, found.otherCount)];
  const rows = [
    row(t.shift, bias.shift, shares(bias.shift), working(batch, 'shift', t.shift)),
    row(t.shiftWithin, bias.shiftWithinPeople, [t.strata(bias.shiftWithinPeople.strata), ''], null),
    row(t.commission, bias.commission, shares(bias.commission), working(batch, 'commission', t.commission)),
  ];
  return section(
    'bias',
    t.bias,
    t.biasNote,
    h('p', { class: 'lead' }, bias.because),
    figureTable(t.biasHeads, rows, t.bias, POINTS),
    bias.pooled ? h('p', { class: 'note' }, bias.pooled.because) : null,
    bias.everyday.acceptance === null ? null : h('p', { class: 'note' }, t.acceptance(bias.everyday.acceptance, bias.accepted)),
  );
}
