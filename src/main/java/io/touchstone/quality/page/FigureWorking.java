package io.touchstone.quality.page;

import io.touchstone.agreement.Coincidences;
import io.touchstone.agreement.report.CoefficientView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One figure of a report opened up: the formula, the numbers put in, and what they were counted
 * from. All of it comes from the stored report; nothing is measured again.
 *
 * @param label the class or person that the figure is of; empty for all together
 * @param figure value, interval or reason as the report has it
 * @param numbers put into the formula, in its order
 * @param table which labels met on the same item; empty where labels are not of a set
 * @param basis what was counted and what was left out, as of now
 */
record FigureWorking(
    String batchId,
    int round,
    Instant measuredAt,
    String metricVersion,
    String label,
    Formula formula,
    CoefficientView figure,
    List<Number> numbers,
    Optional<Table> table,
    Optional<Basis> basis) {

  /** One number that went into a formula. */
  record Number(String name, double value) {}

  /**
   * Labels that met.
   *
   * @param margins sums of the rows, and, since it is symmetric, of the columns
   * @param sum of all cells: judgements on items with two or more
   */
  record Table(List<String> labels, List<List<Double>> cells, List<Double> margins, double sum) {

    static Optional<Table> of(Coincidences coincidences) {
      if (coincidences.labels().isEmpty()) {
        return Optional.empty();
      }
      List<Double> margins =
          coincidences.matrix().stream()
              .map(row -> row.stream().mapToDouble(Double::doubleValue).sum())
              .toList();
      return Optional.of(
          new Table(
              coincidences.labels(),
              coincidences.matrix(),
              margins,
              margins.stream().mapToDouble(Double::doubleValue).sum()));
    }

    /** The table of one label against all others. */
    Table against(String label) {
      int at = labels.indexOf(label);
      double same = cells.get(at).get(at);
      double mixed = margins.get(at) - same;
      double rest = sum - margins.get(at) - mixed;
      return new Table(
          List.of(label, "all others"),
          List.of(List.of(same, mixed), List.of(mixed, rest)),
          List.of(margins.get(at), sum - margins.get(at)),
          sum);
    }

    /** What Krippendorff's alpha is made of: 1 - Do / De. */
    List<Number> disagreement() {
      double same = IntStream.range(0, cells.size()).mapToDouble(at -> cells.get(at).get(at)).sum();
      double byChance = margins.stream().mapToDouble(margin -> margin * (margin - 1)).sum();
      List<Number> numbers = new ArrayList<>();
      numbers.add(new Number("n", sum));
      if (sum > 1) {
        numbers.add(new Number("Do", 1 - same / sum));
        numbers.add(new Number("De", 1 - byChance / sum / (sum - 1)));
      }
      return numbers;
    }
  }

  /**
   * What was counted, and what was left out and why, now.
   *
   * @param items of the batch
   * @param compared items with two or more judgements
   * @param single items with one judgement: there is nothing to compare it with
   * @param unjudged items without a judgement
   * @param otherRound judgements from before an item was given out again
   * @param replaced judgements that the same person corrected later
   * @param gold judgements on items with a known answer
   * @param adjudicated judgements of adjudicators
   */
  record Basis(
      long items,
      long compared,
      long single,
      long unjudged,
      long otherRound,
      long replaced,
      long gold,
      long adjudicated) {}
}
