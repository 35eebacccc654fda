// What the auditor's page asks the server for.

import { BASE, call } from '../api.js';

const part = encodeURIComponent;

/** Only those that have a value. */
function query(values) {
  const present = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return present.length ? `?${new URLSearchParams(present)}` : '';
}

export const read = {
  batches: (filter) => call('GET', `/audit/batches${query(filter)}`),
  find: (id) => call('GET', `/audit/find${query({ id })}`),
  batch: (id) => call('GET', `/audit/batches/${part(id)}`),
  standing: (id) => call('GET', `/batches/${part(id)}`),
  path: (id) => call('GET', `/audit/batches/${part(id)}/path`),
  packages: (id) => call('GET', `/audit/batches/${part(id)}/packages`),
  gold: (id) => call('GET', `/audit/batches/${part(id)}/gold`),
  items: (id, filter) => call('GET', `/audit/batches/${part(id)}/items${query(filter)}`),
  events: (filter) => call('GET', `/audit/events${query(filter)}`),
  chain: (batch) => call('GET', `/audit/check${query({ batch })}`),
  process: (id) => call('GET', `/audit/processes/${part(id)}`),
  table: (id) => call('GET', `/audit/tables/${part(id)}`),
  guideline: (project, version) => call('GET', `/audit/guidelines/${part(project)}/${version}`),
  item: (id) => call('GET', `/audit/items/${part(id)}`),
  text: (id) => call('POST', `/audit/items/${part(id)}/text`),
};

/** Address of the filtered events as a file. */
export const exportAddress = (filter, format) => `${BASE}/audit/events/export${query({ ...filter, format })}`;
