package io.touchstone.agreement.span;

import io.touchstone.agreement.Basis;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.MeanOfPairs;
import io.touchstone.agreement.RatioOfSums;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * All numbers about agreement on regions. Regions of two annotators are matched one to one with the
 * greatest sum of intersection over union; a match counts from {@value #THRESHOLD} on. F1 also asks
 * for the same label; the mean overlap is that of the matches, whatever their labels, and hides
 * what one of both did not see.
 *
 * @param coefficients percent agreement, the mean over items of the share of pairs of judgements
 *     that match whole, labels included; unanimity, the share of items on which all do; F1 over all
 *     pairs together, and its mean over pairs of annotators; mean overlap; alpha of regions
 * @param perLabel F1 of each label alone
 * @param matched pairs of regions that match
 * @param otherLabel those of them whose labels differ
 * @param unmatched regions without a match, over all pairs of judgements
 */
public record RegionAgreement(
    long items,
    long judgements,
    int annotators,
    List<Coefficient> coefficients,
    List<SpanLabelAgreement> perLabel,
    long matched,
    long otherLabel,
    long unmatched) {

  /** Changes when a formula, a convention or the resampling changes. */
  public static final String METRIC_VERSION = "regions-3";

  static final double THRESHOLD = 0.5;

  /** Lets the same label decide between regions that overlap equally well. */
  private static final double TIE = 1e-9;

  /**
   * @param kind "box" or "segment", what the names of the coefficients start with
   */
  public static RegionAgreement of(String kind, MarkedJudgements data, Bootstrap bootstrap) {
    return new Counting(kind, data, bootstrap).result(data, bootstrap);
  }

  /** Pairs of regions that match. */
  static List<Matching.Pair> matches(List<Region> first, List<Region> second) {
    return Matching.best(first, second, RegionAgreement::credit).stream()
        .filter(pair -> pair.first().overlap(pair.second()) >= THRESHOLD)
        .toList();
  }

  private static double credit(Region first, Region second) {
    double overlap = first.overlap(second);
    return overlap > 0 && first.label().equals(second.label()) ? overlap + TIE : overlap;
  }

  /** Sums over all pairs of judgements. */
  private static final class Counting {

    private final RatioOfSums percent = new RatioOfSums("percentAgreement");
    private final RatioOfSums unanimity = new RatioOfSums(SpanAgreement.UNANIMITY);
    private final RatioOfSums f1;
    private final MeanOfPairs meanOfPairs;
    private final RatioOfSums meanOverlap;
    private final Coefficient alpha;
    private final Map<String, RatioOfSums> ofLabel = new LinkedHashMap<>();
    private final Map<String, long[]> given = new LinkedHashMap<>();
    private long matched;
    private long otherLabel;
    private long unmatched;

    private Counting(String kind, MarkedJudgements data, Bootstrap bootstrap) {
      alpha = AlphaOfRegions.of(kind + "Alpha", data, bootstrap);
      f1 = new RatioOfSums(kind + "F1_50");
      meanOfPairs = new MeanOfPairs(kind + "F1_50");
      meanOverlap = new RatioOfSums(kind + "MeanIou");
      for (String label : data.labels()) {
        ofLabel.put(label, new RatioOfSums(kind + "F1_50"));
        given.put(label, new long[2]);
      }
      data.pairable().forEach(this::add);
    }

    /** What the pairs of judgements of one item bring to all sums. */
    private static final class OfItem {
      private final Map<String, double[]> parts = new LinkedHashMap<>();
      private final List<MeanOfPairs.Part> ofPairs = new ArrayList<>();
      private double same;
      private double all;
      private double overlap;
      private long matches;
      private double pairs;
      private double equalPairs;
    }

    private void add(SortedMap<String, List<Region>> judgements) {
      OfItem item = new OfItem();
      List<String> people = List.copyOf(judgements.keySet());
      for (int b = 1; b < people.size(); b++) {
        for (int a = 0; a < b; a++) {
          addPair(item, judgements, people.get(a), people.get(b));
        }
      }
      meanOfPairs.add(item.ofPairs);
      matched += item.matches;
      unmatched += (long) item.all - 2 * item.matches;
      percent.add(item.equalPairs / item.pairs, 1);
      unanimity.add(item.equalPairs == item.pairs ? 1 : 0, 1);
      f1.add(2 * item.same, item.all);
      meanOverlap.add(item.overlap, item.matches);
      item.parts.forEach(
          (label, part) -> {
            ofLabel.get(label).add(part[0], part[1]);
            given.get(label)[1]++;
          });
      judgements.values().stream().flatMap(List::stream).forEach(r -> given.get(r.label())[0]++);
    }

    private void addPair(
        OfItem item, SortedMap<String, List<Region>> judgements, String one, String other) {
      List<List<Region>> pair = List.of(judgements.get(one), judgements.get(other));
      List<Matching.Pair> matches = matches(pair.get(0), pair.get(1));
      double same = 0;
      for (Matching.Pair match : matches) {
        item.overlap += match.first().overlap(match.second());
        if (match.first().label().equals(match.second().label())) {
          same++;
          item.parts.computeIfAbsent(match.first().label(), key -> new double[2])[0] += 2;
        } else {
          otherLabel++;
        }
      }
      double marked = pair.get(0).size() + pair.get(1).size();
      for (List<Region> judgement : pair) {
        judgement.forEach(r -> item.parts.computeIfAbsent(r.label(), key -> new double[2])[1]++);
      }
      item.same += same;
      item.all += marked;
      item.matches += matches.size();
      item.pairs++;
      item.equalPairs += 2 * same == marked ? 1 : 0;
      item.ofPairs.add(new MeanOfPairs.Part(one, other, 2 * same, marked));
    }

    private RegionAgreement result(MarkedJudgements data, Bootstrap bootstrap) {
      Basis basis = data.basis();
      List<SpanLabelAgreement> perLabel = new ArrayList<>();
      ofLabel.forEach(
          (label, ratio) ->
              perLabel.add(
                  new SpanLabelAgreement(
                      label,
                      given.get(label)[0],
                      given.get(label)[1],
                      ratio.of(basis, bootstrap))));
      return new RegionAgreement(
          basis.items(),
          data.judgements(),
          basis.annotators(),
          List.of(
              percent.of(basis, bootstrap),
              unanimity.of(basis, bootstrap),
              f1.of(basis, bootstrap),
              meanOfPairs.of(basis, bootstrap),
              meanOverlap.of(basis, bootstrap),
              alpha),
          List.copyOf(perLabel),
          matched,
          otherLabel,
          unmatched);
    }
  }
}
