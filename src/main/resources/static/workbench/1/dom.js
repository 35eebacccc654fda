// Builds elements without markup strings: text always becomes a text node.

/**
 * Makes an element.
 * @param {string} tag
 * @param {Object} [properties] `class`, `on` (event name to listener), attributes; false and null are left out
 * @param {...(Node|string|null)} children
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const shapes = {
  check: 'M3 8.5l3.2 3.2L13 5',
  cross: 'M4 4l8 8M12 4l-8 8',
  left: 'M10 3L5 8l5 5',
  right: 'M6 3l5 5-5 5',
  undo: 'M6 3L2.5 6.5L6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7',
  book: 'M8 4.2C6.5 3 4.5 2.7 2 2.8v9.7c2.5-.1 4.5.2 6 1.4c1.5-1.2 3.5-1.5 6-1.4V2.8c-2.5-.1-4.5.2-6 1.4zm0 0v9.7',
  wide: 'M2 3.5h12v9H2zM6 3.5v9',
  clock: 'M8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 1 0 0-11.6zM8 5v3.2l2.2 1.3',
  back: 'M7 3.5L3 7.5l4 4M3 7.5h6a4 4 0 0 1 4 4v1',
  cup: 'M3 6h8v4a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3zM11 7h1a1.6 1.6 0 0 1 0 3.2h-1M5.4 4V2.6M8.4 4V2.6',
  none: 'M8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 1 0 0-11.6zM5.2 8h5.6',
  help: 'M5.8 6a2.2 2.2 0 1 1 4.2 .9c-.6 1-2 1.1-2 2.4M8 12v.4',
};

/** A 16 pixel line drawing, hidden from assistive technology. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'icon');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', shapes[name]);
  svg.append(path);
  return svg;
}

/** Replaces what an element shows, only when the text differs, so that nothing is announced twice. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
