// One manifest: does it reconcile, is it unchanged, what was removed, and the end of the raw objects.

import { chip, facts, none, section, table, when } from '../audit/parts.js';
import { count } from '../audit/words.js';
import { h } from '../dom.js';
import { erasureSection } from './erasure.js';
import { provenanceAddress, read, wholeAddress } from './read.js';
import { kindName, quarantineReason, takenOut, typeName } from './words.js';

/** @param {() => void} again shows the page anew */
export async function oneView(id, again) {
  const [manifest, access] = await Promise.all([read.overview(id), read.access()]);
  return h(
    'div',
    {},
    h('header', { class: 'head' }, h('p', { class: 'eyebrow' }, h('a', { href: '#/manifests' }, 'Manifests')), h('h1', {}, id, chip(manifest.state))),
    proof(manifest),
    section('sources', 'What was received', receivedNote(manifest), sourceTable(manifest.sources)),
    objectSection(manifest.objects),
    section('masks', 'What was removed', removedNote(manifest), maskTable(manifest.masks)),
    manifest.leaks ? section('leaks', 'What may have been missed', 'by the privacy review, with 95 % confidence', ...leakFacts(manifest.leaks)) : null,
    access.mayErase ? erasureSection(manifest, again) : null,
  );
}

const reconciles = (source) => source.received === source.ok + source.rejected + source.duplicate + source.quarantined;

function proof(manifest) {
  const open = manifest.sources.filter((source) => !reconciles(source)).length;
  return section(
    'proof',
    'Can it be trusted?',
    null,
    h('p', { class: 'verdict' }, chip(open ? 'open' : 'ok'), ' ', open ? `${count(open)} of ${count(manifest.sources.length)} sources do not reconcile: rows are still being read, or are missing.` : 'All that was received is accounted for.'),
    h('p', { class: 'verdict' }, ...sealSentence(manifest)),
    facts([
      ['Received', when(manifest.receivedAt)],
      ['By', manifest.submittedBy],
      ['Sealed', manifest.sealedAt ? when(manifest.sealedAt) : null],
      ['Root', manifest.root ? h('code', {}, manifest.root) : null],
      ...Object.entries(manifest.policies).map(([policy, rows]) => ['Policy', h('span', {}, h('code', { title: policy }, policy.slice(0, 12)), ` for ${count(rows)} rows`)]),
    ]),
    h('div', { class: 'take-away' }, h('a', { class: 'button', download: `${manifest.batchId}-manifest.jsonl`, href: wholeAddress(manifest.batchId) }, 'Whole manifest as JSON Lines'), ' ', h('a', { class: 'button', download: `${manifest.batchId}-provenance.json`, href: provenanceAddress(manifest.batchId) }, 'Provenance as W3C PROV-JSON')),
  );
}

function sealSentence({ root, unchanged }) {
  if (!root) return [chip('not yet'), ' The manifest is sealed when ingestion ends.'];
  return unchanged
    ? [chip('unbroken'), ' Manifest and texts are as they were when ingestion ended; just computed again from every line.']
    : [chip('broken'), ' The manifest or a text was changed after ingestion had ended. Tell the auditor.'];
}

function sourceTable(sources) {
  const number = { class: 'number' };
  const heads = ['Source', 'Type', { text: 'Bytes', ...number }, { text: 'Rows', ...number }, { text: 'Usable', ...number }, { text: 'Refused', ...number }, { text: 'Duplicate', ...number }, { text: 'Quarantined', ...number }, 'Reconciles', 'Keyed digest'];
  const rows = sources.map((source) => [
    source.sourceId,
    sourceKinds[source.mediaType] ?? source.mediaType,
    count(source.bytes),
    count(source.received),
    count(source.ok),
    count(source.rejected),
    count(source.duplicate),
    count(source.quarantined),
    chip(reconciles(source) ? 'ok' : 'open'),
    h('code', { title: source.digest }, source.digest.slice(0, 12)),
  ]);
  return table(heads, rows, 'Source objects');
}

/** What a source is, where its media type says less than it could. */
const sourceKinds = { 'application/octet-stream': 'one object', 'application/zip': 'archive', 'application/x-ndjson': 'JSON Lines', 'text/csv': 'CSV' };

const counts = (title, head, numbers, name = (key) => key) => {
  const found = Object.entries(numbers).sort(([, one], [, other]) => other - one);
  if (!found.length) return null;
  return h('div', { class: 'narrow counts' }, table([head, { text: 'Times', class: 'number' }], found.map(([key, times]) => [name(key), count(times)]), title));
};

