// A metric over weeks, drawn with uPlot (a WebJar): a point per week, a whisker for its interval.

import { h } from '../dom.js';
import { dayMonth } from './words.js';

const LIBRARY = '/webjars/uplot/1.6.30/dist';
const INK = '#566070';
const LINE = '#e3e7ec';
const ACCENT = '#1d5f8a';
const FONT = '12px IBMPlexSans, "IBM Plex Sans", system-ui, sans-serif';
const HEIGHT = 132;
const WEEK_MILLIS = 604_800_000;

/** Loaded when the first chart is shown. */
const library = () => import(`${LIBRARY}/uPlot.esm.js`);

export const chartStyle = () => h('link', { rel: 'stylesheet', href: `${LIBRARY}/uPlot.min.css` });

/** The instants at which the weeks end, as many as asked for, the oldest first. */
export function weekEnds(to, weeks) {
  const last = new Date(to).getTime();
  return Array.from({ length: weeks }, (_, index) => last - (weeks - 1 - index) * WEEK_MILLIS);
}

/**
 * Draws into a container and again whenever its width changes.
 * @param {HTMLElement} container
 * @param {number[]} ends
 * @param {Array<{value: ?number, low: ?number, high: ?number}>} weeks
 * @param {{show: (value: number) => string, from: ?number, to: ?number, width: number, steps: ?number[]}} scale the y axis: its words, its ends where they are fixed, its width and where it may be divided
 */
export async function draw(container, ends, weeks, scale) {
  const { default: UPlot } = await library();
  let chart = null;
  let width = 0;
  const fit = () => {
    if (!container.clientWidth || container.clientWidth === width) return;
    width = container.clientWidth;
    chart?.destroy();
    chart = new UPlot(options(width, ends, weeks, scale), [ends.map((_, index) => index), weeks.map((week) => week.value)], container);
  };
  new ResizeObserver(fit).observe(container);
  fit();
}

function options(width, ends, weeks, scale) {
  const axis = { stroke: INK, font: FONT, ticks: { show: false } };
  return {
    width,
    height: HEIGHT,
    padding: [8, 14, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, range: [-0.3, weeks.length - 0.7] }, y: { range: bounds(weeks, scale) } },
    axes: [
      { ...axis, size: 26, gap: 4, grid: { show: false }, splits: () => ends.map((_, index) => index), values: () => labels(ends, width) },
      { ...axis, size: scale.width, gap: 4, space: 30, ...(scale.steps ? { incrs: scale.steps } : {}), grid: { stroke: LINE, width: 1 }, values: (_, ticks) => ticks.map(scale.show) },
    ],
    series: [
      {},
      { stroke: ACCENT, width: 1.5, spanGaps: false, points: { show: true, size: 7, fill: ACCENT, stroke: ACCENT } },
    ],
    hooks: { drawSeries: [(chart) => whiskers(chart, weeks)] },
  };
}

/** Every week where there is room, else every other one; the last one always. */
function labels(ends, width) {
  const every = width / ends.length < 52 ? 2 : 1;
  return ends.map((end, index) => ((ends.length - 1 - index) % every === 0 ? dayMonth(end) : ''));
}

function bounds(weeks, scale) {
  const known = weeks.flatMap(({ value, low, high }) => [value, low, high]).filter((each) => typeof each === 'number');
  if (!known.length) return [scale.from ?? 0, scale.to ?? 1];
  const low = scale.from ?? Math.floor(Math.min(...known) * 10 - 0.2) / 10;
  return [low, scale.to ?? Math.max(...known) * 1.08];
}

function whiskers(chart, weeks) {
  const { ctx } = chart;
  ctx.save();
  ctx.strokeStyle = ACCENT;
  ctx.globalAlpha = 0.45;
  ctx.lineWidth = 2 * devicePixelRatio;
  weeks.forEach(({ low, high }, index) => {
    if (typeof low !== 'number' || typeof high !== 'number') return;
    const x = chart.valToPos(index, 'x', true);
    ctx.beginPath();
    ctx.moveTo(x, chart.valToPos(low, 'y', true));
    ctx.lineTo(x, chart.valToPos(high, 'y', true));
    ctx.stroke();
  });
  ctx.restore();
}
