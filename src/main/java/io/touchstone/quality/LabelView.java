package io.touchstone.quality;

import io.touchstone.quality.agreement.LabelAgreement;

/**
 * One label in a report.
 *
 * @param share of all judgements, 0 to 1
 * @param alpha the label against the rest
 */
record LabelView(String label, long judgements, double share, CoefficientView alpha) {

  static LabelView of(LabelAgreement agreement) {
    return new LabelView(
        agreement.label(),
        agreement.judgements(),
        agreement.share(),
        CoefficientView.of(agreement.alpha()));
  }
}
