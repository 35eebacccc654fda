package io.touchstone.quality;

import java.util.Optional;

/**
 * Whether a blind sample accepts what votes alone have settled, as the table batch-acceptance
 * answers.
 *
 * @param inspectedItems items of the sample that a reviewer has decided
 * @param wrongItems of these, items to which the reviewer gave another answer than the votes
 * @param limitingQuality share of wrong items with which a batch still passes one time in ten, 0 to
 *     1; empty where there is no plan or the sample is the whole lot
 * @param limitingItems the same as a number of items of exactly this lot
 * @param verdict accept, reject or incomplete
 * @param rule stable code of the row
 */
record BatchAcceptance(
    AcceptancePlan plan,
    int inspectedItems,
    int wrongItems,
    Optional<Double> limitingQuality,
    Optional<Integer> limitingItems,
    String verdict,
    String rule,
    String because) {

  static final String ACCEPT = "accept";
  static final String REJECT = "reject";
  static final String INCOMPLETE = "incomplete";

  boolean rejected() {
    return verdict.equals(REJECT);
  }
}
