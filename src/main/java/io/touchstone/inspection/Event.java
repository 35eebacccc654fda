package io.touchstone.inspection;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the audit trail.
 *
 * @param reason what the person wrote, unless it was erased
 */
record Event(
    long seq,
    Instant at,
    String actor,
    String action,
    String object,
    Map<String, Object> details,
    Optional<String> reason) {}
