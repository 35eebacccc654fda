package io.touchstone.pipeline;

import io.touchstone.project.Pins;
import java.time.Instant;
import java.util.Optional;

/**
 * A delivery of source objects on its way to a dataset version.
 *
 * @param id project key and running number; the business key of all its processes
 * @param stage where it is
 * @param state running, waiting, held, stopped, done or failed
 * @param heldBecause the gate's sentence while it is held or waits for the guideline's owner
 * @param projectVersion settings that it began with
 * @param labellingRound 1, and one more with each revision of its guideline
 */
public record Batch(
    String id,
    String projectKey,
    String submittedBy,
    Instant createdAt,
    Stage stage,
    State state,
    Optional<String> heldBecause,
    Optional<Instant> heldSince,
    int projectVersion,
    int labelSchemaVersion,
    int guidelineVersion,
    int labellingRound) {

  /** Through which versions of its project everything about the batch is read. */
  public Pins pins() {
    return new Pins(projectKey, projectVersion, labelSchemaVersion, guidelineVersion);
  }

  /** How a batch is. */
  public enum State {
    RUNNING,
    WAITING,
    HELD,
    STOPPED,
    DONE,
    FAILED;

    /** As stored and shown. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
