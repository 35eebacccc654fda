package io.touchstone.agreement.span;

import io.touchstone.agreement.Basis;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.Coefficient.Reason;
import io.touchstone.agreement.ItemBootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Cohen's kappa of two annotators on every place of the items: whether it begins a span of a label,
 * lies in one, or in none. Places are what the spans count in, tokens or characters; an item ends
 * where the last span of both does. Places outside all spans raise it: read it beside F1. The
 * interval resamples items, since places are not independent.
 */
final class SpanPlaceKappa {

  private static final String NAME = "spanTokenKappa";
  private static final String OUTSIDE = "O";

  private final Map<String, Integer> positions = new HashMap<>();
  private final List<Map<List<String>, Double>> tables = new ArrayList<>();

  private SpanPlaceKappa(MarkedJudgements data) {
    for (SortedMap<String, List<Region>> ofItem : data.pairable()) {
      List<List<Region>> two = List.copyOf(ofItem.values());
      tables.add(table(SpanOverlap.apart(two.get(0)), SpanOverlap.apart(two.get(1))));
    }
    tables.forEach(
        table ->
            table.keySet().stream()
                .flatMap(List::stream)
                .forEach(tag -> positions.putIfAbsent(tag, positions.size())));
  }

  static Coefficient of(MarkedJudgements data, Bootstrap bootstrap) {
    Basis basis = data.basis();
    return basis
        .unpairable(NAME)
        .orElseGet(
            () ->
                basis.annotators() == 2
                    ? new SpanPlaceKappa(data).value(basis, bootstrap)
                    : basis.undefined(NAME, Reason.NOT_APPLICABLE));
  }

  private Coefficient value(Basis basis, Bootstrap bootstrap) {
    if (positions.isEmpty()) {
      return basis.undefined(NAME, Reason.NO_SPANS);
    }
    long[] items = new long[tables.size()];
    Arrays.fill(items, 1);
    double value = kappa(items);
    long cells = tables.stream().mapToLong(Map::size).sum();
    return Double.isNaN(value)
        ? basis.undefined(NAME, Reason.NO_VARIATION)
        : new ItemBootstrap(bootstrap, items, 20 * cells)
            .around(NAME, basis, this::kappa, value, -1);
  }

  private double kappa(long[] items) {
    double[] rows = new double[positions.size()];
    double[] columns = new double[positions.size()];
    double same = 0;
    double all = 0;
    for (int item = 0; item < items.length; item++) {
      for (Map.Entry<List<String>, Double> cell : tables.get(item).entrySet()) {
        double places = cell.getValue() * items[item];
        int row = positions.get(cell.getKey().get(0));
        int column = positions.get(cell.getKey().get(1));
        rows[row] += places;
        columns[column] += places;
        same += row == column ? places : 0;
        all += places;
      }
    }
    double byChance = 0;
    for (int tag = 0; tag < rows.length; tag++) {
      byChance += rows[tag] * columns[tag];
    }
    double expected = byChance / all / all;
    return all == 0 || byChance == all * all
        ? Double.NaN
        : (same / all - expected) / (1 - expected);
  }

  /** Places per pair of tags, in runs between the borders of both. */
  private static Map<List<String>, Double> table(List<Region> first, List<Region> second) {
    TreeSet<Double> borders = new TreeSet<>(List.of(0.0));
    for (List<Region> spans : List.of(first, second)) {
      for (Region span : spans) {
        borders.addAll(List.of(span.x(), span.x() + 1, span.right()));
      }
    }
    Map<List<String>, Double> table = new HashMap<>();
    int[] at = new int[2];
    double from = borders.pollFirst();
    for (double to : borders) {
      List<String> tags = List.of(tag(first, from, at, 0), tag(second, from, at, 1));
      table.merge(tags, to - from, Double::sum);
      from = to;
    }
    return table;
  }

  private static String tag(List<Region> spans, double place, int[] at, int whose) {
    while (at[whose] < spans.size() && spans.get(at[whose]).right() <= place) {
      at[whose]++;
    }
    if (at[whose] == spans.size() || spans.get(at[whose]).x() > place) {
      return OUTSIDE;
    }
    Region span = spans.get(at[whose]);
    return (span.x() == place ? "B-" : "I-") + span.label();
  }
}
