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

/**
 * What a blind sample said of the items that votes alone have settled.
 * @param {?Object} lot absent before verdicts are settled
 */
export function lotSection(lot) {
  if (!lot) return null;
  const { lotSize, sampleSize, acceptanceNumber, inspectedItems, wrongItems, limitingQuality, limitingItems, because, verdict } = lot;
  const names = t.lotFacts;
  const limit = limitingQuality === null || limitingQuality === undefined ? null : t.limiting(limitingQuality, limitingItems);
  return section(
    'acceptance',
    t.lot,
    t.lotNote,
    h('p', { class: 'lead' }, h('span', { class: `chip ${lotTones[verdict] ?? ''}` }, t.lotVerdicts[verdict] ?? verdict), ' ', because),
    facts([
      [names.lot, count(lotSize)],
      [names.sample, t.share(inspectedItems, sampleSize)],
      [names.allowed, count(acceptanceNumber)],
      [names.found, count(wrongItems)],
      [names.limiting, limit],
    ]),
  );
}

const lotTones = { accept: 'good', reject: 'care', incomplete: 'care' };