function objectNote({ doubtful, unreadPictures, words, lostWords }) {
  const looked = doubtful ? `${count(doubtful)} places where a person should look` : 'each was cleaned by its kind and looked at again by a second reader';
  const kept = words ? `${looked}; of ${count(words)} words that the documents show ${lostWords ? count(lostWords) : 'none'} got lost` : looked;
  if (!unreadPictures) return kept;
  return `${kept}; text in pictures not looked at: ${unreadPictures === 1 ? '1 picture' : `${count(unreadPictures)} pictures`}`;
}

/** Documents, pictures and recordings; nothing where only rows were received. */
function objectSection({ types, quarantined, removed, ...looks }) {
  if (!Object.keys(types).length && !Object.keys(quarantined).length) return null;
  const note = objectNote(looks);
  return section(
    'objects',
    'Documents, pictures and recordings',
    note,
    counts('Objects per kind', 'Kind', types, kindName),
    counts('Quarantined objects per reason', 'Kept from everybody, because', quarantined, quarantineReason),
    counts('What was taken out beside text', 'Taken out', removed, takenOut),
  );
}

function receivedNote({ nearDuplicates }) {
  const all = 'every row and every object has one line in the manifest';
  if (!nearDuplicates) return all;
  return `${all}; ${nearDuplicates === 1 ? '1 item is' : `${count(nearDuplicates)} items are`} nearly the same as an earlier one`;
}

function removedNote({ corrected, notDeidentifiedBecause }) {
  if (notDeidentifiedBecause) return `this project removes nothing: ${notDeidentifiedBecause}`;
  return corrected ? `${count(corrected)} of these were added by a person's review` : 'found by the recognisers';
}

function maskTable(masks) {
  const found = Object.entries(masks).sort(([, one], [, other]) => other - one);
  if (!found.length) return none('Nothing was found that had to be removed.');
  return h('div', { class: 'narrow' }, table(['Type', { text: 'Masks', class: 'number' }], found.map(([type, times]) => [typeName(type), count(times)]), 'Masks per type'));
}

/** From so many invented leaks on the share is measured, as reviewer-sensitivity has it. */
const ENOUGH_SHOWN = 20;

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const percent = (share) => `${number.format(100 * share)} %`;

/** What the reviewer sees, and how that is known. */
function eyes({ sensitivity, plantedShown: shown, plantedSeen: seen }) {
  const share = percent(sensitivity);
  if (!shown) return `${share} of what leaks, as assumed: no invented leak was shown so far`;
  const counts = `${shown === 1 ? 'one invented leak' : `${count(shown)} invented leaks`} in 12 months, ${seen === shown ? 'all' : seen ? count(seen) : 'none'} seen`;
  if (shown >= ENOUGH_SHOWN) return `at least ${share} of what leaks: of ${counts}`;
  return `${share} of what leaks${Math.abs(sensitivity - seen / shown) < 1e-9 ? '' : ', as assumed so far'}: of ${counts}`;
}

const missedIn = (items) => (items ? `something missed in ${count(items)}, masked since` : 'nothing missed');

function leakFacts(leaks) {
  const kept = leaks.upperBound <= leaks.limit;
  const atMost = leaks.upperBound < 1 ? `At most ${percent(leaks.upperBound)} of the items leak` : 'How many items leak cannot be said yet';
  return [
    h('p', { class: 'verdict' }, chip(kept ? 'ok' : 'above the limit'), ` ${atMost}; the project allows ${percent(leaks.limit)}.`),
    facts([
      ['Random sample', `${count(leaks.reviewed)} looked at, ${missedIn(leaks.missed)}`],
      ['Risky items', leaks.riskReviewed ? `${count(leaks.riskReviewed)} looked at beside it, ${missedIn(leaks.riskMissed)}` : leaks.riskMissed ? missedIn(leaks.riskMissed) : null],
      ['The reviewer sees', eyes(leaks)],
      ['Under these rules', leaks.streamBatches ? `${count(leaks.streamBatches)} ${leaks.streamBatches === 1 ? 'batch' : 'batches'} in 12 months, ${count(leaks.streamReviewed)} items looked at, ${missedIn(leaks.streamMissed)}: together at most ${percent(leaks.streamUpperBound)}` : null],
    ]),
  ];
}
