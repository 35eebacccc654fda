// The server's side of the components: cookie session, CSRF token, problem documents to sentences.

import { texts } from './texts.js';

/** Where the browser finds our endpoints. */
export const BASE = '/camunda/api/touchstone/v1';
const SESSION = '/camunda/api/admin/auth/user/default';

/**
 * An address of this installation as others can open it: where nobody has said under which address the installation is
 * reached, the one under which it is being used is the better guess.
 */
export function reachable(link) {
  const said = new URL(link);
  const own = ['localhost', '127.0.0.1'];
  return own.includes(said.hostname) && !own.includes(location.hostname) ? location.origin + said.pathname + said.hash : link;
}

/** A refusal or failure as a sentence for the person who waits. */
export class Problem extends Error {
  /**
   * @param {number} status HTTP status, 0 when the server was not reached
   * @param {string} sentence
   * @param {Object} [document] members of the problem document
   */
  constructor(status, sentence, document = {}) {
    super(sentence);
    this.status = status;
    this.document = document;
  }

  get signedOut() {
    return this.status === 401;
  }

  /** True where the same call may succeed later without anybody doing anything. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

function csrfToken() {
  const found = document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/);
  return found ? decodeURIComponent(found[1]) : null;
}

/** A read through Camunda's filters hands out a fresh token; a write without one ends the session. */
async function renewToken() {
  await fetch(SESSION, { credentials: 'same-origin', cache: 'no-store' }).catch(() => null);
}

/** A fresh token, for calls whose body is no JSON. */
export async function renewedToken() {
  await renewToken();
  return csrfToken() ?? '';
}

/** Above it a browser refuses what is to outlive its page, in bytes. */
const MOST_KEPT_ALIVE = 60_000;

let used = performance.now();
for (const sign of ['keydown', 'pointerdown', 'wheel']) {
  window.addEventListener(sign, () => (used = performance.now()), { capture: true, passive: true });
}

/** Whole seconds since somebody used this page: what it asks for by itself keeps no session alive. */
const unused = () => String(Math.floor((performance.now() - used) / 1000));

async function send(method, path, { body: value, headers, keepalive: asked }) {
  const token = csrfToken();
  const body = value === undefined ? undefined : JSON.stringify(value);
  const keepalive = asked && new Blob([body ?? '']).size <= MOST_KEPT_ALIVE;
  try {
    return await fetch(BASE + path, {
      method,
      keepalive,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        Accept: 'application/json, application/problem+json',
        'X-Touchstone-Unused': unused(),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(method === 'GET' || !token ? {} : { 'X-XSRF-TOKEN': token }),
        ...headers,
      },
      body,
    });
  } catch {
    throw new Problem(0, texts.problems.offline);
  }
}

/** The first call after the end of a session is told why; the next ones are strangers'. */
const ENDED = '/problems/session-ended';

const isProblem = (response) =>
  (response.headers.get('Content-Type') ?? '').includes('application/problem+json');

/** Refused for its CSRF token alone, before anything was done: the same call may go once more. */
async function isStale(response) {
  if (!isProblem(response)) return true;
  const document = await response.clone().json().catch(() => ({}));
  return document.type === '/problems/stale-page';
}

async function toProblem(response) {
  const document = isProblem(response) ? await response.json().catch(() => ({})) : {};
  if (response.status === 401 && document.type !== ENDED) return new Problem(401, texts.problems.signedOut);
  const sentence = document.detail || document.title || texts.problems.unknown(response.status);
  return new Problem(response.status, sentence, document);
}

/** Calls one of our endpoints; resolves with the JSON, rejects with a Problem. */
export async function call(method, path, options = {}) {
  if (method !== 'GET' && !csrfToken() && !options.leaving) await renewToken();
  let response = await send(method, path, options);
  if (response.status === 403 && !options.leaving && method !== 'GET' && (await isStale(response))) {
    await renewToken();
    response = await send(method, path, options);
  }
  if (!response.ok) throw await toProblem(response);
  if (response.status === 204) return null;
  return response.json().catch(() => ({}));
}

