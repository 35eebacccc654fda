package io.touchstone.tasking.reassignment;

/**
 * A talk about the guideline that somebody is asked for. Packages of the batch wait for its end to
 * be looked at again.
 *
 * @param id also the business key of its process
 * @param batchId in which the need for it arose
 * @param pauses whether nothing new of the project is offered in the meantime
 * @param packages how many come back
 * @param ended whether it has
 */
public record Clarification(
    String id,
    String annotatorId,
    String projectKey,
    String batchId,
    boolean pauses,
    int packages,
    boolean ended) {

  /** How one ends. */
  public enum Outcome {
    /** The person has read and answered. */
    CLARIFIED,
    /** A data manager lets the work go on without; nothing comes back. */
    RELEASED;

    String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Why one is needed.
   *
   * @param pauses whether new work waits for it
   * @param pausedBefore whether the person was paused in the project before
   * @param since work up to this judgement has been looked at and does not come back
   * @param reworks how often a package may come back
   */
  public record Need(
      String annotatorId,
      String projectKey,
      String batchId,
      boolean pauses,
      boolean pausedBefore,
      long since,
      int reworks) {}
}
