package io.touchstone.tasking;

import java.util.Optional;

/**
 * Work for one person and one sitting.
 *
 * @param mode how it differs from the packages of the first plan; never told to its person
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
    Mode mode,
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

  /** What sets its items apart. */
  public enum Mode {
    /** Labels that the plan asks for, or disputed items with their labels side by side. */
    ORDINARY,
    /** Labels that are asked for because the first ones left the items unsure. */
    FURTHER,
    /** Items that a reviewer decides without seeing the labels given. */
    BLIND;

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
