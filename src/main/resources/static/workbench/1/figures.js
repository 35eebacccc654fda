// Numbers and names of the server as a person reads them.

import { texts } from './texts.js';

const plain = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 });
const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });
const three = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 3, maximumFractionDigits: 3 });
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const dayOnly = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

/** `upperBound` or `upper-bound` as "Upper bound". */
export function readable(name) {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[-_]+/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function figure(value) {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'number') return String(value);
  return Number.isInteger(value) ? texts.common.number(value) : plain.format(value);
}

/** A share between 0 and 1. */
export const share = (value) => percent.format(value);

/** A coefficient between -1 and 1. */
export const coefficient = (value) => three.format(value);

/** The day alone. */
export const day = (instant) => dayOnly.format(new Date(instant));

export const date = (instant) => moment.format(new Date(instant));

/** "2 hours ago", in the largest unit that fits. */
export function ago(instant, now = Date.now()) {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  for (const [unit, length] of [['day', 86400], ['hour', 3600], ['minute', 60]]) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return relative.format(0, 'minute');
}
