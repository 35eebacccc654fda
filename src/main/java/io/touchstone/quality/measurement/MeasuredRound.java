package io.touchstone.quality.measurement;

import io.touchstone.agreement.report.CoefficientView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far people agreed at one measurement, to be held against another: before and after a
 * guideline was revised.
 *
 * @param round of the report that holds all other numbers
 * @param guidelineVersion under which the batch was labelled then
 * @param guideline clear, revise, kept or hold; empty in reports from before it was looked at
 * @param classes each label against the rest, without annotators whose gold calls for a pause
 */
public record MeasuredRound(
    int round,
    Instant at,
    int guidelineVersion,
    String guideline,
    Agreement agreement,
    Map<String, Agreement> classes) {

  /**
   * A coefficient, or the reason why there is none.
   *
   * @param low lower end of the 95 % interval
   * @param high upper end
   */
  public record Agreement(
      String metric,
      Optional<Double> value,
      Optional<Double> low,
      Optional<Double> high,
      Optional<String> reason) {

    private static Agreement of(CoefficientView view) {
      return new Agreement(
          view.name(),
          Optional.ofNullable(view.value()),
          Optional.ofNullable(view.ciLow()),
          Optional.ofNullable(view.ciHigh()),
          Optional.ofNullable(view.reason()));
    }
  }

  static MeasuredRound of(QualityReport report) {
    QualityNumbers numbers = report.numbers();
    Map<String, Agreement> classes = new LinkedHashMap<>();
    numbers
        .guideline()
        .classes()
        .forEach(label -> classes.put(label.label(), Agreement.of(label.alpha())));
    return new MeasuredRound(
        report.round(),
        report.createdAt(),
        numbers.guidelineVersion(),
        numbers.guideline().verdict(),
        Agreement.of(numbers.agreement()),
        classes);
  }
}
