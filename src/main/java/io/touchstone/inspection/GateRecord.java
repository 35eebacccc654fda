package io.touchstone.inspection;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a gate saw and decided, and what a person did about it.
 *
 * @param tableId the decision table as it then was
 */
record GateRecord(
    long id,
    String stage,
    String gate,
    int version,
    String tableId,
    Map<String, Object> inputs,
    String verdict,
    String rule,
    String because,
    Instant at,
    Optional<Resolution> resolution) {

  /** How a hold was resolved, by whom and why. */
  record Resolution(String decision, String person, Instant at, Optional<String> reason) {}
}
