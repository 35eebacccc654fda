package io.touchstone.agreement;

/**
 * Krippendorff's alpha for nominal labels, any number of annotators, any judgement missing
 * (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C): 1 - (n - 1) times
 * the observed over the expected disagreement among the n pairable judgements. The interval
 * resamples items, since judgements on one item are not independent.
 */
public final class AlphaNominal {

  private static final String NAME = "alphaNominal";
  private final PairablePatterns patterns;

  /** Judgements that disagree, by pattern: its ordered unequal pairs over its judgements less 1. */
  private final double[] observed;

  private AlphaNominal(LabelCounts data) {
    patterns = new PairablePatterns(data);
    observed = new double[patterns.size()];
    for (int pattern = 0; pattern < observed.length; pattern++) {
      double m = patterns.judgements(pattern);
      double unequal = m * (m - 1);
      for (int at = patterns.start(pattern); at < patterns.start(pattern + 1); at++) {
        unequal -= (double) patterns.count(at) * (patterns.count(at) - 1);
      }
      observed[pattern] = unequal / (m - 1);
    }
  }

  public static Coefficient of(LabelCounts data, Bootstrap bootstrap) {
    return ChanceCorrected.unpairable(NAME, data)
        .or(() -> ChanceCorrected.invariable(NAME, data))
        .orElseGet(
            () -> {
              AlphaNominal alpha = new AlphaNominal(data);
              long[] items = alpha.patterns.items();
              long steps = alpha.patterns.entries() + 2L * data.labels().size();
              return new ItemBootstrap(bootstrap, items, steps)
                  .around(NAME, Basis.of(data), alpha::of, alpha.of(items), -1);
            });
  }

  /** Alpha when each combination occurs so often; not a number without variation. */
  private double of(long[] items) {
    double[] perLabel = patterns.perLabel(items);
    double n = PairablePatterns.sum(perLabel);
    double sameByChance = 0;
    for (double count : perLabel) {
      sameByChance += count * count;
    }
    double expected = n * n - sameByChance;
    return expected == 0
        ? Double.NaN
        : 1 - (n - 1) * PairablePatterns.sum(items, observed) / expected;
  }
}
