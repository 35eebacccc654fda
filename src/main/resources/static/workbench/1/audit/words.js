// Times, durations and names as an auditor reads them. Times are UTC, as in the exports.

import { readable } from '../figures.js';

const day = { day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' };
const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'UTC' };
const dateTime = new Intl.DateTimeFormat('en-GB', { ...day, ...clock });
const timeOnly = new Intl.DateTimeFormat('en-GB', clock);
const number = new Intl.NumberFormat('en-GB');

export const moment = (instant) => (instant ? dateTime.format(new Date(instant)).replace(',', '') : '–');
export const time = (instant) => timeOnly.format(new Date(instant));
export const count = (value) => number.format(value);
export const short = (hash) => (hash ? hash.slice(0, 12) : '–');

/** "2 min 5 s" between two instants. */
export function duration(start, end) {
  const seconds = (new Date(end) - new Date(start)) / 1000;
  if (seconds < 0.05) return '< 0.1 s';
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
  if (seconds < 172800) return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
  return `${Math.round(seconds / 86400)} days`;
}

const stages = {
  ingestion: 'Ingestion',
  'task-creation': 'Task creation',
  annotation: 'Annotation',
  'quality-assurance': 'Quality assurance',
  release: 'Release',
};
export const stage = (id) => stages[id] ?? readable(id);

const types = { callActivity: 'stage', businessRuleTask: 'gate', userTask: 'person', serviceTask: 'system' };

/** What kind of step it was, in a word; empty for events and gateways. */
export const kind = (type) => types[type] ?? '';

export const plural = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;

/** A recorded value as text: lists and objects as JSON. */
export const value = (any) => (any === null || any === undefined ? 'undefined' : typeof any === 'object' ? JSON.stringify(any) : typeof any === 'number' ? String(Number(any.toPrecision(6))) : String(any));
