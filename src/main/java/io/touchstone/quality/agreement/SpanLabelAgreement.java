package io.touchstone.quality.agreement;

/**
 * Agreement on the spans of one label.
 *
 * @param spans over all judgements
 * @param f1 exact F1 of this label's spans alone
 */
public record SpanLabelAgreement(String label, long spans, Coefficient f1) {}
