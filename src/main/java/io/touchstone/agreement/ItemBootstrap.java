package io.touchstone.agreement;

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
public record ItemBootstrap(Bootstrap bootstrap, long[] items, long steps) {

  /**
   * What one interval takes some ten seconds for on two processors that do nothing else: measured
   * at 2.75 nanoseconds of one processor a step, on 100,000 items with two different numbers each.
   */
  private static final long MOST_STEPS = 7_000_000_000L;

  private static final int FEWEST_ROUNDS = 100;

  /** Additions that one draw costs. */
  private static final long STEPS_OF_DRAW = 4;

  /** Below this a second thread costs more than it brings. */
  private static final long WORTH_SHARING = 5_000_000;

  private static final int SHARES = 16;

  /**
   * The coefficient with its interval.
   *
   * @param statistic value when each pattern occurs so often, which may not change the draws; not a
   *     number where undefined
   * @param least lowest value that is possible, for a single item
   */
  public Coefficient around(
      String name, Basis basis, ToDoubleFunction<long[]> statistic, double value, double least) {
    if (basis.pairableItems() < 2) {
      String method = "one item: the interval is all that is possible";
      return basis.defined(name, value, Math.min(least, value), 1, method);
    }
    int rounds = rounds();
    double[] sorted =
        Arrays.stream(values(statistic, rounds))
            .filter(each -> !Double.isNaN(each))
            .sorted()
            .toArray();
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
    return (int) Math.min(bootstrap.rounds(), Math.max(FEWEST_ROUNDS, MOST_STEPS / stepsOfRound()));
  }

  private long stepsOfRound() {
    return Math.max(1, steps) + STEPS_OF_DRAW * items.length;
  }

  private double[] values(ToDoubleFunction<long[]> statistic, int rounds) {
    SplittableRandom source = new SplittableRandom(bootstrap.seed());
    SplittableRandom[] ofRound = new SplittableRandom[rounds];
    Arrays.setAll(ofRound, round -> source.split());
    Resampling resampling = new Resampling(items);
    double[] values = new double[rounds];
    boolean shared = rounds * stepsOfRound() > WORTH_SHARING;
    IntStream shares = IntStream.range(0, shared ? SHARES : 1);
    (shared ? shares.parallel() : shares)
        .forEach(
            share -> {
              long[] draws = new long[items.length];
              for (int round = share; round < rounds; round += shared ? SHARES : 1) {
                resampling.draw(ofRound[round], draws);
                values[round] = statistic.applyAsDouble(draws);
              }
            });
    return values;
  }
}
