// How a person likes the workbench: switches and one width. No name, no text, no work.

const PREFIX = 'touchstone.';

function read(name, fallback) {
  try {
    const value = JSON.parse(localStorage.getItem(PREFIX + name));
    return typeof value === typeof fallback ? value : fallback;
  } catch {
    return fallback;
  }
}

function write(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // A browser that forbids storage forgets the switch; nothing else depends on it.
  }
}

export const preferences = {
  get autoAdvance() {
    return read('autoAdvance', true);
  },
  set autoAdvance(value) {
    write('autoAdvance', value);
  },
  get guidelineOpen() {
    return read('guidelineOpen', true);
  },
  set guidelineOpen(value) {
    write('guidelineOpen', value);
  },
  get guidelineWidth() {
    return read('guidelineWidth', 380);
  },
  set guidelineWidth(value) {
    write('guidelineWidth', value);
  },
};
