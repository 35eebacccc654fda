package io.touchstone.quality.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All numbers about agreement on regions. Regions of two annotators are matched one to one with the
 * greatest sum of intersection over union; a match counts from {@value #THRESHOLD} on. F1 also asks
 * for the same label; the mean overlap is that of the matches, whatever their labels, and hides
 * what one of both did not see.
 *
 * @param coefficients percent agreement, the share of items on which all pairs of judgements match
 *     whole, labels included; F1; mean overlap; alpha of regions
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
  public static final String METRIC_VERSION = "regions-2";

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
    private final RatioOfSums f1;
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
      meanOverlap = new RatioOfSums(kind + "MeanIou");
      for (String label : data.labels()) {
        ofLabel.put(label, new RatioOfSums(kind + "F1_50"));
        given.put(label, new long[2]);
      }
      data.pairable().forEach(ofItem -> add(List.copyOf(ofItem.values())));
    }

    private void add(List<List<Region>> judgements) {
      Map<String, double[]> parts = new LinkedHashMap<>();
      double same = 0;
      double all = 0;
      double overlap = 0;
      long pairsMatched = 0;
      for (List<List<Region>> pair : MarkedJudgements.pairs(judgements)) {
        List<Matching.Pair> matches = matches(pair.get(0), pair.get(1));
        for (Matching.Pair match : matches) {
          overlap += match.first().overlap(match.second());
          if (match.first().label().equals(match.second().label())) {
            same++;
            parts.computeIfAbsent(match.first().label(), key -> new double[2])[0] += 2;
          } else {
            otherLabel++;
          }
        }
        for (List<Region> judgement : pair) {
          judgement.forEach(r -> parts.computeIfAbsent(r.label(), key -> new double[2])[1]++);
          all += judgement.size();
        }
        pairsMatched += matches.size();
      }
      matched += pairsMatched;
      unmatched += (long) all - 2 * pairsMatched;
      percent.add(2 * same == all ? 1 : 0, 1);
      f1.add(2 * same, all);
      meanOverlap.add(overlap, pairsMatched);
      parts.forEach(
          (label, part) -> {
            ofLabel.get(label).add(part[0], part[1]);
            given.get(label)[1]++;
          });
      judgements.stream().flatMap(List::stream).forEach(r -> given.get(r.label())[0]++);
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
              f1.of(basis, bootstrap),
              meanOverlap.of(basis, bootstrap),
              alpha),
          List.copyOf(perLabel),
          matched,
          otherLabel,
          unmatched);
    }
  }
}
