package io.touchstone.answer.scale;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.LabelCounts;
import io.touchstone.agreement.report.MeasuredAgreement;
import io.touchstone.agreement.scale.ScaleAgreement;
import io.touchstone.answer.AgreementCounts;
import io.touchstone.answer.GivenAnswers;
import io.touchstone.answer.abstention.StandIns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Points by the combinations in which they were given; ordinal alpha. */
record ScaleCounts(LabelCounts counts) implements AgreementCounts {

  /** Further out than any point. */
  private static final long BEYOND = 1L << Integer.SIZE;

  /** Points that answers name beside those of the scale take their places in its order. */
  static ScaleCounts of(List<String> points, GivenAnswers given) {
    List<String> all = new ArrayList<>(points);
    Map<List<String>, Long> items = new LinkedHashMap<>();
    given.byCategories().forEach((each, count) -> items.put(apart(each, points), count));
    items.keySet().stream()
        .flatMap(List::stream)
        .distinct()
        .filter(point -> !points.contains(point))
        .forEach(all::add);
    all.sort(Comparator.comparingLong(ScaleCounts::place));
    LabelCounts.Builder counts = LabelCounts.builder(all, given.annotators());
    items.forEach(counts::add);
    return new ScaleCounts(counts.build());
  }

  /**
   * An abstention lies beyond the end of the scale that is further from what the others said, a
   * second one beyond the other end, and so on outwards: as far from all as the scale allows.
   */
  private static List<String> apart(List<String> categories, List<String> points) {
    int lowest = Integer.parseInt(points.get(0));
    int highest = Integer.parseInt(points.get(points.size() - 1));
    double middle = (lowest + highest) / 2.0;
    double mean =
        categories.stream()
            .filter(category -> !StandIns.isOne(category))
            .mapToInt(Integer::parseInt)
            .average()
            .orElse(middle);
    int first = mean > middle ? -1 : 1;
    List<String> all = new ArrayList<>();
    int abstentions = 0;
    for (String category : categories) {
      if (StandIns.isOne(category)) {
        int side = abstentions % 2 == 0 ? first : -first;
        all.add(StandIns.of(side * (abstentions++ / 2 + 1)));
      } else {
        all.add(category);
      }
    }
    return all;
  }

  private static long place(String point) {
    return StandIns.isOne(point)
        ? BEYOND * Integer.parseInt(point.substring(1))
        : Integer.parseInt(point);
  }

  @Override
  public String metricVersion() {
    return ScaleAgreement.METRIC_VERSION;
  }

  @Override
  public List<String> lines() {
    return List.of();
  }

  @Override
  public MeasuredAgreement measured(Bootstrap bootstrap) {
    return MeasuredAgreement.ofScale(counts, bootstrap).withoutLabels(StandIns::isOne);
  }
}
