package io.touchstone.pipeline;

import io.touchstone.platform.engine.process.TableVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The figure on which a gate's rule fired, with the limit that it is held against.
 *
 * @param name as the gate's table calls it
 * @param unit "count", "share" between 0 and 1, or "value"
 * @param limit empty where the rule names none
 * @param atMost whether the figure may be at most the limit, or must be at least
 */
record DecidingFigure(
    String name, String unit, double value, Optional<Double> limit, boolean atMost) {

  /** Which figure, which limit and how to show them; empty strings where that is left open. */
  record Choice(String figure, String limit, String unit) {}

  /**
   * Read from the row of the gate's table, so that a changed threshold is a changed limit.
   *
   * @param choice what the table held-page says of the rule
   * @return empty if the rule looks at no number
   */
  static Optional<DecidingFigure> of(TableVersion table, GateDecision gate, Choice choice) {
    List<TableVersion.Limit> limits = table.limits(gate.rule());
    Optional<String> figure =
        Optional.of(choice.figure())
            .filter(each -> !each.isEmpty())
            .or(() -> limits.stream().reduce((one, other) -> other).map(TableVersion.Limit::input));
    return figure.flatMap(
        input ->
            number(gate.inputs().get(input))
                .map(value -> made(table, gate.inputs(), limits, choice, input, value)));
  }

  private static DecidingFigure made(
      TableVersion table,
      Map<String, Object> inputs,
      List<TableVersion.Limit> limits,
      Choice choice,
      String input,
      double value) {
    Optional<TableVersion.Limit> own =
        limits.stream().filter(limit -> limit.input().equals(input)).findFirst();
    Optional<Double> named = number(inputs.get(choice.limit()));
    Function<TableVersion.Limit, Optional<Double>> operand =
        limit -> number(limit.operand()).or(() -> number(inputs.get(limit.operand())));
    Optional<Double> limit = named.or(() -> own.flatMap(operand));
    boolean atMost =
        named.map(most -> value > most).orElse(own.map(TableVersion.Limit::fromAbove).orElse(true));
    return new DecidingFigure(table.labelOf(input), choice.unit(), value, limit, atMost);
  }

  private static Optional<Double> number(Object value) {
    if (value instanceof Number number) {
      return Optional.of(number.doubleValue());
    }
    return value instanceof String text && text.matches("-?\\d+(\\.\\d+)?")
        ? Optional.of(Double.valueOf(text))
        : Optional.empty();
  }
}
