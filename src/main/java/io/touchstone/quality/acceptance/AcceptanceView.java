package io.touchstone.quality.acceptance;

import java.util.Optional;

/**
 * What a blind sample led to, as a report shows it.
 *
 * @param lotSize items that votes alone have settled
 * @param aql acceptance quality limit of the project, in percent
 * @param letter of the plan
 * @param sampleSize items that the plan asks for
 * @param acceptanceNumber as many of them may be wrong
 * @param rejectionNumber with as many wrong the lot is not accepted
 * @param inspectedItems looked at by a reviewer
 * @param wrongItems of these
 * @param limitingQuality share of wrong items with which a batch still passes one time in ten, 0 to
 *     1, binomial; empty where there is no plan or the sample is the whole lot
 * @param limitingItems the same as a number of items of exactly this lot
 * @param verdict accept, reject or incomplete
 * @param planRule row of acceptance-plan, in that version of the table
 * @param planBecause its sentence
 */
public record AcceptanceView(
    int lotSize,
    double aql,
    String letter,
    int sampleSize,
    int acceptanceNumber,
    int rejectionNumber,
    int inspectedItems,
    int wrongItems,
    Optional<Double> limitingQuality,
    Optional<Integer> limitingItems,
    String verdict,
    String rule,
    String because,
    int tableVersion,
    String planRule,
    String planBecause,
    int planVersion) {

  public static AcceptanceView of(StoredAcceptance stored) {
    BatchAcceptance acceptance = stored.acceptance();
    AcceptancePlan plan = acceptance.plan();
    return new AcceptanceView(
        plan.lotSize(),
        plan.aql(),
        plan.letter(),
        plan.sampleSize(),
        plan.acceptanceNumber(),
        plan.rejectionNumber(),
        acceptance.inspectedItems(),
        acceptance.wrongItems(),
        acceptance.limitingQuality(),
        acceptance.limitingItems(),
        acceptance.verdict(),
        acceptance.rule(),
        acceptance.because(),
        stored.tableVersion(),
        plan.rule(),
        plan.because(),
        stored.planVersion());
  }
}
