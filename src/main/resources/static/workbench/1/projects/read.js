// What the page of projects asks the server for.

import { BASE, call, postFile } from '../api.js';

const part = encodeURIComponent;
const draft = (key) => `/project-drafts/${part(key)}`;

/** As which a delivery would send a file: rows by their name, all else as one object. */
const TYPES = { csv: 'text/csv', jsonl: 'application/x-ndjson', ndjson: 'application/x-ndjson', json: 'application/json' };
const deliveredAs = (name) => TYPES[name.toLowerCase().split('.').pop()] ?? 'application/octet-stream';

export const read = {
  access: () => call('GET', '/project-drafts/access'),
  projects: () => call('GET', '/projects'),
  drafts: () => call('GET', '/project-drafts'),
  draft: (key) => call('GET', draft(key)),
  check: (key) => call('GET', `${draft(key)}/check`),
  versions: (key) => call('GET', `/projects/${part(key)}/versions`),
  guidelines: (key) => call('GET', `/projects/${part(key)}/guidelines`),
  guideline: (key, version) => call('GET', `/projects/${part(key)}/guidelines/${version}`),
};

export const write = {
  begin: (beginning) => call('POST', '/project-drafts', { body: beginning }),
  files: (key, files) => call('POST', `${draft(key)}/folder`, { body: { files } }),
  zip: (key, file) => postFile(`${draft(key)}/folder`, file, 'application/zip'),
  save: (key, change) => call('PUT', draft(key), { body: change }),
  gold: (key, revision, lines) => call('PUT', `${draft(key)}/gold`, { body: { revision, lines } }),
  publish: (key, note) => call('POST', `${draft(key)}/publish`, { body: { note } }),
  decide: (key, approves, reason) => call('POST', `${draft(key)}/decision`, { body: { approves, reason } }),
  rebase: (key) => call('POST', `${draft(key)}/rebase`, { body: {} }),
  discard: (key) => call('POST', `${draft(key)}/discard`, { body: {} }),
  rows: (key, file, type, cut) => postFile(`${draft(key)}/rows${cut ? '?cut=true' : ''}`, file, type),
  redact: (key, text) => call('POST', `${draft(key)}/redaction`, { body: { text } }),
  redactFile: (key, file) => postFile(`${draft(key)}/redaction/file`, file, deliveredAs(file.name)),
  choose: (key, conflict, choice) => call('POST', `/projects/${part(key)}/conflicts`, { body: { part: conflict, choice } }),
  guideline: (key, base, markdown, note) => call('POST', `/projects/${part(key)}/guidelines`, { body: { base, markdown, note } }),
};

export const folderAddress = (key) => `${BASE}/projects/${part(key)}/folder`;
export const draftFolderAddress = (key) => `${BASE}${draft(key)}/folder`;
