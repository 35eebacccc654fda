package io.touchstone.answer.oneclass;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.LabelCounts;
import io.touchstone.agreement.NominalAgreement;
import io.touchstone.agreement.report.MeasuredAgreement;
import io.touchstone.answer.AgreementCounts;
import io.touchstone.answer.GivenAnswers;
import io.touchstone.answer.abstention.StandIns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Classes by the combinations in which they were given; nominal coefficients. */
record ClassCounts(LabelCounts counts) implements AgreementCounts {

  /** Labels that answers name beside those of the schema come last, in alphabetical order. */
  static ClassCounts of(List<String> schema, GivenAnswers given) {
    List<String> labels = new ArrayList<>(schema);
    Map<List<String>, Long> items = given.byCategories();
    items.keySet().stream()
        .map(StandIns::numbered)
        .flatMap(List::stream)
        .distinct()
        .filter(label -> !schema.contains(label))
        .sorted()
        .forEach(labels::add);
    LabelCounts.Builder counts = LabelCounts.builder(labels, given.annotators());
    items.forEach((each, count) -> counts.add(StandIns.numbered(each), count));
    return new ClassCounts(counts.build());
  }

  @Override
  public String metricVersion() {
    return NominalAgreement.METRIC_VERSION;
  }

  @Override
  public List<String> lines() {
    return List.of();
  }

  @Override
  public MeasuredAgreement measured(Bootstrap bootstrap) {
    return MeasuredAgreement.of(counts, bootstrap).withoutLabels(StandIns::isOne);
  }
}
