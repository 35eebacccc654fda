package io.touchstone.quality.agreement;

import java.util.Arrays;
import java.util.List;

/**
 * Krippendorff's alpha for any distance of two labels (Krippendorff 2011, section E): 1 - (n - 1)
 * times the distances observed within items over those expected among all pairable judgements.
 */
final class AlphaOfDistances {

  /** Labels at most: the distances of all pairs are held in memory. */
  static final int MOST_LABELS = 3_000;

  /** How far two labels differ: 0 for the same, symmetric. */
  interface Distance {

    /** The labels are positions in the label set. */
    double between(int first, int second);
  }

  private final List<LabelPattern> patterns;
  private final int[] used;
  private final double[][] distances;
  private final double[] observed;

  private AlphaOfDistances(LabelCounts data, Distance distance) {
    patterns = data.patterns().stream().filter(LabelPattern::pairable).toList();
    used =
        patterns.stream()
            .flatMapToInt(pattern -> Arrays.stream(pattern.labels()))
            .distinct()
            .sorted()
            .toArray();
    distances = new double[used.length][];
    for (int a = 0; a < used.length; a++) {
      distances[a] = new double[a];
      for (int b = 0; b < a; b++) {
        distances[a][b] = distance.between(used[a], used[b]);
      }
    }
    observed = patterns.stream().mapToDouble(each -> within(each, distance)).toArray();
  }

  static Coefficient of(String name, LabelCounts data, Distance distance, Bootstrap bootstrap) {
    return ChanceCorrected.unpairable(name, data)
        .or(() -> ChanceCorrected.invariable(name, data))
        .orElseGet(
            () -> {
              AlphaOfDistances alpha = new AlphaOfDistances(data, distance);
              long[] items = alpha.patterns.stream().mapToLong(LabelPattern::items).toArray();
              long steps = (long) alpha.used.length * alpha.used.length / 2 + 2L * items.length;
              return new ItemBootstrap(bootstrap, items, steps)
                  .around(
                      name,
                      Basis.of(data),
                      draws -> alpha.of(draws, data.labels().size()),
                      alpha.of(items, data.labels().size()),
                      -1);
            });
  }

  /** The distances of the item's unordered pairs, divided by its judgements less one. */
  private static double within(LabelPattern pattern, Distance distance) {
    double sum = 0;
    for (int a = 0; a < pattern.labels().length; a++) {
      for (int b = 0; b < a; b++) {
        sum +=
            (double) pattern.counts()[a]
                * pattern.counts()[b]
                * distance.between(pattern.labels()[a], pattern.labels()[b]);
      }
    }
    return sum / (pattern.judgements() - 1);
  }

  private double of(long[] items, int labels) {
    double[] perLabel = new double[labels];
    double n = 0;
    double inItems = 0;
    for (int at = 0; at < items.length; at++) {
      LabelPattern pattern = patterns.get(at);
      inItems += items[at] * observed[at];
      for (int k = 0; k < pattern.labels().length; k++) {
        double count = (double) items[at] * pattern.counts()[k];
        perLabel[pattern.labels()[k]] += count;
        n += count;
      }
    }
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
    return byChance == 0 ? Double.NaN : 1 - (n - 1) * inItems / byChance;
  }
}
