// What the page of datasets asks the server for.

import { BASE, call } from '../api.js';

const dataset = (name) => `/datasets/${encodeURIComponent(name)}`;
const version = (name, number) => `${dataset(name)}/versions/${encodeURIComponent(number)}`;

export const read = {
  datasets: () => call('GET', '/datasets'),
  versions: (name) => call('GET', `${dataset(name)}/versions`),
  newest: (name) => call('GET', `${dataset(name)}/resolve`),
  card: (name, number) => call('GET', `${version(name, number)}/card`),
};

export const zipAddress = (name, number) => `${BASE}${version(name, number)}/archive`;
