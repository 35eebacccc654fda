package io.touchstone.quality.coaching;

import io.touchstone.agreement.truth.JudgedItems;
import io.touchstone.agreement.truth.MajorityVote;
import io.touchstone.quality.truth.InferredTruth;
import io.touchstone.quality.truth.TruthJudgements;
import io.touchstone.statistics.Estimate;
import io.touchstone.statistics.WilsonInterval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What people said beside what the others said and what was inferred. */
final class AnnotatorLabels {

  private static final double LEAST_COUNT = 0.005;
  private static final double DIGITS = 100;

  private final InferredTruth truth;
  private final TruthJudgements judgements;
  private final JudgedItems items;
  private final int labels;
  private final Map<String, Integer> annotatorNumbers = new HashMap<>();

  AnnotatorLabels(InferredTruth truth) {
    this.truth = truth;
    this.judgements = truth.judgements();
    this.items = judgements.items();
    this.labels = items.labels();
    List<String> annotators = judgements.annotators();
    for (int annotator = 0; annotator < annotators.size(); annotator++) {
      annotatorNumbers.put(annotators.get(annotator), annotator);
    }
  }

  /**
   * Of one person.
   *
   * @param right judgement by judgement whether it names the item's inferred label, ties left out
   */
  record Counts(
      Estimate agreement,
      Estimate sameAsTruth,
      List<Boolean> right,
      List<AnnotatorFigures.Confusion> byMajority,
      List<AnnotatorFigures.Confusion> byDawidSkene) {

    static final Counts NONE =
        new Counts(
            Estimate.none("NOT_APPLICABLE"),
            Estimate.none("NOT_APPLICABLE"),
            List.of(),
            List.of(),
            List.of());
  }

  /**
   * @param judged numbers of the items that the person judged, in the order of judging
   */
  Counts count(String annotatorId, int[] judged) {
    int annotator = annotatorNumbers.get(annotatorId);
    double[] byMajority = new double[labels * labels];
    List<Boolean> right = new ArrayList<>();
    double[] votes = new double[labels];
    double sum = 0;
    double squares = 0;
    long shared = 0;
    for (int item : judged) {
      int given = given(item, annotator);
      OptionalInt inferred = truth.label(item);
      if (inferred.isPresent()) {
        right.add(inferred.getAsInt() == given);
      }
      MajorityVote.shares(items, item, votes);
      MajorityVote.label(votes).ifPresent(most -> byMajority[most * labels + given]++);
      int count = items.end(item) - items.begin(item);
      if (count > 1) {
        double same = (votes[given] * count - 1) / (count - 1);
        sum += same;
        squares += same * same;
        shared++;
      }
    }
    return new Counts(
        Estimate.meanShare(sum, squares, shared, "NOBODY_ELSE"),
        Estimate.share(right.stream().filter(each -> each).count(), right.size(), "ONLY_TIES"),
        right,
        cells(byMajority),
        cells(expected(annotator)));
  }

  private int given(int item, int annotator) {
    for (int at = items.begin(item); at < items.end(item); at++) {
      if (items.annotator(at) == annotator) {
        return items.label(at);
      }
    }
    throw new IllegalStateException("A judgement was counted on an item that lacks it.");
  }

  private double[] expected(int annotator) {
    double[] counts = new double[labels * labels];
    for (int from = 0; from < labels; from++) {
      for (int given = 0; given < labels; given++) {
        counts[from * labels + given] = truth.model().count(annotator, from, given);
      }
    }
    return counts;
  }

  private List<AnnotatorFigures.Confusion> cells(double[] counts) {
    List<AnnotatorFigures.Confusion> cells = new ArrayList<>();
    for (int from = 0; from < labels; from++) {
      double all = 0;
      for (int given = 0; given < labels; given++) {
        all += counts[from * labels + given];
      }
      for (int given = 0; given < labels; given++) {
        double count = counts[from * labels + given];
        if (count >= LEAST_COUNT) {
          cells.add(cell(from, given, count, all));
        }
      }
    }
    return List.copyOf(cells);
  }

  private AnnotatorFigures.Confusion cell(int from, int given, double count, double all) {
    WilsonInterval interval = WilsonInterval.of(count, all, WilsonInterval.Z_95);
    return new AnnotatorFigures.Confusion(
        judgements.labels().get(from),
        judgements.labels().get(given),
        Math.round(count * DIGITS) / DIGITS,
        count / all,
        interval.low(),
        interval.high());
  }
}
