package io.touchstone.quality.verdict;

/**
 * What the random audit of a batch has found so far, items that were given out to be labelled again
 * since left out.
 *
 * @param accepted items that votes alone have decided: the lot from which is drawn
 * @param drawn items drawn from them
 * @param audited of these, looked at by a reviewer
 * @param wrong of these, those to which the reviewer gave another answer than had been accepted
 */
public record AuditCount(long accepted, long drawn, long audited, long wrong) {}
