package io.touchstone.quality.acceptance;

/**
 * How many items a reviewer looks at before a batch is accepted, as the table acceptance-plan
 * answers (ISO 2859-1, general inspection level II, normal inspection, single sampling).
 *
 * @param lotSize items that votes alone have settled
 * @param aql acceptance quality limit of the project, in percent
 * @param letter code letter of the plan, "none" without one
 * @param sampleSize items to look at, at most the lot; 0 where there is no plan or no lot
 * @param acceptanceNumber as many of them may be wrong
 * @param rejectionNumber with as many wrong the lot is not accepted
 * @param rule stable code of the row
 */
public record AcceptancePlan(
    int lotSize,
    double aql,
    String letter,
    int sampleSize,
    int acceptanceNumber,
    int rejectionNumber,
    String rule,
    String because) {}
