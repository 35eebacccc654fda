// One of the four panels: number, interval, chart, what changed, what it rests on.

import { h } from '../dom.js';
import { draw, weekEnds } from './chart.js';
import { changed, count, date, metrics, part, parts, reason, stretch, trendOf, words } from './words.js';

const scales = {
  agreement: (show) => ({ show, to: 1, width: 46 }),
  gold: (show) => ({ show, to: 1, width: 46 }),
  throughput: (show) => ({ show, from: 0, width: 46 }),
  time: (show) => ({ show, from: 0, width: 72, steps: [60, 300, 900, 3600, 7200, 21_600, 43_200, 86_400, 172_800, 259_200, 432_000, 864_000, 2_592_000] }),
};

/**
 * @param {string} name of the metric
 * @param {Object} project its figures
 * @param {Object} figures of the whole review
 */
export function panel(name, project, figures) {
  const { key, title, about, show, interval, basis } = metrics[name];
  const metric = project[key];
  const now = metric.weeks[metric.weeks.length - 1];
  const notes = [changed(name, metric, figures.previousTo)];
  if (name === 'throughput') notes.push(trendOf(project.trend));
  const small = [];
  if (now.value !== null || metric.count) small.push(basis(metric, project));
  if (metric.simulated) small.push(words.simulated(metric.simulated));
  return h(
    'section',
    { class: 'metric', 'aria-label': title, 'data-metric': name },
    h('h2', {}, title),
    h('p', { class: 'about' }, about),
    number(name, now, show, interval),
    metric.weeks.some((week) => week.value !== null) ? chart(name, metric, figures.to) : null,
    h('div', { class: 'notes' }, ...notes.filter(Boolean).map((note) => h('p', {}, note)), small.length ? h('p', { class: 'small' }, small.join(' ')) : null),
    name === 'time' && project.stages.length ? stages(project) : null,
    byWeek(name, metric, figures.to),
  );
}

/** How often batches went on against their gates: a count, so no interval and no chart. */
export function overridden({ weeks, batches }) {
  const now = weeks[weeks.length - 1] ?? 0;
  return h(
    'section',
    { class: 'metric', 'aria-label': words.overridden, 'data-metric': 'overrides' },
    h('h2', {}, words.overridden),
    h('p', { class: 'about' }, words.overriddenAbout),
    h('div', { class: 'figure' }, h('b', {}, count(now)), h('span', {}, words.overriddenBatches(now, batches))),
    weeks.length > 1 ? h('p', { class: 'small' }, words.overriddenBefore(weeks.slice(0, -1))) : null,
  );
}

function number(name, now, show, interval) {
  if (now.value === null) {
    return h('div', { class: 'figure none' }, h('b', {}, words.undefined), h('span', {}, reason(now.reason)));
  }
  const known = typeof now.low === 'number' && typeof now.high === 'number';
  return h('div', { class: 'figure' }, h('b', {}, show(now.value)), h('span', {}, known ? interval(now.low, now.high) : words.noInterval(name)));
}

function chart(name, metric, to) {
  const { title, show } = metrics[name];
  const values = metric.weeks.map((week) => (week.value === null ? words.none : show(week.value)));
  const canvas = h('div', { class: 'chart', role: 'img', 'aria-label': words.chart(title, values) });
  draw(canvas, weekEnds(to, metric.weeks.length), metric.weeks, scales[name](axisWords(name, show))).catch((problem) => {
    canvas.textContent = problem.message;
  });
  return canvas;
}

const axisWords = (name, show) => {
  if (name === 'agreement') return (value) => value.toFixed(1);
  if (name === 'gold') return (value) => `${count(100 * value)}%`;
  return name === 'time' ? (value) => (value === 0 ? '0' : stretch(value)) : show;
};

function stages(project) {
  const row = ({ stage, seconds, share }) => {
    const bar = h('div', { class: 'part' });
    bar.style.width = `${100 * share}%`;
    return h('tr', {}, h('th', { scope: 'row' }, parts[stage] ?? stage), h('td', { class: 'bar', 'aria-hidden': 'true' }, bar), h('td', { class: 'number' }, stretch(seconds)), h('td', { class: 'number' }, part(share)));
  };
  return h(
    'div',
    { class: 'stages' },
    h('h3', {}, words.whereTimeGoes),
    h('table', {}, h('tbody', {}, ...project.stages.filter((stage) => stage.seconds >= 0.5).map(row))),
    h('p', { class: 'small' }, words.labelled(project.labelledSeconds)),
  );
}

function byWeek(name, metric, to) {
  const { show, interval } = metrics[name];
  const ends = weekEnds(to, metric.weeks.length);
  const row = (week, index) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, date(ends[index])),
      h('td', { class: 'number' }, week.value === null ? words.none : show(week.value)),
      h('td', {}, week.value === null ? reason(week.reason) : typeof week.low === 'number' ? interval(week.low, week.high) : ''),
    );
  return h('details', {}, h('summary', {}, words.byWeek), h('table', {}, h('tbody', {}, ...metric.weeks.map(row).reverse())));
}
