// The record of one batch, on one page: path, gates, people, rows, trail.

import { h } from '../dom.js';
import { eventsSection } from './events.js';
import { gatesSection } from './gates.js';
import { chip, facts, hash, person, when } from './parts.js';
import { pathSection } from './path.js';
import { goldSection, peopleSection } from './people.js';
import { read } from './read.js';
import { rowsSection } from './rows.js';
import { processVersion } from './rules.js';
import { duration, plural, stage } from './words.js';

export async function batchView(id) {
  const [record, path, standing] = await Promise.all([read.batch(id), read.path(id), read.standing(id)]);
  const sections = await Promise.all([
    pathSection(path.runs),
    gatesSection(record.gates),
    peopleSection(id),
    rowsSection(id),
    record.batch.endedAt ? goldSection(id) : null,
    eventsSection({ batch: id }),
  ]);
  const shown = sections.filter((each) => each);
  return h('div', {}, head(record, standing), jumps(shown), ...shown);
}

function head({ batch, process, processSet, guideline, labelSchema, versions }, standing) {
  const waits = standing.waitsFor.map((wait) => `${wait.task} (${wait.people.join(', ') || 'nobody yet'})`).join('; ');
  return h(
    'header',
    { class: 'head' },
    h('p', { class: 'eyebrow' }, 'Batch'),
    h('h1', {}, batch.batchId, ' ', chip(standing.state)),
    standing.because ? h('p', { class: 'because' }, standing.because) : null,
    facts([
      ['Project', batch.project],
      ['Submitted', h('span', {}, when(batch.createdAt), ' by ', person(batch.submittedBy))],
      ['Ended', batch.endedAt ? h('span', {}, when(batch.endedAt), `, after ${duration(batch.createdAt, batch.endedAt)}`) : h('span', {}, 'not yet, in ', stage(batch.stage).toLowerCase())],
      ['Waits for', waits || null],
      ['Ran under', process ? processVersion(process) : 'the engine has no trace of it any more'],
      ['Set of processes', processSet ? h('span', {}, `${plural(processSet.files, 'file')}, deployed `, when(processSet.deployedAt), ' ', hash(processSet.sha256)) : null],
      ['Guideline', h('span', {}, `version ${guideline.version} `, hash(guideline.sha256))],
      ['Label schema', h('span', {}, `version ${labelSchema.version} `, hash(labelSchema.sha256))],
      ['Dataset version', versions.length ? h('span', {}, ...versions.flatMap(datasetVersion)) : 'none'],
    ]),
  );
}

const datasetVersion = (version) => [
  h('span', { class: 'line' }, h('b', {}, `${version.dataset} ${version.version}`), ' ', chip(version.state), ` ${plural(version.records, 'record')}`, version.approvedBy ? ', approved by ' : '', version.approvedBy ? person(version.approvedBy) : ''),
];

/** The page's own navigation; the hash belongs to Cockpit, so it scrolls. */
function jumps(sections) {
  const jump = (target) => h('button', { type: 'button', class: 'button quiet', on: { click: () => target.scrollIntoView({ block: 'start' }) } }, target.querySelector('h2').textContent);
  return h('nav', { class: 'jumps', 'aria-label': 'On this page' }, ...sections.map(jump));
}
