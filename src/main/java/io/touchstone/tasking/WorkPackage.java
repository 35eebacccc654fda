package io.touchstone.tasking;

import java.util.Optional;

/**
 * Work for one person and one sitting.
 *
 * @param number running number of the person's packages in the batch, from 1
 * @param taskId the Tasklist task while it is open
 * @param submitKey idempotency key of the submit that closed it
 * @param rework how often it came back to be looked at again
 */
public record WorkPackage(
    String id,
    String batchId,
    String annotatorId,
    Kind kind,
    int round,
    int number,
    State state,
    Optional<String> taskId,
    int estimatedSeconds,
    Optional<String> submitKey,
    int rework) {

  /** What is done in it. */
  public enum Kind {
    ANNOTATION,
    ADJUDICATION;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** How it is. */
  public enum State {
    QUEUED,
    OPEN,
    SUBMITTED,
    WITHDRAWN;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
