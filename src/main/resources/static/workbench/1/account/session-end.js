// Above the login form: why there is a login, where a session has ended.

import { h, setText } from '../dom.js';
import { loggedOut, sessionEnded } from '../session/place.js';
import { texts } from '../texts.js';

const NOTE = 'touchstone-session';
const LOOKS = 20;
const LOOK_MILLIS = 250;

/** The code that the server left; null if there is none. */
function note() {
  return document.cookie.match(new RegExp(`(?:^|; )${NOTE}=([a-z]+)`))?.[1] ?? null;
}

/** Somebody is logged in: what is said of the last session is read. */
export function forgetNote() {
  document.cookie = `${NOTE}=; Path=/camunda; Max-Age=0; SameSite=Strict`;
}

/** Says in the login form why the session has ended; nothing after a logout or at a first login. */
export function showSessionEnd(node) {
  const code = note();
  if (code === 'out') {
    loggedOut();
    return;
  }
  const ended = sessionEnded();
  if (!ended && !code) return;
  const said = h('p', { class: 'touchstone-session-end', role: 'status' }, sentence(code));
  node.append(said);
  if (!code) sayWhyLater(said, LOOKS);
}

const sentence = (code) => `${texts.sessionEnd[code] ?? texts.sessionEnd.gone} ${texts.sessionEnd.again}`;

/** The call that was told why may be answered after the one that brought the form. */
function sayWhyLater(said, left) {
  if (note()) setText(said, sentence(note()));
  else if (left > 0 && said.isConnected) setTimeout(() => sayWhyLater(said, left - 1), LOOK_MILLIS);
}
