package io.touchstone.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.audit.OfflineVerifier.Unfit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares exported rows with what exported events say of them, one step's rows at a time. Without
 * the marks of the rows it names the step and the place of its first row, not the row that differs.
 */
final class ExportedRows {

  /** What is said of a step, and by which event. */
  private record Said(long event, String object, long rows, String sha256) {}

  private final Map<Long, Said> steps = new TreeMap<>();
  private Optional<Step> current = Optional.empty();
  private long rows;

  /** Rows that were read one after the other and bear one number. */
  private static final class Step {
    private final String kind;
    private final String batch;
    private final long number;
    private final RowDigest digest = new RowDigest();

    Step(String kind, String batch, long number) {
      this.kind = kind;
      this.batch = batch;
      this.number = number;
    }
  }

  /** Notes what an event says of rows, if it does. */
  void event(SealedEvent event) {
    if (event.details().get(Recording.DETAIL) instanceof Map<?, ?> recorded) {
      steps.put(
          ((Number) recorded.get("number")).longValue(),
          new Said(
              event.seq(),
              event.object(),
              ((Number) recorded.get("rows")).longValue(),
              String.valueOf(recorded.get("sha256"))));
    }
  }

  /** The next row, in the order of the export. */
  void row(JsonNode line) throws Unfit {
    long number = OfflineVerifier.field(line, "recording").asLong();
    String kind = OfflineVerifier.field(line, "kind").asText();
    if (current.filter(step -> step.number == number && step.kind.equals(kind)).isEmpty()) {
      close();
      current = Optional.of(new Step(kind, OfflineVerifier.field(line, "batch").asText(), number));
    }
    current.get().digest.add(OfflineVerifier.field(line, "line").asText());
    rows++;
  }

  /** After the last row: what events speak of must have been there. */
  void end() throws Unfit {
    close();
    for (Map.Entry<Long, Said> missing : steps.entrySet()) {
      if (missing.getValue().rows() > 0) {
        throw new Unfit(
            "the %d rows that event %d (%s) recorded are missing."
                .formatted(
                    missing.getValue().rows(),
                    missing.getValue().event(),
                    missing.getValue().object()));
      }
    }
  }

  long rows() {
    return rows;
  }

  private void close() throws Unfit {
    if (current.isEmpty()) {
      return;
    }
    Step step = current.get();
    Said said = steps.remove(step.number);
    if (said == null) {
      throw new Unfit(
          "%s, batch %s: rows under the number %d are named by no event."
              .formatted(step.kind, step.batch, step.number));
    }
    long found = step.digest.rows();
    if (found != said.rows() || !step.digest.sha256Hex().equals(said.sha256())) {
      throw new Unfit(
          "%s, batch %s, recorded by event %d (%s): of its %d rows, now %d, at least one was changed, removed or added."
              .formatted(step.kind, step.batch, said.event(), said.object(), said.rows(), found));
    }
  }
}
