package io.touchstone.agreement.span;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.RatioOfSums;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Agreement on spans where those that differ may agree in part. Each F1 is twice the credit of all
 * matched pairs over the spans of both annotators, summed over all pairs of judgements; pairs are
 * matched one to one with the greatest sum of credit, so that it is the same both ways. With the
 * exact F1, the four modes of SemEval-2013 task 9.1: strict (the exact F1), exact ({@code
 * spanF1Boundary}), partial and type.
 */
public final class SpanOverlap {

  private SpanOverlap() {}

  /**
   * In a fixed order: same borders whatever the label (spanF1Boundary); the same label and half of
   * both in common (spanF1Overlap50); 1 for the same borders and 0.5 for a part in common, whatever
   * the label (spanF1Partial); the same label and a part in common (spanF1Type); Cohen's kappa of
   * the places' labels (spanTokenKappa); Krippendorff's alpha of units (alphaU).
   */
  public static List<Coefficient> of(MarkedJudgements data, Bootstrap bootstrap) {
    return List.of(
        f1("spanF1Boundary", data, bootstrap, pair -> credit(pair, (a, b) -> a.isAt(b) ? 1 : 0)),
        f1("spanF1Overlap50", data, bootstrap, SpanOverlap::halves),
        f1("spanF1Partial", data, bootstrap, pair -> credit(pair, SpanOverlap::partial)),
        f1("spanF1Type", data, bootstrap, pair -> credit(pair, SpanOverlap::type)),
        SpanPlaceKappa.of(data, bootstrap),
        AlphaOfUnits.of(data, bootstrap));
  }

  private static Coefficient f1(
      String name,
      MarkedJudgements data,
      Bootstrap bootstrap,
      ToDoubleFunction<List<List<Region>>> creditOfPair) {
    RatioOfSums f1 = new RatioOfSums(name);
    data.pairable()
        .forEach(
            ofItem -> {
              double credit = 0;
              double spans = 0;
              for (List<List<Region>> pair : MarkedJudgements.pairs(ofItem.values())) {
                credit += creditOfPair.applyAsDouble(pair);
                spans += pair.get(0).size() + pair.get(1).size();
              }
              f1.add(2 * credit, spans);
            });
    return f1.of(data.basis(), bootstrap);
  }

  private static double credit(List<List<Region>> pair, Matching.Credit credit) {
    return Matching.best(pair.get(0), pair.get(1), credit).stream()
        .mapToDouble(match -> credit.of(match.first(), match.second()))
        .sum();
  }

  private static double halves(List<List<Region>> pair) {
    return RegionAgreement.matches(pair.get(0), pair.get(1)).stream()
        .filter(match -> match.first().label().equals(match.second().label()))
        .count();
  }

  private static double partial(Region first, Region second) {
    if (first.isAt(second)) {
      return 1;
    }
    return first.common(second) > 0 ? 0.5 : 0;
  }

  private static double type(Region first, Region second) {
    return first.label().equals(second.label()) && first.common(second) > 0 ? 1 : 0;
  }

  /**
   * The spans of one annotator that do not overlap: where some do, the one that starts first, of
   * those the longest.
   */
  static List<Region> apart(List<Region> spans) {
    double[] reach = {Double.NEGATIVE_INFINITY};
    return spans.stream()
        .sorted()
        .filter(
            span -> {
              boolean free = span.x() >= reach[0];
              reach[0] = free ? span.right() : reach[0];
              return free;
            })
        .toList();
  }
}
