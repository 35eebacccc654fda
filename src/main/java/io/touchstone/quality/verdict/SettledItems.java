package io.touchstone.quality.verdict;

/**
 * Where a batch's verdicts stand.
 *
 * @param withoutVerdict items that still have none
 * @param adjudicated items whose verdict is an adjudicator's
 */
public record SettledItems(long withoutVerdict, long adjudicated) {}
