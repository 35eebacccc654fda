package io.touchstone.agreement.report;

import io.touchstone.agreement.Coefficient;
import java.util.Map;

/**
 * A coefficient as reports and interfaces show it: value and interval are null where reason is set,
 * and the other way round.
 *
 * @param annotators null where the coefficient is undefined
 * @param details further facts by name, empty as a rule
 */
public record CoefficientView(
    String name,
    Double value,
    String reason,
    Double ciLow,
    Double ciHigh,
    String method,
    long items,
    Integer annotators,
    long pairs,
    Map<String, Object> details) {

  public static CoefficientView of(Coefficient coefficient) {
    return of(coefficient, Map.of());
  }

  public static CoefficientView of(Coefficient coefficient, Map<String, Object> details) {
    if (coefficient instanceof Coefficient.Defined d) {
      return new CoefficientView(
          d.name(),
          d.value(),
          null,
          d.ciLow(),
          d.ciHigh(),
          d.method(),
          d.items(),
          d.annotators(),
          d.pairs(),
          details);
    }
    Coefficient.Undefined u = (Coefficient.Undefined) coefficient;
    return new CoefficientView(
        u.name(), null, u.reason().name(), null, null, null, u.items(), null, u.pairs(), details);
  }
}
