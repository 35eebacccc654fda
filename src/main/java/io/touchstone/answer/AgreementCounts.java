package io.touchstone.answer;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.report.MeasuredAgreement;
import java.util.List;

/** Answers counted as their kind needs it to tell how far people agree. */
public interface AgreementCounts {

  /** Changes when a formula, a convention or the resampling changes. */
  String metricVersion();

  /**
   * All that the figures are made from beside the categories of the answers, a line each, in an
   * order that depends on the answers alone.
   */
  List<String> lines();

  /** The figures, with their intervals. */
  MeasuredAgreement measured(Bootstrap bootstrap);
}
