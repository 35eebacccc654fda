package io.touchstone.answer.spans;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.report.MeasuredAgreement;
import io.touchstone.agreement.span.SpanAgreement;
import io.touchstone.agreement.span.SpanCounts;
import io.touchstone.answer.AgreementCounts;
import io.touchstone.answer.Answer;
import io.touchstone.answer.GivenAnswers;
import io.touchstone.answer.abstention.StandIns;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sets of spans, counted pair by pair; exact F1. */
record MarkedCounts(SpanCounts counts) implements AgreementCounts {

  static MarkedCounts of(List<String> labels, GivenAnswers given) {
    SpanCounts.Builder counts = SpanCounts.builder(labels, given.annotators());
    given.forEachItem(
        answers -> {
          SortedMap<String, Set<SpanCounts.Place>> places = new TreeMap<>();
          int abstentions = 0;
          for (Map.Entry<String, Answer> each : answers.entrySet()) {
            places.put(
                each.getKey(),
                each.getValue().abstains()
                    ? Set.of(new SpanCounts.Place(0, 0, StandIns.of(++abstentions)))
                    : places(each.getValue()));
          }
          counts.add(places);
        });
    return new MarkedCounts(counts.build());
  }

  private static Set<SpanCounts.Place> places(Answer answer) {
    return ((SpanSet) answer)
        .spans().stream()
            .map(span -> new SpanCounts.Place(span.start(), span.end(), span.label()))
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String metricVersion() {
    return SpanAgreement.METRIC_VERSION;
  }

  @Override
  public List<String> lines() {
    return counts.lines();
  }

  @Override
  public MeasuredAgreement measured(Bootstrap bootstrap) {
    return MeasuredAgreement.of(counts, SpanAgreement.of(counts, bootstrap))
        .withoutLabels(StandIns::isOne);
  }
}
