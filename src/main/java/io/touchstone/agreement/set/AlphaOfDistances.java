package io.touchstone.agreement.set;

import io.touchstone.agreement.Basis;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.ChanceCorrected;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.ItemBootstrap;
import io.touchstone.agreement.LabelCounts;
import io.touchstone.agreement.PairablePatterns;
import java.util.stream.IntStream;

/**
 * Krippendorff's alpha for any distance of two labels (Krippendorff 2011, section E): 1 - (n - 1)
 * times the distances observed within items over those expected among all pairable judgements.
 */
public final class AlphaOfDistances {

  /** Labels at most: the distances of all pairs are held in memory. */
  static final int MOST_LABELS = 3_000;

  /** How far two labels differ: 0 for the same, symmetric. */
  public interface Distance {

    /** The labels are positions in the label set. */
    double between(int first, int second);
  }

  private final PairablePatterns patterns;
  private final int[] used;
  private final double[][] distances;
  private final double[] observed;

  private AlphaOfDistances(LabelCounts data, Distance distance) {
    patterns = new PairablePatterns(data);
    double[] perLabel = patterns.perLabel(patterns.items());
    used = IntStream.range(0, perLabel.length).filter(label -> perLabel[label] > 0).toArray();
    distances = new double[used.length][];
    for (int a = 0; a < used.length; a++) {
      distances[a] = new double[a];
      for (int b = 0; b < a; b++) {
        distances[a][b] = distance.between(used[a], used[b]);
      }
    }
    observed = within(patterns, distance);
  }

  public static Coefficient of(
      String name, LabelCounts data, Distance distance, Bootstrap bootstrap) {
    return ChanceCorrected.unpairable(name, data)
        .or(() -> ChanceCorrected.invariable(name, data))
        .orElseGet(
            () -> {
              AlphaOfDistances alpha = new AlphaOfDistances(data, distance);
              long[] items = alpha.patterns.items();
              long pairs = (long) alpha.used.length * alpha.used.length / 2;
              return new ItemBootstrap(bootstrap, items, pairs + 2L * alpha.patterns.entries())
                  .around(name, Basis.of(data), alpha::of, alpha.of(items), -1);
            });
  }

  /** By pattern, the distances of its unordered pairs, divided by its judgements less one. */
  static double[] within(PairablePatterns patterns, Distance distance) {
    double[] observed = new double[patterns.size()];
    for (int pattern = 0; pattern < observed.length; pattern++) {
      double sum = 0;
      for (int a = patterns.start(pattern); a < patterns.start(pattern + 1); a++) {
        for (int b = patterns.start(pattern); b < a; b++) {
          sum +=
              (double) patterns.count(a)
                  * patterns.count(b)
                  * distance.between(patterns.label(a), patterns.label(b));
        }
      }
      observed[pattern] = sum / (patterns.judgements(pattern) - 1);
    }
    return observed;
  }

  private double of(long[] items) {
    double[] perLabel = patterns.perLabel(items);
    double n = PairablePatterns.sum(perLabel);
    double byChance = 0;
    for (int a = 0; a < used.length; a++) {
      double count = perLabel[used[a]];
      if (count > 0) {
        double sum = 0;
        for (int b = 0; b < a; b++) {
          sum += distances[a][b] * perLabel[used[b]];
        }
        byChance += count * sum;
      }
    }
    return byChance == 0
        ? Double.NaN
        : 1 - (n - 1) * PairablePatterns.sum(items, observed) / byChance;
  }
}
