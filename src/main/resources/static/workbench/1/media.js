// The picture, recording or document that an item is, beside its text.

import { BASE } from './api.js';
import { h } from './dom.js';
import { texts } from './texts.js';

const t = texts.media;

/** What this browser shows by itself; all else is offered to be saved. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']);

function failed() {
  return h('p', { class: 'media-failed', role: 'alert' }, t.failed);
}

/**
 * @param {string} type media type
 * @param {string} path below our address
 * @returns {HTMLElement}
 */
export function mediaOf(type, path) {
  const address = BASE + path;
  if (SHOWN.has(type)) {
    const picture = h('img', { src: address, alt: t.picture, draggable: 'false' });
    picture.addEventListener('error', () => picture.replaceWith(failed()), { once: true });
    return picture;
  }
  if (type.startsWith('audio/')) {
    const sound = h('audio', { src: address, controls: '', 'aria-label': t.recording });
    sound.addEventListener('error', () => sound.replaceWith(failed()), { once: true });
    return sound;
  }
  return h('a', { class: 'button', href: address, download: '' }, t.document(t.kinds[type] ?? type));
}

/** The path of an item in a work package. */
export const itemPath = (packageId, assignment) =>
  `/work/${encodeURIComponent(packageId)}/items/${encodeURIComponent(assignment)}/object`;

export const mediaStyle = `
.media:empty { display: none; }
.media { margin-bottom: 14px; }
.media img { display: block; max-width: 100%; max-height: 62vh; object-fit: contain; border-radius: 6px; background: #f3f4f6; }
.media audio { width: 100%; max-width: 560px; }
.media .button { display: inline-flex; align-items: center; text-decoration: none; }
.media-failed { color: var(--bad); font-weight: 600; }
`;
