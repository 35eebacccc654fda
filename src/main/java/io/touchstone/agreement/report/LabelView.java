package io.touchstone.agreement.report;

import io.touchstone.agreement.LabelAgreement;

/**
 * One label in a report.
 *
 * @param share of all judgements, 0 to 1
 * @param items with two or more judgements of which one or more name it
 * @param alpha the label against the rest
 */
public record LabelView(
    String label, long judgements, double share, long items, CoefficientView alpha) {

  public static LabelView of(LabelAgreement agreement) {
    return new LabelView(
        agreement.label(),
        agreement.judgements(),
        agreement.share(),
        agreement.items(),
        CoefficientView.of(agreement.alpha()));
  }
}
