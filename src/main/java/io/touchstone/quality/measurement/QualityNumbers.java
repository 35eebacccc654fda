package io.touchstone.quality.measurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.touchstone.agreement.Coincidences;
import io.touchstone.agreement.report.CoefficientView;
import io.touchstone.agreement.report.LabelView;
import io.touchstone.agreement.report.SpanLabelView;
import io.touchstone.quality.gold.GoldView;
import io.touchstone.quality.truth.TruthView;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All quality numbers of a batch with where they come from, as a report stores them.
 *
 * @param metricVersion of the formulas
 * @param labels the exact label set
 * @param seed of the resampling
 * @param items of the batch
 * @param judgements current judgements of annotators on them
 * @param percentAgreement the coefficient of that name, for readers who want no more
 * @param metric which coefficient the gates look at, and why
 * @param agreement that coefficient
 * @param alpha alphaNominal, likewise; not applicable to spans
 * @param coefficients all of them
 * @param perSpanLabel for spans only
 * @param gold all annotators together
 * @param annotatorScores under pseudonyms, in their order
 * @param automationBias what suggestions did to people; empty in a batch without any
 * @param guideline whether it is clear, and where it is not
 * @param truth how the labels of items were inferred; empty for spans
 * @param abstentions how often people gave no answer; left out where everybody answered everything
 * @param tables by decision key
 * @param questions all of them in their order, where a project asks several; the other numbers are
 *     those of the worst one then. Left out of what is stored where there is one
 */
public record QualityNumbers(
    String metricVersion,
    List<String> labels,
    int labelSchemaVersion,
    int guidelineVersion,
    long seed,
    int bootstrapRounds,
    long items,
    long judgements,
    int annotators,
    CoefficientView percentAgreement,
    MetricChoice metric,
    CoefficientView agreement,
    CoefficientView alpha,
    List<CoefficientView> coefficients,
    Coincidences coincidences,
    List<LabelView> perLabel,
    List<SpanLabelView> perSpanLabel,
    GoldView gold,
    List<AnnotatorScore> annotatorScores,
    Optional<AutomationBias> automationBias,
    GuidelineView guideline,
    Optional<TruthView> truth,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<AbstentionView> abstentions,
    SortedMap<String, TableUse> tables,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OfQuestion> questions) {

  /**
   * Reports from before there were spans or a choice of metric, guidelines looked at, truth
   * inferred, or abstentions lack these.
   */
  public QualityNumbers {
    agreement = agreement == null ? alpha : agreement;
    metric = metric == null ? new MetricChoice(agreement.name(), "", "") : metric;
    perSpanLabel = perSpanLabel == null ? List.of() : perSpanLabel;
    guideline = guideline == null ? GuidelineView.UNKNOWN : guideline;
    truth = truth == null ? Optional.empty() : truth;
    abstentions = abstentions == null ? Optional.empty() : abstentions;
    questions = questions == null ? List.of() : List.copyOf(questions);
  }

  /**
   * The numbers of one question of several.
   *
   * @param ask the sentence that people read
   */
  public record OfQuestion(String question, String ask, QualityNumbers numbers) {}

  /** The same with those of all questions. */
  QualityNumbers with(List<OfQuestion> all) {
    return new QualityNumbers(
        metricVersion,
        labels,
        labelSchemaVersion,
        guidelineVersion,
        seed,
        bootstrapRounds,
        items,
        judgements,
        annotators,
        percentAgreement,
        metric,
        agreement,
        alpha,
        coefficients,
        coincidences,
        perLabel,
        perSpanLabel,
        gold,
        annotatorScores,
        automationBias,
        guideline,
        truth,
        abstentions,
        tables,
        all);
  }

  /** One annotator's gold score and what the table gold-flag makes of it. */
  public record AnnotatorScore(
      String annotator, GoldView gold, String action, String rule, String because) {}

  /**
   * How a table answered.
   *
   * @param version of the engine's definition
   * @param countPerRule items or annotators per rule code
   */
  public record TableUse(int version, SortedMap<String, Long> countPerRule) {}
}
