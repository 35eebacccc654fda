package io.touchstone.release;

/**
 * Outcome of one check of a staged version.
 *
 * @param name what was checked, for people
 * @param because what was found, a sentence
 */
record Check(String name, boolean passed, String because) {}
