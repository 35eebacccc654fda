// Takes over the parts of server-made HTML (guidelines, data cards) that are plain documents:
// a short list of elements, no attributes but safe link targets, no pictures, no styles.

const KEPT = new Set(
  ('H1 H2 H3 H4 H5 H6 P UL OL LI DL DT DD TABLE THEAD TBODY TR TH TD CODE PRE STRONG B EM I DEL ' +
    'SUB SUP BLOCKQUOTE BR HR A SPAN DIV').split(' '),
);
const DROPPED = new Set(
  'SCRIPT STYLE IFRAME OBJECT EMBED TEMPLATE NOSCRIPT SVG MATH FORM INPUT BUTTON TEXTAREA SELECT'.split(' '),
);

function link(from, to) {
  const target = from.getAttribute('href') ?? '';
  if (!/^https?:\/\//i.test(target)) return;
  to.setAttribute('href', target);
  to.setAttribute('target', '_blank');
  to.setAttribute('rel', 'noopener noreferrer');
}

function copy(from, to) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      to.append(node.data);
    } else if (node.nodeType === Node.ELEMENT_NODE && !DROPPED.has(node.nodeName.toUpperCase())) {
      if (!KEPT.has(node.nodeName)) {
        copy(node, to);
        continue;
      }
      const element = document.createElement(node.nodeName);
      if (node.nodeName === 'A') link(node, element);
      if (node.nodeName === 'TH') element.setAttribute('scope', 'col');
      copy(node, element);
      to.append(element);
    }
  }
}

/** @returns {DocumentFragment} the safe part of the document */
export function richText(html) {
  const fragment = document.createDocumentFragment();
  copy(new DOMParser().parseFromString(html ?? '', 'text/html').body, fragment);
  return fragment;
}
