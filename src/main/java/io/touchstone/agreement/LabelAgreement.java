package io.touchstone.agreement;

/**
 * How well one label is told from all others.
 *
 * @param judgements that name it
 * @param share of all judgements, 0 to 1
 * @param items with two or more judgements of which one or more name it
 * @param alpha this label against the rest (all other labels merged)
 */
public record LabelAgreement(
    String label, long judgements, double share, long items, Coefficient alpha) {}
