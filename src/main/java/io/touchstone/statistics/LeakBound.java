package io.touchstone.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * How many items of a batch may still show personal data, judged by a simple random sample drawn
 * without replacement: the exact one-sided upper confidence limit of the hypergeometric
 * distribution at 95 % (Buonaccorsi, The American Statistician 41, 1987; Wright, Exact Confidence
 * Bounds when Sampling from Small Finite Universes, 1991). For batches much larger than the sample
 * it becomes the limit of Clopper and Pearson (Biometrika 26, 1934); for a sample that is the whole
 * batch it is what was counted. All numbers are whole, so that no rounding decides.
 */
public final class LeakBound {

  /** One over the chance of error that is accepted, 5 %. */
  private static final BigInteger CHANCES = BigInteger.valueOf(20);

  private LeakBound() {}

  /**
   * The greatest number of leaking items with which so few misses would still come up in more than
   * 5 % of samples.
   *
   * @param population items of the batch
   * @param sample items looked at, at most the population
   * @param misses looked-at items that leak, at most the sample
   */
  static int upper(int population, int sample, int misses) {
    if (misses < 0 || misses > sample || sample > population) {
      throw new IllegalArgumentException(
          misses + " misses in " + sample + " of " + population + " items");
    }
    int possible = misses;
    int impossible = population - sample + misses + 1;
    while (impossible - possible > 1) {
      int leaking = possible + (impossible - possible) / 2;
      if (isPlausible(population, leaking, sample, misses)) {
        possible = leaking;
      } else {
        impossible = leaking;
      }
    }
    return possible;
  }

  /** {@link #upper} as a share of the batch, 0 to 1; 0 for a batch without items. */
  public static double upperShare(int population, int sample, int misses) {
    return population == 0 ? 0 : (double) upper(population, sample, misses) / population;
  }

  /**
   * The smallest sample that shows the limit to be kept if it turns up no more misses than these;
   * nothing where not even looking at every item can.
   *
   * @param limit greatest share of leaking items that is allowed, 0 to 1
   */
  static OptionalInt sampleSize(int population, double limit, int misses) {
    return sampleSizeAllowing(population, allowed(population, limit), misses);
  }

  /** As {@link #sampleSize}, with the limit as a number of items. */
  static OptionalInt sampleSizeAllowing(int population, int allowed, int misses) {
    if (misses > allowed) {
      return OptionalInt.empty();
    }
    if (population == 0) {
      return OptionalInt.of(0);
    }
    int tooSmall = misses - 1;
    int enough = Math.max(1, misses);
    while (enough < population && isPlausible(population, allowed + 1, enough, misses)) {
      tooSmall = enough;
      enough = (int) Math.min(population, 2L * enough);
    }
    while (enough - tooSmall > 1) {
      int sample = tooSmall + (enough - tooSmall) / 2;
      if (isPlausible(population, allowed + 1, sample, misses)) {
        tooSmall = sample;
      } else {
        enough = sample;
      }
    }
    return OptionalInt.of(enough);
  }

  /** The limit as a number of items, rounded down; by decimals, so that 0.29 of 100 is 29. */
  private static int allowed(int population, double limit) {
    return BigDecimal.valueOf(limit).multiply(BigDecimal.valueOf(population)).intValue();
  }

  /** Whether P(at most so many misses | so many leak) is above 5 %. */
  private static boolean isPlausible(int population, int leaking, int sample, int misses) {
    int sound = population - leaking;
    int least = Math.max(0, sample - sound);
    if (least > misses) {
      return false;
    }
    BigInteger ways = choose(leaking, least).multiply(choose(sound, sample - least));
    BigInteger sum = ways;
    for (int found = least; found < misses; found++) {
      if (found >= leaking) {
        break;
      }
      ways =
          ways.multiply(BigInteger.valueOf(leaking - found))
              .multiply(BigInteger.valueOf(sample - found))
              .divide(
                  BigInteger.valueOf(found + 1L)
                      .multiply(BigInteger.valueOf((long) sound - sample + found + 1)));
      sum = sum.add(ways);
    }
    return sum.multiply(CHANCES).compareTo(choose(population, sample)) > 0;
  }

  /** The binomial coefficient. */
  private static BigInteger choose(int n, int k) {
    int smaller = Math.min(k, n - k);
    BigInteger ways = BigInteger.ONE;
    for (int i = 1; i <= smaller; i++) {
      ways =
          ways.multiply(BigInteger.valueOf(n - smaller + (long) i)).divide(BigInteger.valueOf(i));
    }
    return ways;
  }
}
