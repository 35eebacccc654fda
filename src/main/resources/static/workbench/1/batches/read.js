// What the data manager's page asks the server for.

import { BASE, call, upload } from '../api.js';

const part = encodeURIComponent;

/** Only those that have a value. */
function query(values) {
  const present = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return present.length ? `?${new URLSearchParams(present)}` : '';
}

export const read = {
  projects: () => call('GET', '/projects'),
  batches: (filter) => call('GET', `/batches${query(filter)}`),
  batch: (id) => call('GET', `/batches/${part(id)}`),
  packages: (id) => call('GET', `/batches/${part(id)}/packages`),
  quality: (id) => call('GET', `/batches/${part(id)}/quality`),
  routing: (id) => call('GET', `/batches/${part(id)}/quality/routing`),
  drift: (id) => call('GET', `/batches/${part(id)}/quality/drift`),
  working: (id, figure, label) => call('GET', `/batches/${part(id)}/quality/working${query({ figure, label })}`),
  peopleAccess: () => call('GET', '/people-access'),
  gold: (project) => call('GET', `/projects/${part(project)}/gold`),
};

export const proposeGold = (project, itemId) => call('POST', `/projects/${part(project)}/gold`, { body: { itemId } });

export const decideGold = (project, id, take) => call('POST', `/projects/${part(project)}/gold/${part(id)}`, { body: { take } });

/** Delivers files in one piece; progress is a share between 0 and 1. */
export function startBatch(project, files, progress) {
  const form = new FormData();
  files.forEach((file) => form.append('file', file, file.name));
  return upload(`/projects/${part(project)}/batches`, form, progress);
}

export const manifestAddress = (id) => `${BASE}/batches/${part(id)}/manifest`;
