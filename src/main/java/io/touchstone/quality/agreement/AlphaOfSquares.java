package io.touchstone.quality.agreement;

import java.util.List;

/**
 * Krippendorff's alpha where the distance of two labels is the square of a difference of places:
 * interval (the places are the scores) and ordinal (the places are the mid-ranks among all pairable
 * judgements). The ordinal distance of Krippendorff 2011, the square of the judgements from c to k
 * less half of those at both ends, is the square of the difference of their mid-ranks. Both sums
 * are then sums of squares about means, which takes one pass over the counts instead of one over
 * all pairs of labels.
 */
final class AlphaOfSquares {

  private final List<LabelPattern> patterns;
  private final double[] scores;
  private final boolean ranked;

  private AlphaOfSquares(LabelCounts data, double[] scores, boolean ranked) {
    patterns = data.patterns().stream().filter(LabelPattern::pairable).toList();
    this.scores = scores;
    this.ranked = ranked;
  }

  /** The labels of the set are in their order. */
  static Coefficient ordinal(LabelCounts data, Bootstrap bootstrap) {
    double[] none = new double[data.labels().size()];
    return of("alphaOrdinal", data, new AlphaOfSquares(data, none, true), bootstrap);
  }

  /**
   * @param scores of the labels, in the order of the set
   */
  static Coefficient interval(LabelCounts data, double[] scores, Bootstrap bootstrap) {
    return of("alphaInterval", data, new AlphaOfSquares(data, scores, false), bootstrap);
  }

  private static Coefficient of(
      String name, LabelCounts data, AlphaOfSquares alpha, Bootstrap bootstrap) {
    return ChanceCorrected.unpairable(name, data)
        .or(() -> ChanceCorrected.invariable(name, data))
        .orElseGet(
            () -> {
              long[] items = alpha.patterns.stream().mapToLong(LabelPattern::items).toArray();
              long steps = 4L * items.length + 2L * data.labels().size();
              return new ItemBootstrap(bootstrap, items, steps)
                  .around(name, Basis.of(data), alpha::of, alpha.of(items), -1);
            });
  }

  /** Alpha when each combination occurs so often; not a number without variation. */
  private double of(long[] items) {
    double[] perLabel = new double[scores.length];
    double n = 0;
    for (int at = 0; at < items.length; at++) {
      LabelPattern pattern = patterns.get(at);
      for (int k = 0; k < pattern.labels().length && items[at] > 0; k++) {
        double count = (double) items[at] * pattern.counts()[k];
        perLabel[pattern.labels()[k]] += count;
        n += count;
      }
    }
    double[] places = ranked ? midRanks(perLabel) : scores;
    double expected = n * squares(perLabel, places, n);
    double observed = 0;
    for (int at = 0; at < items.length; at++) {
      if (items[at] > 0) {
        observed += items[at] * spread(patterns.get(at), places);
      }
    }
    return expected == 0 ? Double.NaN : 1 - (n - 1) * observed / expected;
  }

  private static double[] midRanks(double[] perLabel) {
    double[] ranks = new double[perLabel.length];
    double below = 0;
    for (int label = 0; label < perLabel.length; label++) {
      ranks[label] = below + perLabel[label] / 2;
      below += perLabel[label];
    }
    return ranks;
  }

  /** Sum of the squares about the mean of so many judgements at these places. */
  private static double squares(double[] counts, double[] places, double n) {
    double mean = 0;
    for (int label = 0; label < counts.length; label++) {
      mean += counts[label] / n * places[label];
    }
    double sum = 0;
    for (int label = 0; label < counts.length; label++) {
      double deviation = places[label] - mean;
      sum += counts[label] * deviation * deviation;
    }
    return sum;
  }

  /** The item's squares about its mean, times m / (m - 1): half its sum over ordered pairs. */
  private static double spread(LabelPattern pattern, double[] places) {
    int[] labels = pattern.labels();
    if (labels.length == 1) {
      return 0;
    }
    int judgements = pattern.judgements();
    double mean = 0;
    for (int k = 0; k < labels.length; k++) {
      mean += (double) pattern.counts()[k] / judgements * places[labels[k]];
    }
    double sum = 0;
    for (int k = 0; k < labels.length; k++) {
      double deviation = places[labels[k]] - mean;
      sum += pattern.counts()[k] * deviation * deviation;
    }
    return sum * judgements / (judgements - 1);
  }
}
