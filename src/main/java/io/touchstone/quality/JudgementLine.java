package io.touchstone.quality;

import java.time.Instant;

/**
 * One judgement as it leaves the house.
 *
 * @param annotator user id, or the pseudonym after {@link #under}
 * @param role "annotator" or "adjudicator"
 * @param activeSeconds time the person worked on it
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
    Instant at) {

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
        at);
  }
}
