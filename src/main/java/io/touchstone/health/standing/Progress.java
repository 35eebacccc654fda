package io.touchstone.health.standing;

/**
 * How far the people's work on a batch is.
 *
 * @param done assignments in submitted work packages
 * @param planned assignments in all work packages that were not withdrawn
 * @param openPackages work packages that are open or queued
 */
record Progress(long done, long planned, long openPackages) {

  static final Progress NONE = new Progress(0, 0, 0);
}