/** Sends a form of files once; progress is a share between 0 and 1. */
function sendFiles(path, form, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', BASE + path);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('X-XSRF-TOKEN', csrfToken() ?? '');
    request.upload.addEventListener('progress', (event) => event.lengthComputable && progress(event.loaded / event.total));
    request.addEventListener('load', () => resolve(request));
    request.addEventListener('error', () => reject(new Problem(0, texts.problems.brokenOff)));
    request.send(form);
  });
}

/**
 * Uploads files; `fetch` cannot tell how far an upload is. The token is renewed first: a large
 * file is not sent twice.
 */
export async function upload(path, form, progress) {
  await renewToken();
  const request = await sendFiles(path, form, progress);
  const type = request.getResponseHeader('Content-Type') ?? 'application/json';
  const response = new Response(request.responseText, { status: request.status, headers: { 'Content-Type': type } });
  if (!response.ok) throw await toProblem(response);
  return response.json();
}

/** Sends one file as the body of a call. */
export async function postFile(path, file, type) {
  await renewToken();
  const headers = { Accept: 'application/json, application/problem+json', 'Content-Type': type, 'X-XSRF-TOKEN': csrfToken() ?? '' };
  let response;
  try {
    response = await fetch(BASE + path, { method: 'POST', credentials: 'same-origin', cache: 'no-store', headers, body: file });
  } catch {
    throw new Problem(0, texts.problems.brokenOff);
  }
  if (!response.ok) throw await toProblem(response);
  return response.json();
}

const part = encodeURIComponent;

export const api = {
  /** Claims and reads the work package of a task; null when there is nothing to do. */
  nextPackage: (taskId) => call('POST', '/work/next', { body: taskId ? { taskId } : {} }),

  /** A text that a package left out because it is long. */
  itemText: (packageId, assignment) => call('GET', `/work/${part(packageId)}/items/${part(assignment)}/text`),

  /** Saves a draft over the version last seen; `leaving` while the page is being closed. */
  saveDraft: (packageId, assignment, draft, version, leaving = false) =>
    call('PUT', `/work/${part(packageId)}/items/${part(assignment)}/draft`, {
      body: draft,
      headers: { 'If-Match': `"${version}"` },
      keepalive: true,
      leaving,
    }),

  submit: (packageId, key) =>
    call('POST', `/work/${part(packageId)}/submit`, { headers: { 'Idempotency-Key': key } }),

  /** Gives a package back; `reason` is a code. */
  giveBack: (packageId, reason) => call('POST', `/work/${part(packageId)}/return`, { body: { reason } }),

  heldBatch: (taskId) => call('GET', `/held/${part(taskId)}`),
  decideHeld: (taskId, decision) => call('POST', `/held/${part(taskId)}`, { body: decision }),
  approval: (taskId) => call('GET', `/approvals/${part(taskId)}`),
  privacyReview: (taskId) => call('GET', `/privacy-reviews/${part(taskId)}`),
  privacyItem: (taskId, id) => call('GET', `/privacy-reviews/${part(taskId)}/items/${part(id)}`),
  decidePrivacy: (taskId, id, decision) =>
    call('PUT', `/privacy-reviews/${part(taskId)}/items/${part(id)}`, { body: decision }),
  privacyRules: (taskId) => call('GET', `/privacy-reviews/${part(taskId)}/rules`),
  submitPrivacy: (taskId) => call('POST', `/privacy-reviews/${part(taskId)}/submit`),
  revision: (taskId) => call('GET', `/guideline-revisions/${part(taskId)}`),
  decideRevision: (taskId, answer) => call('POST', `/guideline-revisions/${part(taskId)}`, { body: answer }),
  previewGuideline: (markdown) => call('POST', '/guidelines/preview', { body: { markdown } }),

  /** Saves what is being written over the version last seen; `leaving` while the page is being closed. */
  saveRevisionDraft: (taskId, text, version, { keepalive, leaving }) =>
    call('PUT', `/guideline-revisions/${part(taskId)}/draft`, {
      body: text,
      headers: { 'If-Match': `"${version}"` },
      keepalive,
      leaving,
    }),

  changePassword: (current, replacement) => call('POST', '/me/password', { body: { current, new: replacement } }),
  passwordNoticeRead: () => call('POST', '/me/password/notice'),
  decideApproval: (taskId, decision) => call('POST', `/approvals/${part(taskId)}`, { body: decision }),
};

/** A random UUID, version 4; `crypto.randomUUID` is missing on plain http outside localhost. */
export function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
