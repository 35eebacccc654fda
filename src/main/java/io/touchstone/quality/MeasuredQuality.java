package io.touchstone.quality;

import io.touchstone.quality.agreement.Coefficient;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The few numbers that gates decide on.
 *
 * @param round of the report that holds all others
 * @param measuredItems items with two or more judgements
 * @param alpha the coefficient that the gate decides on, under its own name: alphaNominal for
 *     labels, spanF1Exact for spans
 * @param gold all annotators together
 * @param flaggedAnnotators annotators whose gold score raised a flag
 */
public record MeasuredQuality(
    int round,
    long measuredItems,
    Coefficient percentAgreement,
    Coefficient alpha,
    long goldCount,
    Optional<Double> goldAccuracy,
    Optional<Double> goldAccuracyLow,
    long flaggedAnnotators) {

  /** Process variables: null is what has no value, and then alphaReason says why. */
  Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>();
    variables.put("qualityRound", round);
    variables.put("measuredItems", measuredItems);
    variables.put("percentAgreement", number(percentAgreement, Coefficient.Defined::value));
    variables.put("alpha", number(alpha, Coefficient.Defined::value));
    variables.put("alphaLow", number(alpha, Coefficient.Defined::ciLow));
    variables.put("alphaHigh", number(alpha, Coefficient.Defined::ciHigh));
    variables.put(
        "alphaReason",
        alpha instanceof Coefficient.Undefined undefined ? undefined.reason().name() : "");
    variables.put("goldCount", goldCount);
    variables.put("goldAccuracy", goldAccuracy.orElse(null));
    variables.put("goldAccuracyLow", goldAccuracyLow.orElse(null));
    variables.put("flaggedAnnotators", flaggedAnnotators);
    return variables;
  }

  private static Double number(
      Coefficient coefficient, Function<Coefficient.Defined, Double> part) {
    return coefficient instanceof Coefficient.Defined defined ? part.apply(defined) : null;
  }
}
