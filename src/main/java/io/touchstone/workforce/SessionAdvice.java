package io.touchstone.workforce;

import java.time.Instant;
import java.util.Optional;

/**
 * What the editor is told about the person's time at work.
 *
 * @param action none, suggest-break or stop
 * @param activeMinutes whole minutes at work since the last break
 * @param sentence for the person; empty if there is nothing to say
 * @param breakUntil when work goes on; present at stop
 */
public record SessionAdvice(
    String action, long activeMinutes, String sentence, Optional<Instant> breakUntil) {

  static final SessionAdvice SILENT = new SessionAdvice("none", 0, "", Optional.empty());
}
