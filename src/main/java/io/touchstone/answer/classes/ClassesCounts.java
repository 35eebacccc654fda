package io.touchstone.answer.classes;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.NominalJudgements;
import io.touchstone.agreement.report.MeasuredAgreement;
import io.touchstone.agreement.set.SetAgreement;
import io.touchstone.answer.AgreementCounts;
import io.touchstone.answer.Answer;
import io.touchstone.answer.GivenAnswers;
import io.touchstone.answer.abstention.StandIns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sets of classes by their names; alpha with the distance MASI, and with Jaccard's. */
final class ClassesCounts implements AgreementCounts {

  private final List<String> labels;
  private final NominalJudgements judgements = new NominalJudgements(List.of());
  private final Map<String, Set<String>> sets = new HashMap<>();
  private final SortedMap<String, Long> combinations = new TreeMap<>();
  private long items;

  private ClassesCounts(List<String> labels) {
    this.labels = labels;
  }

  /** Labels that answers name beside those of the schema come last, in alphabetical order. */
  static ClassesCounts of(List<String> schema, GivenAnswers given) {
    List<String> labels = new ArrayList<>(schema);
    ClassesCounts counts = new ClassesCounts(labels);
    given.forEachItem(counts::add);
    counts.sets.values().stream()
        .flatMap(Set::stream)
        .distinct()
        .filter(label -> !schema.contains(label) && !StandIns.isOne(label))
        .sorted()
        .forEach(labels::add);
    return counts;
  }

  private void add(SortedMap<String, Answer> answers) {
    List<String> names = new ArrayList<>();
    int abstentions = 0;
    for (Map.Entry<String, Answer> each : answers.entrySet()) {
      List<String> ids =
          each.getValue().abstains()
              ? List.of(StandIns.of(++abstentions))
              : ((ClassSet) each.getValue()).ids();
      String name = String.join("+", ids);
      sets.computeIfAbsent(name, unseen -> new TreeSet<>(ids));
      judgements.add(String.valueOf(items), each.getKey(), name);
      names.add(name);
    }
    items++;
    names.sort(null);
    combinations.merge(String.join(",", names), 1L, Long::sum);
  }

  @Override
  public String metricVersion() {
    return SetAgreement.METRIC_VERSION;
  }

  @Override
  public List<String> lines() {
    return combinations.entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .toList();
  }

  @Override
  public MeasuredAgreement measured(Bootstrap bootstrap) {
    return MeasuredAgreement.of(
        judgements.counts(), labels, SetAgreement.of(judgements, sets, labels, bootstrap));
  }
}
