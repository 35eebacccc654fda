package io.touchstone.quality.measurement;

import io.touchstone.agreement.Coefficient;
import io.touchstone.quality.round.LabelCause;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The few numbers that gates decide on.
 *
 * @param round of the report that holds all others
 * @param measuredItems items with two or more judgements
 * @param gold all annotators together
 * @param agreement the metric that the gate decides on, as the table metric-selection says
 * @param flaggedAnnotators annotators whose gold score raised a flag
 * @param guidelineVerdict clear, revise, kept or hold
 * @param unclearClasses labels on which people read the guideline differently
 * @param guidelineRevisions of this batch so far
 * @param overall what the table agreement-gate says of all labels together
 * @param question that these numbers are of, the worst one, where there are several
 */
public record MeasuredQuality(
    int round,
    long measuredItems,
    Coefficient percentAgreement,
    Coefficient agreement,
    long goldCount,
    Optional<Double> goldAccuracy,
    Optional<Double> goldAccuracyLow,
    long flaggedAnnotators,
    String guidelineVerdict,
    long unclearClasses,
    int guidelineRevisions,
    AgreementVerdict overall,
    Optional<String> question) {

  /** The same, said of one of several questions. */
  MeasuredQuality of(Optional<String> worst) {
    return new MeasuredQuality(
        round,
        measuredItems,
        percentAgreement,
        agreement,
        goldCount,
        goldAccuracy,
        goldAccuracyLow,
        flaggedAnnotators,
        guidelineVerdict,
        unclearClasses,
        guidelineRevisions,
        overall,
        worst);
  }

  /**
   * Why more labels could decide what these cannot; empty if they can, or the guideline comes
   * first.
   */
  Optional<LabelCause> wantsLabels() {
    return overall.undecided() && guidelineVerdict.equals(GuidelineVerdict.Outcome.CLEAR.id())
        ? Optional.of(LabelCause.AGREEMENT)
        : Optional.empty();
  }

  /** Process variables: null is what has no value, and then agreementReason says why. */
  public Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>();
    variables.put("qualityRound", round);
    variables.put("measuredItems", measuredItems);
    variables.put("percentAgreement", number(percentAgreement, Coefficient.Defined::value));
    variables.put("agreementMetric", agreement.name());
    variables.put("agreement", number(agreement, Coefficient.Defined::value));
    variables.put("agreementLow", number(agreement, Coefficient.Defined::ciLow));
    variables.put("agreementHigh", number(agreement, Coefficient.Defined::ciHigh));
    variables.put(
        "agreementReason",
        agreement instanceof Coefficient.Undefined undefined ? undefined.reason().name() : "");
    variables.put("goldCount", goldCount);
    variables.put("goldAccuracy", goldAccuracy.orElse(null));
    variables.put("goldAccuracyLow", goldAccuracyLow.orElse(null));
    variables.put("flaggedAnnotators", flaggedAnnotators);
    variables.put("guidelineVerdict", guidelineVerdict);
    variables.put("unclearClasses", unclearClasses);
    variables.put("guidelineRevisions", guidelineRevisions);
    variables.put("agreementRule", overall.rule());
    variables.put("agreementQuestion", question.orElse(""));
    return variables;
  }

  private static Double number(
      Coefficient coefficient, Function<Coefficient.Defined, Double> part) {
    return coefficient instanceof Coefficient.Defined defined ? part.apply(defined) : null;
  }
}
