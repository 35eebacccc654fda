package io.touchstone.quality.measurement;

import io.touchstone.quality.round.BatchTables;
import java.util.Map;
import java.util.Set;

/** The tables that read a batch's measurement: agreement, guideline and what suggestions did. */
public final class MeasurementTables {

  static final String BIAS = "automation-bias";
  private static final Set<String> BIAS_ACTIONS = Set.of("none", "watch", "raise-blind-share");
  static final String BIAS_POOLING = "bias-pooling";
  static final String METRIC_SELECTION = "metric-selection";
  static final String AGREEMENT_GATE = "agreement-gate";
  static final String GUIDELINE_REVISION = "guideline-revision";

  private final BatchTables tables;

  public MeasurementTables(BatchTables tables) {
    this.tables = tables;
  }

  AgreementVerdict agreement(AgreementCase measure) {
    Map<String, Object> answer = tables.evaluate(AGREEMENT_GATE, measure.inputs());
    String verdict = BatchTables.text(AGREEMENT_GATE, answer, "verdict");
    for (AgreementVerdict.Outcome known : AgreementVerdict.Outcome.values()) {
      if (known.id().equals(verdict)) {
        return new AgreementVerdict(
            known,
            BatchTables.text(AGREEMENT_GATE, answer, "rule"),
            BatchTables.text(AGREEMENT_GATE, answer, "because"));
      }
    }
    throw BatchTables.unusable(AGREEMENT_GATE, "verdict", "clear, unclear or undecided");
  }

  /** Which coefficient the gates look at. */
  MetricChoice metric(MetricCase measured) {
    Map<String, Object> answer = tables.evaluate(METRIC_SELECTION, measured.inputs());
    return new MetricChoice(
        BatchTables.text(METRIC_SELECTION, answer, "metric"),
        BatchTables.text(METRIC_SELECTION, answer, "rule"),
        BatchTables.text(METRIC_SELECTION, answer, "because"));
  }

  /**
   * @param unclearMeasures how many measures the table agreement-gate found unclear
   */
  GuidelineVerdict guideline(GuidelineVerdict.History history, long unclearMeasures) {
    Map<String, Object> answer =
        tables.evaluate(GUIDELINE_REVISION, history.inputs(unclearMeasures));
    String verdict = BatchTables.text(GUIDELINE_REVISION, answer, "verdict");
    for (GuidelineVerdict.Outcome known : GuidelineVerdict.Outcome.values()) {
      if (known.id().equals(verdict)) {
        return new GuidelineVerdict(
            known,
            BatchTables.text(GUIDELINE_REVISION, answer, "rule"),
            BatchTables.text(GUIDELINE_REVISION, answer, "because"));
      }
    }
    throw BatchTables.unusable(GUIDELINE_REVISION, "verdict", "clear, revise, kept or hold");
  }

  /**
   * @param inputs the ends of intervals by name; null for what is undefined
   */
  AutomationBias.Finding bias(Map<String, Object> inputs) {
    Map<String, Object> answer = tables.evaluate(BIAS, inputs);
    String action = BatchTables.text(BIAS, answer, "action");
    if (!BIAS_ACTIONS.contains(action)) {
      throw BatchTables.unusable(BIAS, "action", "none, watch or raise-blind-share");
    }
    return new AutomationBias.Finding(
        action, BatchTables.text(BIAS, answer, "rule"), BatchTables.text(BIAS, answer, "because"));
  }

  /**
   * Of which batches the bias test speaks.
   *
   * @param plantedInMonth judgements with a planted suggestion in view in the last 30 days
   */
  AutomationBias.Pooled pooling(long plantedInMonth) {
    Map<String, Object> answer =
        tables.evaluate(BIAS_POOLING, Map.of("plantedInMonth", plantedInMonth));
    if (answer.get("pool") instanceof Boolean pool) {
      return new AutomationBias.Pooled(
          pool,
          plantedInMonth,
          BatchTables.text(BIAS_POOLING, answer, "rule"),
          BatchTables.text(BIAS_POOLING, answer, "because"));
    }
    throw BatchTables.unusable(BIAS_POOLING, "pool", "true or false");
  }
}
