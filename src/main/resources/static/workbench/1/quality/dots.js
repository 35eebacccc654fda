// A value with its interval on a scale: a dot and a whisker.

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 220;
const HEIGHT = 22;
const EDGE = 8;

function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/**
 * Decorative: the numbers stand beside it.
 * @param {?number} value
 * @param {?number} low
 * @param {?number} high
 * @param {{from: number, to: number, marks: number[]}} scale its ends and where it is divided
 * @param {string} [kind] good, care or nothing
 */
export function dot(value, low, high, { from, to, marks }, kind = '') {
  const svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, class: `dot ${kind}`, 'aria-hidden': 'true' });
  const x = (number) => EDGE + ((Math.min(to, Math.max(from, number)) - from) / (to - from)) * (WIDTH - 2 * EDGE);
  svg.append(shape('line', { x1: x(from), x2: x(to), y1: HEIGHT / 2, y2: HEIGHT / 2, class: 'axis' }));
  marks.forEach((mark) => svg.append(shape('line', { x1: x(mark), x2: x(mark), y1: 3, y2: HEIGHT - 3, class: 'mark' })));
  if (typeof low === 'number' && typeof high === 'number') {
    svg.append(shape('line', { x1: x(low), x2: x(high), y1: HEIGHT / 2, y2: HEIGHT / 2, class: 'whisker' }));
  }
  if (typeof value === 'number') svg.append(shape('circle', { cx: x(value), cy: HEIGHT / 2, r: 4.5 }));
  return svg;
}

/** The numbers of a scale, above its dots. */
export function ruler({ from, to, marks }) {
  const svg = shape('svg', { viewBox: `0 0 ${WIDTH} 14`, width: WIDTH, height: 14, class: 'dot ruler', 'aria-hidden': 'true' });
  for (const mark of marks) {
    const text = shape('text', { x: EDGE + ((mark - from) / (to - from)) * (WIDTH - 2 * EDGE), y: 11, 'text-anchor': 'middle' });
    text.textContent = String(mark);
    svg.append(text);
  }
  return svg;
}

/** From the worst that is shown to full agreement. */
export const scaleOf = (values) => {
  const least = Math.min(0, ...values.filter((each) => typeof each === 'number'));
  const from = Math.max(-1, Math.floor(least * 5) / 5);
  return { from, to: 1, marks: [0, 0.2, 0.4, 0.6, 0.8, 1] };
};
