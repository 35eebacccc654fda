package io.touchstone.quality.measurement;

import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.report.LabelView;
import io.touchstone.agreement.report.MeasuredAgreement;
import java.util.HashMap;
import java.util.Map;

/**
 * All that the table metric-selection looks at.
 *
 * @param task kind of the answers
 * @param complete whether each item that anybody judged has as many judgements
 * @param raters distinct annotators
 * @param agreement what was measured
 */
record MetricCase(String task, boolean complete, int raters, MeasuredAgreement agreement) {

  Map<String, Object> inputs() {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("metricTask", task);
    inputs.put("ratersComplete", complete);
    inputs.put("raters", raters);
    inputs.put(
        "percentAgreement",
        agreement.percent() instanceof Coefficient.Defined defined ? defined.value() : null);
    inputs.put(
        "prevalence",
        agreement.perLabel().stream().map(LabelView::share).max(Double::compare).orElse(null));
    return inputs;
  }
}
