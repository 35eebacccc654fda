// Where a person was when a session ended, so that the next login leads back there. In this tab only:
// ids, no text.

const PLACE = 'touchstone.place';
const SESSION = 'touchstone.session';

function read(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // A browser that forbids storage begins at the first open item; nothing else depends on it.
  }
}

/** Somebody is logged in in this tab. */
export function sessionOpen() {
  if (read(SESSION) !== 'ended') write(SESSION, 'open');
}

/** The person has logged out: nothing is to be come back to. */
export function loggedOut() {
  write(SESSION, 'out');
}

/** The session is over without a logout; true if there was one in this tab. */
export function sessionEnded() {
  const before = read(SESSION);
  if (before === 'open') write(SESSION, 'ended');
  return before === 'open' || before === 'ended';
}

/** The item that is shown. */
export function keepPlace(packageId, assignment) {
  write(PLACE, `${packageId} ${assignment}`);
}

/** The item of a package that was shown when the last session ended; null otherwise, and once. */
export function placeBefore(packageId) {
  if (read(SESSION) !== 'ended') return null;
  write(SESSION, 'open');
  const [at, assignment] = (read(PLACE) ?? '').split(' ');
  return at === packageId ? assignment : null;
}
