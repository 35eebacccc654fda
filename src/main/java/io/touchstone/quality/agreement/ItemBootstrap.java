package io.touchstone.quality.agreement;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Percentile intervals by resampling items, where items that look the same are drawn together. Each
 * round has its own generator, split off before the first, so that the rounds may run side by side
 * and yet come out the same every time.
 *
 * @param items how many items look like each pattern
 * @param steps roughly the additions that one value costs
 */
record ItemBootstrap(Bootstrap bootstrap, long[] items, long steps) {

  private static final long MOST_DRAWS = 20_000_000;
  private static final long MOST_STEPS = 1_000_000_000;
  private static final int FEWEST_ROUNDS = 100;

  /**
   * The coefficient with its interval.
   *
   * @param statistic value when each pattern occurs so often; not a number where undefined
   * @param least lowest value that is possible, for a single item
   */
  Coefficient around(
      String name, Basis basis, ToDoubleFunction<long[]> statistic, double value, double least) {
    if (basis.pairableItems() < 2) {
      String method = "one item: the interval is all that is possible";
      return basis.defined(name, value, Math.min(least, value), 1, method);
    }
    int rounds = rounds();
    double[] sorted = sorted(statistic, rounds);
    String method =
        "percentile bootstrap over items, "
            + sorted.length
            + " of "
            + rounds
            + " rounds with a value, seed "
            + bootstrap.seed();
    return basis.defined(
        name,
        value,
        sorted.length == 0 ? least : Bootstrap.quantile(sorted, 0.025),
        sorted.length == 0 ? 1 : Bootstrap.quantile(sorted, 0.975),
        method);
  }

  /** As many as asked, fewer where they would take minutes; the method names the number. */
  private int rounds() {
    long affordable =
        Math.min(MOST_DRAWS / Math.max(1, items.length), MOST_STEPS / Math.max(1, steps));
    return (int) Math.min(bootstrap.rounds(), Math.max(FEWEST_ROUNDS, affordable));
  }

  private double[] sorted(ToDoubleFunction<long[]> statistic, int rounds) {
    SplittableRandom source = new SplittableRandom(bootstrap.seed());
    SplittableRandom[] ofRound = new SplittableRandom[rounds];
    Arrays.setAll(ofRound, round -> source.split());
    return IntStream.range(0, rounds)
        .parallel()
        .mapToDouble(
            round -> {
              long[] draws = new long[items.length];
              new Multinomial(items, ofRound[round]).draw(draws);
              return statistic.applyAsDouble(draws);
            })
        .filter(value -> !Double.isNaN(value))
        .sorted()
        .toArray();
  }
}
