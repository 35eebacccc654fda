package io.touchstone.health.metric;

import io.touchstone.pipeline.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the time of one batch went, from its arrival to its published version. */
final class BatchTimeline {

  /** Waiting for the second person's yes. */
  static final String APPROVAL = "approval";

  /** Waiting for a data manager at a gate. */
  static final String HELD = "held";

  private BatchTimeline() {}

  /**
   * From this moment on the batch is in that part of the road.
   *
   * @param part id of a stage, {@link #APPROVAL} or {@link #HELD}
   */
  record Turn(Instant at, String part) {}

  /**
   * Seconds by part, in the order of the road; their sum is the whole time.
   *
   * @param turns in any order; those outside the time are cut off
   */
  static Map<String, Double> of(Instant received, Instant published, List<Turn> turns) {
    Map<String, Double> parts = new LinkedHashMap<>();
    for (Stage stage : Stage.values()) {
      parts.put(stage.id(), 0.0);
    }
    parts.put(APPROVAL, 0.0);
    parts.put(HELD, 0.0);
    List<Turn> inOrder = new ArrayList<>(turns);
    inOrder.sort(Comparator.comparing(Turn::at));
    Instant since = received;
    String part = Stage.INGESTION.id();
    for (Turn turn : inOrder) {
      Instant at = turn.at().isAfter(published) ? published : turn.at();
      if (at.isAfter(since)) {
        parts.merge(part, seconds(since, at), Double::sum);
        since = at;
      }
      part = turn.part();
    }
    parts.merge(part, seconds(since, published), Double::sum);
    return parts;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
