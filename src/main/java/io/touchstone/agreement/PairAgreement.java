package io.touchstone.agreement;

/**
 * How well two labels are told from each other.
 *
 * @param first of the two, in the order of the label set
 * @param items on which both occur
 * @param alpha over the judgements that name one of the two; all others are left out
 */
public record PairAgreement(String first, String second, long items, Coefficient alpha) {}
