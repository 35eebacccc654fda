package io.touchstone.agreement.report;

import io.touchstone.agreement.span.SpanLabelAgreement;

/**
 * One label of a project of spans in a report.
 *
 * @param spans over all judgements
 * @param f1 exact F1 of this label alone
 */
public record SpanLabelView(String label, long spans, CoefficientView f1) {

  public static SpanLabelView of(SpanLabelAgreement agreement) {
    return new SpanLabelView(
        agreement.label(), agreement.spans(), CoefficientView.of(agreement.f1()));
  }
}
