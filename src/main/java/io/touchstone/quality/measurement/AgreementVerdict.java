package io.touchstone.quality.measurement;

import java.util.Locale;

/**
 * What the table agreement-gate says of one measure.
 *
 * @param rule stable code of the row
 */
record AgreementVerdict(Outcome outcome, String rule, String because) {

  /** What a measure of agreement says. */
  enum Outcome {
    /** Nothing says that the guideline is unclear. */
    CLEAR,
    /** Agreement is surely too low. */
    UNCLEAR,
    /** Agreement may lie on either side of the limit, and too few items carry two labels to say. */
    UNDECIDED;

    /** As tables and reports write it. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean unclear() {
    return outcome == Outcome.UNCLEAR;
  }

  boolean undecided() {
    return outcome == Outcome.UNDECIDED;
  }
}
