package io.touchstone.answer.scale;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.LabelCounts;
import io.touchstone.agreement.report.MeasuredAgreement;
import io.touchstone.agreement.scale.ScaleAgreement;
import io.touchstone.answer.AgreementCounts;
import io.touchstone.answer.GivenAnswers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Points by the combinations in which they were given; ordinal alpha. */
record ScaleCounts(LabelCounts counts) implements AgreementCounts {

  /** Points that answers name beside those of the scale take their places in its order. */
  static ScaleCounts of(List<String> points, GivenAnswers given) {
    List<String> all = new ArrayList<>(points);
    given.byCategories().keySet().stream()
        .flatMap(List::stream)
        .distinct()
        .filter(point -> !points.contains(point))
        .forEach(all::add);
    all.sort(Comparator.comparingInt(Integer::parseInt));
    LabelCounts.Builder counts = LabelCounts.builder(all, given.annotators());
    given.byCategories().forEach(counts::add);
    return new ScaleCounts(counts.build());
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
    return MeasuredAgreement.ofScale(counts, bootstrap);
  }
}
