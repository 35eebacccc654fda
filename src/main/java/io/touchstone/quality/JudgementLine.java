package io.touchstone.quality;

import java.time.Instant;
import java.util.Optional;

/**
 * One judgement as it leaves the house.
 *
 * @param annotator user id, or the pseudonym after {@link #under}
 * @param role "annotator" or "adjudicator"
 * @param activeSeconds time the person worked on it
 * @param assist what was suggested; empty without a suggestion, and until the batch has ended
 */
record JudgementLine(
    String item,
    String annotator,
    String role,
    String label,
    int labelSchemaVersion,
    int guidelineVersion,
    double activeSeconds,
    boolean simulated,
    Instant at,
    Optional<Assist> assist) {

  /**
   * What a model suggested for the judgement.
   *
   * @param arm "shown", "blind" or "planted"
   * @param suggested label; of a planted one the wrong label that was shown
   * @param accepted taken over by the key for it
   * @param edited and changed before the submit
   */
  record Assist(
      String arm,
      String suggested,
      String model,
      String version,
      boolean accepted,
      boolean edited) {}

  JudgementLine under(String pseudonym) {
    return new JudgementLine(
        item,
        pseudonym,
        role,
        label,
        labelSchemaVersion,
        guidelineVersion,
        activeSeconds,
        simulated,
        at,
        assist);
  }
}
