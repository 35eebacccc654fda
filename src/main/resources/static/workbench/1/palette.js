// Label colours after Okabe and Ito (2008), distinguishable with the common colour vision
// deficiencies. `bright` marks, `ink` carries text: each ink reaches 4.5:1 on white and under
// white text (WCAG 2.2 AA). A colour never stands alone: name and digit are always beside it.

const colours = [
  { bright: '#0072b2', ink: '#005b8f', tint: '#e8f3f9' },
  { bright: '#e69f00', ink: '#875c00', tint: '#fdf5e3' },
  { bright: '#009e73', ink: '#00714f', tint: '#e4f5ef' },
  { bright: '#d55e00', ink: '#ab4700', tint: '#fcefe5' },
  { bright: '#cc79a7', ink: '#96406f', tint: '#faeff5' },
  { bright: '#56b4e9', ink: '#20698f', tint: '#eaf6fd' },
  { bright: '#8a7a00', ink: '#6b5f00', tint: '#f8f5dc' },
  { bright: '#5b5b66', ink: '#494952', tint: '#f0f0f2' },
  { bright: '#7a5cc0', ink: '#5f43a3', tint: '#f1edfa' },
];

/** Their names, in the same order, as a label schema writes them. */
export const colourNames = ['blue', 'orange', 'green', 'red', 'pink', 'sky', 'olive', 'grey', 'violet'];

/** Places in the palette that the labels on show have chosen. */
let chosen = [];

/** Takes over which colours the labels of a package have been given. */
export function colourLabels(labels) {
  chosen = labels.map((label) => colourNames.indexOf(label.colour));
}

/** Colour of the label at this place of the label schema, where it has none of its own. */
export function colourAt(index) {
  return colours[chosen[index] >= 0 ? chosen[index] : index % colours.length];
}

/** As {@link paint} for a label of which the colour is being chosen. */
export function paintAs(element, name, index) {
  const at = colourNames.indexOf(name);
  element.style.setProperty('--label-bright', colours[at >= 0 ? at : index % colours.length].bright);
  return element;
}

/** Hands a label's colour to the style sheet. */
export function paint(element, index) {
  const { bright, ink, tint } = colourAt(index);
  element.style.setProperty('--label-bright', bright);
  element.style.setProperty('--label-ink', ink);
  element.style.setProperty('--label-tint', tint);
  return element;
}
