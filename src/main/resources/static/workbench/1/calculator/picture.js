// The table of labels that meet as a picture that can be taken along.

import { cell } from '../quality/words.js';

const SVG = 'http://www.w3.org/2000/svg';
const SIZE = 56;
const FONT = 'IBM Plex Sans, Segoe UI, Roboto, sans-serif';
const SAME = ['#f1f3f6', '#e3eff7', '#cfe3f0', '#b9d5e8', '#a0c5de', '#86b4d3', '#6fa5c8'];
const OTHER = ['#f1f3f6', '#fdf3e1', '#fbe6c2', '#f8d69c', '#f4c473', '#efb04b', '#e89c25'];

function shape(name, attributes, text = null) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== null) element.textContent = text;
  return element;
}

const short = (label) => (label.length > 22 ? `${label.slice(0, 21)}…` : label);
const step = (value, most) => (value <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil((value / most) * 6)));

/** The picture as an SVG element with its own colours and fonts. */
export function picture(labels, matrix, title) {
  const off = Math.max(0, ...matrix.flatMap((row, at) => row.filter((_, to) => to !== at)));
  const on = Math.max(0, ...matrix.map((row, at) => row[at]));
  const margin = 24 + 7.5 * Math.max(...labels.map((label) => short(label).length));
  const width = margin + labels.length * SIZE + 12;
  const svg = shape('svg', { xmlns: SVG, viewBox: `0 0 ${width} ${width}`, width, height: width, role: 'img', 'font-family': FONT, 'font-size': 13 });
  svg.append(shape('title', {}, title), shape('rect', { width, height: width, fill: '#ffffff' }));
  labels.forEach((label, at) => {
    const middle = margin + at * SIZE + SIZE / 2;
    svg.append(shape('text', { x: margin - 8, y: middle + 4, 'text-anchor': 'end', fill: '#1c2430' }, short(label)));
    svg.append(shape('text', { transform: `translate(${middle + 4} ${margin - 8}) rotate(-90)`, fill: '#1c2430' }, short(label)));
  });
  matrix.forEach((row, at) =>
    row.forEach((value, to) => {
      const x = margin + to * SIZE;
      const y = margin + at * SIZE;
      const fill = at === to ? SAME[step(value, on)] : OTHER[step(value, off)];
      svg.append(shape('rect', { x: x + 1, y: y + 1, width: SIZE - 2, height: SIZE - 2, rx: 4, fill }));
      svg.append(shape('text', { x: x + SIZE / 2, y: y + SIZE / 2 + 4, 'text-anchor': 'middle', fill: '#1c2430' }, cell(value)));
    }),
  );
  return svg;
}

export const asSvg = (svg) => new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });

/** Twice the size, so that it is sharp on paper. */
export async function asPng(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * image.width;
  canvas.height = 2 * image.height;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** Hands a file to the browser. */
export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
