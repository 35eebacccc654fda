package io.touchstone.agreement.scale;

import io.touchstone.agreement.Basis;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.ChanceCorrected;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.ItemBootstrap;
import io.touchstone.agreement.LabelCounts;
import io.touchstone.agreement.PairablePatterns;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Krippendorff's alpha where the distance of two labels is the square of a difference of places:
 * interval (the places are the scores) and ordinal (the places are the mid-ranks among all pairable
 * judgements). The ordinal distance of Krippendorff 2011, the square of the judgements from c to k
 * less half of those at both ends, is the square of the difference of their mid-ranks. Both sums
 * are then sums of squares about means, which takes one pass over the counts instead of one over
 * all pairs of labels.
 */
public final class AlphaOfSquares {

  /** Of the square about the median, what the mean must leave so that its digits count. */
  private static final double ENOUGH_LEFT = 1e-6;

  private final PairablePatterns patterns;
  private final double[] scores;
  private final boolean ranked;

  private AlphaOfSquares(LabelCounts data, double[] scores, boolean ranked) {
    patterns = new PairablePatterns(data);
    this.scores = scores;
    this.ranked = ranked;
  }

  /** The labels of the set are in their order. */
  public static Coefficient ordinal(LabelCounts data, Bootstrap bootstrap) {
    double[] none = new double[data.labels().size()];
    AlphaOfSquares alpha = new AlphaOfSquares(data, none, true);
    long steps = 4L * alpha.patterns.entries() + 2L * none.length;
    return alpha.around("alphaOrdinal", data, () -> alpha::of, steps, bootstrap);
  }

  /**
   * @param scores of the labels, in the order of the set
   */
  public static Coefficient interval(LabelCounts data, double[] scores, Bootstrap bootstrap) {
    AlphaOfSquares alpha = new AlphaOfSquares(data, toUnit(scores), false);
    long steps = 4L * alpha.patterns.size();
    return alpha.around("alphaInterval", data, alpha::byMoments, steps, bootstrap);
  }

  /** From 0 to 1, so that no square is too large or too small for a double. */
  private static double[] toUnit(double[] scores) {
    double least = Arrays.stream(scores).min().orElse(0);
    double range = Arrays.stream(scores).max().orElse(0) - least;
    return Arrays.stream(scores).map(score -> range == 0 ? 0 : (score - least) / range).toArray();
  }

  private interface Resampled {
    ToDoubleFunction<long[]> statistic();
  }

  private Coefficient around(
      String name, LabelCounts data, Resampled resampled, long steps, Bootstrap bootstrap) {
    return ChanceCorrected.unpairable(name, data)
        .or(() -> ChanceCorrected.invariable(name, data))
        .orElseGet(
            () ->
                new ItemBootstrap(bootstrap, patterns.items(), steps)
                    .around(name, Basis.of(data), resampled.statistic(), of(patterns.items()), -1));
  }

  /** Alpha when each combination occurs so often; not a number without variation. */
  private double of(long[] items) {
    double[] perLabel = patterns.perLabel(items);
    double n = PairablePatterns.sum(perLabel);
    double[] places = ranked ? midRanks(perLabel) : scores;
    double expected = n * squares(perLabel, places, n);
    double observed = 0;
    for (int pattern = 0; pattern < items.length; pattern++) {
      if (items[pattern] > 0) {
        observed += items[pattern] * spread(pattern, places);
      }
    }
    return expected == 0 ? Double.NaN : 1 - (n - 1) * observed / expected;
  }

  /**
   * The same for scores, from four sums that each pattern brings its part to, so that a round costs
   * the same however many values differ. Where the sums would lose digits, by the definition.
   */
  private ToDoubleFunction<long[]> byMoments() {
    double median = median();
    double[] parts = new double[4 * patterns.size()];
    for (int pattern = 0; pattern < patterns.size(); pattern++) {
      for (int at = patterns.start(pattern); at < patterns.start(pattern + 1); at++) {
        double place = scores[patterns.label(at)] - median;
        parts[4 * pattern + 1] += patterns.count(at) * place;
        parts[4 * pattern + 2] += patterns.count(at) * place * place;
      }
      parts[4 * pattern] = patterns.judgements(pattern);
      parts[4 * pattern + 3] = spread(pattern, scores);
    }
    return items -> {
      double n = 0;
      double sum = 0;
      double squares = 0;
      double observed = 0;
      for (int pattern = 0; pattern < items.length; pattern++) {
        double times = items[pattern];
        n += times * parts[4 * pattern];
        sum += times * parts[4 * pattern + 1];
        squares += times * parts[4 * pattern + 2];
        observed += times * parts[4 * pattern + 3];
      }
      double expected = n * squares - sum * sum;
      return expected > ENOUGH_LEFT * n * squares ? 1 - (n - 1) * observed / expected : of(items);
    };
  }

  /** Most judgements lie near it, even where a few are far out. */
  private double median() {
    double[] perLabel = patterns.perLabel(patterns.items());
    double half = PairablePatterns.sum(perLabel) / 2;
    double below = 0;
    for (int label = 0; label < perLabel.length; label++) {
      below += perLabel[label];
      if (below >= half) {
        return scores[label];
      }
    }
    return 0;
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
  private double spread(int pattern, double[] places) {
    int from = patterns.start(pattern);
    int to = patterns.start(pattern + 1);
    if (to - from == 1) {
      return 0;
    }
    double judgements = patterns.judgements(pattern);
    double mean = 0;
    for (int at = from; at < to; at++) {
      mean += patterns.count(at) / judgements * places[patterns.label(at)];
    }
    double sum = 0;
    for (int at = from; at < to; at++) {
      double deviation = places[patterns.label(at)] - mean;
      sum += patterns.count(at) * deviation * deviation;
    }
    return sum * judgements / (judgements - 1);
  }
}
