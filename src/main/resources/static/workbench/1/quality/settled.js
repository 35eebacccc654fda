// How labels were settled, and what a sample let through.

import { facts, section } from '../audit/parts.js';
import { h } from '../dom.js';
import { count, number, percent, words as t } from './words.js';

export function truthSection(truth) {
  if (!truth) return null;
  const names = t.truthFacts;
  return section(
    'truth',
    t.truth,
    null,
    h('p', { class: 'lead' }, truth.because),
    facts([
      [names.method, t.truthMethods[truth.method] ?? truth.method],
      [names.items, count(truth.items)],
      [names.tied, count(truth.tied)],
      [names.perItem, truth.labelsPerItem === null ? null : number(truth.labelsPerItem)],
      [names.same, truth.agreementWithMajority === null ? null : percent(truth.agreementWithMajority)],
      [names.gold, truth.gold?.items ? `${percent(truth.gold.majority)}, ${percent(truth.gold.dawidSkene)}` : null],
    ]),
  );
}

/** Only of batches that were sampled. */
export function lotSection(lot) {
  if (!lot) return null;
  const names = t.lotFacts;
  const known = (value, show) => (value === null || value === undefined ? null : show(value));
  return section(
    'acceptance',
    t.lot,
    null,
    lot.because ? h('p', { class: 'lead' }, lot.because) : null,
    facts([
      [names.sample, known(lot.sampleSize, count)],
      [names.allowed, known(lot.acceptanceNumber, count)],
      [names.found, known(lot.defects, count)],
      [names.limiting, known(lot.limitingQuality, (share) => `batches with up to ${percent(share)} mistakes`)],
    ]),
  );
}
