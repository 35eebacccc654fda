package io.touchstone.inspection;

import io.touchstone.platform.security.project.KnownProjects;
import java.time.Instant;
import java.util.Optional;

/**
 * Which audit events are listed.
 *
 * @param batch events on the batch and on its packages, items and dataset versions
 * @param object the whole object, "item:5f0c", or a part of it, "package:" or an id
 * @param from first instant
 * @param until first instant that is too late
 * @param before sequence number of the last event of the page before
 * @param known projects whose events may be read; what says no project is for those who may know
 *     all
 */
record EventFilter(
    Optional<String> batch,
    Optional<String> actor,
    Optional<String> action,
    Optional<String> object,
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<Long> before,
    KnownProjects known) {

  /** Whether an object is given with kind and id, so that an index finds it. */
  static boolean isWhole(String object) {
    int colon = object.indexOf(':');
    return colon > 0 && colon < object.length() - 1;
  }
}
