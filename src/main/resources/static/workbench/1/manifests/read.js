// What the privacy officer's page asks the server for.

import { BASE, call } from '../api.js';

const part = encodeURIComponent;

export const read = {
  access: () => call('GET', '/manifests/access'),
  list: () => call('GET', '/manifests'),
  overview: (id) => call('GET', `/batches/${part(id)}/manifest/overview`),
};

export const erase = (id, reason) => call('POST', `/batches/${part(id)}/erasure`, { body: { reason } });

/** Address of the whole manifest as a file. */
export const wholeAddress = (id) => `${BASE}/batches/${part(id)}/manifest`;

/** Address of the manifest in the words of W3C PROV. */
export const provenanceAddress = (id) => `${wholeAddress(id)}/provenance`;
