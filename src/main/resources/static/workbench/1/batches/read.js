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
  working: (id, figure, label, question) => call('GET', `/batches/${part(id)}/quality/working${query({ figure, label, question })}`),
  items: (id, search) => call('POST', `/batches/${part(id)}/items/search`, { body: search }),
  item: (id, item) => call('POST', `/batches/${part(id)}/items/${part(item)}/view`),
  itemObject: (id, item) => `/batches/${part(id)}/items/${part(item)}/object`,
  itemAccess: () => call('GET', '/batches/items/access'),
  peopleAccess: () => call('GET', '/people-access'),
  gold: (project) => call('GET', `/projects/${part(project)}/gold`),
};

export const proposeGold = (project, itemId) => call('POST', `/projects/${part(project)}/gold`, { body: { itemId } });

export const decideGold = (project, id, take) => call('POST', `/projects/${part(project)}/gold/${part(id)}`, { body: { take } });

export const nameBatch = (id, name) => call('PUT', `/batches/${part(id)}/name`, { body: { name } });

/**
 * Delivers files in one piece; progress is a share between 0 and 1.
 * @param {boolean} again although they came before
 */
export function startBatch(project, files, again, progress) {
  const form = new FormData();
  files.forEach((file) => form.append('file', file, file.name));
  return upload(`/projects/${part(project)}/batches${again ? '?again=true' : ''}`, form, progress);
}

export const manifestAddress = (id) => `${BASE}/batches/${part(id)}/manifest`;
