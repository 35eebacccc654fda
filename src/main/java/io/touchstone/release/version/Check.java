package io.touchstone.release.version;

/**
 * Outcome of one check of a staged version.
 *
 * @param name what was checked, for people
 * @param because what was found, a sentence
 */
public record Check(String name, boolean passed, String because) {}
