// Places in a text: the browser counts UTF-16 units, the server counts Unicode code points. An emoji
// is two of the former and one of the latter.

const isHigh = (unit) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit) => unit >= 0xdc00 && unit <= 0xdfff;

/** True where a place lies between the two halves of one code point. */
const splits = (text, at) =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

/** Units of the code point that begins at a place. */
const unitsAt = (text, at) => (splits(text, at + 1) ? 2 : 1);

/** The length of a text in code points; a lone half of a pair counts as one. */
export function codePointLength(text) {
  return toCodePoint(text, text.length);
}

/**
 * Code points before a place given in UTF-16 units. A place within a pair is moved before it; one
 * outside the text to its nearer end.
 */
export function toCodePoint(text, utf16Offset) {
  const end = Math.min(utf16Offset, text.length);
  let count = 0;
  for (let at = 0; at < end; ) {
    at += unitsAt(text, at);
    if (at <= end) count += 1;
  }
  return count;
}

/** UTF-16 units before a place given in code points; a place outside the text is moved to its nearer end. */
export function toUtf16(text, codePointOffset) {
  let at = 0;
  for (let left = codePointOffset; left > 0 && at < text.length; left -= 1) at += unitsAt(text, at);
  return at;
}

/**
 * Finds places of a long text. It counts from where it was last, so that many places in order take
 * one pass over the text instead of one each.
 */
export class PlaceWalk {
  constructor(text) {
    this.text = text;
    this.at = 0;
    this.count = 0;
  }

  /** Code points before a place given in UTF-16 units, which lies within no pair. */
  points(units) {
    if (units < this.at) this.at = this.count = 0;
    for (; this.at < units; this.count++) this.at += unitsAt(this.text, this.at);
    return this.count;
  }

  /** UTF-16 units before a place given in code points. */
  units(points) {
    if (points < this.count) this.at = this.count = 0;
    for (; this.count < points && this.at < this.text.length; this.count++) this.at += unitsAt(this.text, this.at);
    return this.at;
  }
}

/** True where a node comes at or after a boundary point (container, offset) of a range. */
function reaches(node, container, offset) {
  const child = container.nodeType === Node.TEXT_NODE ? null : container.childNodes[offset];
  const from = child ?? container;
  if (child && (child === node || child.contains(node))) return true;
  if (!child && container.contains(node)) return false;
  return Boolean(from.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return node.hasAttribute('data-skip') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

/** The first node at or behind a boundary point, in a few steps: comparing places is slow. */
function firstReached(nodes, container, offset) {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reaches(nodes[middle], container, offset)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function unitsBefore(nodes, container, offset) {
  const own = nodes.indexOf(container);
  const before = own >= 0 ? own : firstReached(nodes, container, offset);
  let units = own >= 0 ? offset : 0;
  for (let place = 0; place < before; place++) units += nodes[place].data.length;
  return units;
}

/** The selected range as the shadow root sees it, where the element is in one. */
function rangeOf(root, selection) {
  if (!selection || 'startContainer' in selection) return selection ?? null;
  const home = root.getRootNode();
  if (home instanceof ShadowRoot && selection.getComposedRanges) {
    return selection.getComposedRanges({ shadowRoots: [home] })[0] ?? null;
  }
  return selection.rangeCount ? selection.getRangeAt(0) : null;
}

/**
 * What of an element's text is selected. The text is that of its text nodes in a row, line breaks
 * included, without elements marked `data-skip` (tags and other marks that are not part of it).
 * A selection that reaches beyond the element is cut at its edges; half a pair is taken whole.
 * @param {Element} rootElement
 * @param {Selection|AbstractRange|null} selection as `document.getSelection()` gives it
 * @returns {{start: number, end: number}|null} code points, end exclusive; null when nothing is selected
 */
export function selectionOffsets(rootElement, selection) {
  const range = rangeOf(rootElement, selection);
  if (!range) return null;
  const nodes = textNodes(rootElement);
  const text = nodes.map((node) => node.data).join('');
  const from = unitsBefore(nodes, range.startContainer, range.startOffset);
  const to = unitsBefore(nodes, range.endContainer, range.endOffset);
  if (from >= to) return null;
  const start = toCodePoint(text, from);
  const end = toCodePoint(text, splits(text, to) ? to + 1 : to);
  return { start, end };
}
