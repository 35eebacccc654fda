package io.touchstone.agreement.span;

import io.touchstone.agreement.Coefficient;

/**
 * Agreement on the spans of one label.
 *
 * @param spans over all judgements
 * @param items with two or more judgements of which one or more mark it
 * @param f1 exact F1 of this label's spans alone
 */
public record SpanLabelAgreement(String label, long spans, long items, Coefficient f1) {}
