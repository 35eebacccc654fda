package io.touchstone.quality.agreement;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Krippendorff's alpha for nominal labels, any number of annotators, any judgement missing
 * (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C): 1 - (n - 1) times
 * the observed over the expected disagreement among the n pairable judgements. The interval
 * resamples items, since judgements on one item are not independent.
 */
final class AlphaNominal {

  private static final String NAME = "alphaNominal";
  private final List<LabelPattern> patterns;
  private final int labels;

  private AlphaNominal(LabelCounts data) {
    patterns = data.patterns().stream().filter(LabelPattern::pairable).toList();
    labels = data.labels().size();
  }

  static Coefficient of(LabelCounts data, Bootstrap bootstrap) {
    return ChanceCorrected.unpairable(NAME, data)
        .or(() -> ChanceCorrected.invariable(NAME, data))
        .orElseGet(() -> new AlphaNominal(data).defined(data, bootstrap));
  }

  private Coefficient defined(LabelCounts data, Bootstrap bootstrap) {
    long[] items = patterns.stream().mapToLong(LabelPattern::items).toArray();
    double value = alpha(items);
    long pairable = data.pairableItems();
    if (pairable < 2) {
      return new Coefficient.Defined(
          NAME,
          value,
          -1,
          1,
          "one item: the interval is all that is possible",
          pairable,
          data.pairs(),
          data.annotators());
    }
    double[] rounds = new double[bootstrap.rounds()];
    int used = resample(items, bootstrap, rounds);
    double[] sorted = used == 0 ? new double[] {-1, 1} : Bootstrap.sorted(rounds, used);
    return new Coefficient.Defined(
        NAME,
        value,
        Bootstrap.quantile(sorted, 0.025),
        Bootstrap.quantile(sorted, 0.975),
        "percentile bootstrap over items, "
            + used
            + " of "
            + bootstrap.rounds()
            + " rounds with variation, seed "
            + bootstrap.seed(),
        pairable,
        data.pairs(),
        data.annotators());
  }

  /** Fills rounds with the values that are defined and returns how many there are. */
  private int resample(long[] items, Bootstrap bootstrap, double[] rounds) {
    Multinomial multinomial = new Multinomial(items, new SplittableRandom(bootstrap.seed()));
    long[] draws = new long[items.length];
    int used = 0;
    for (int round = 0; round < bootstrap.rounds(); round++) {
      multinomial.draw(draws);
      double value = alpha(draws);
      if (!Double.isNaN(value)) {
        rounds[used++] = value;
      }
    }
    return used;
  }

  /** Alpha when each combination occurs so often; not a number without variation. */
  private double alpha(long[] items) {
    double agreeing = 0;
    double[] perLabel = new double[labels];
    double n = 0;
    for (int at = 0; at < items.length; at++) {
      if (items[at] == 0) {
        continue;
      }
      LabelPattern pattern = patterns.get(at);
      int judgements = pattern.judgements();
      agreeing += (double) items[at] * pattern.agreeing() / (judgements - 1);
      n += (double) items[at] * judgements;
      for (int k = 0; k < pattern.labels().length; k++) {
        perLabel[pattern.labels()[k]] += (double) items[at] * pattern.counts()[k];
      }
    }
    double sameByChance = 0;
    for (double count : perLabel) {
      sameByChance += count * count;
    }
    double expected = n * n - sameByChance;
    return expected == 0 ? Double.NaN : 1 - (n - 1) * (n - agreeing) / expected;
  }
}
