package io.touchstone.quality;

import io.touchstone.quality.agreement.SpanLabelAgreement;

/**
 * One label of a project of spans in a report.
 *
 * @param spans over all judgements
 * @param f1 exact F1 of this label alone
 */
record SpanLabelView(String label, long spans, CoefficientView f1) {

  static SpanLabelView of(SpanLabelAgreement agreement) {
    return new SpanLabelView(
        agreement.label(), agreement.spans(), CoefficientView.of(agreement.f1()));
  }
}
