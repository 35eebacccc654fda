package io.touchstone.agreement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Resamples items with replacement by how often each pattern comes up: a multinomial draw that
 * costs one look-up per pattern and not one per item. Independent Poisson counts, given their sum,
 * are multinomial; so counts are drawn with a mean slightly below the items, anew where they are
 * more than the items, and what is missing is drawn item by item. The result is multinomial
 * exactly. Never changes; threads may share it.
 */
final class Resampling {

  /**
   * How many standard deviations the counts are meant to stay below the number of items: where many
   * patterns are drawn, so that hardly ever all are drawn anew; where few are, so that little is
   * left to draw item by item.
   */
  private static final double BELOW_OF_MANY = 3;

  private static final double BELOW_OF_FEW = 1;

  /** Up to here items are drawn one by one. */
  private static final long FEW = 40;

  private final long total;
  private final AliasTable ofItem;

  /** Per pattern, from where its counts are drawn. */
  private final Counts[] ofPattern;

  /** Counts of one mean, from the least that can occur on. */
  private record Counts(long least, AliasTable above) {}

  /**
   * @param items how many items look like each pattern, one or more in all
   */
  Resampling(long[] items) {
    total = Arrays.stream(items).sum();
    ofItem = new AliasTable(Arrays.stream(items).asDoubleStream().toArray());
    double deviation = Math.sqrt(total);
    double below = items.length > 10 * deviation ? BELOW_OF_MANY : BELOW_OF_FEW;
    ofPattern = total <= FEW ? new Counts[0] : counts(items, 1 - below / deviation);
  }

  private static Counts[] counts(long[] items, double rate) {
    Map<Long, Counts> ofNumber = new HashMap<>();
    Counts[] counts = new Counts[items.length];
    for (int at = 0; at < items.length; at++) {
      counts[at] = ofNumber.computeIfAbsent(items[at], number -> poisson(number * rate));
    }
    return counts;
  }

  /** As far to both sides of the mean as anything has a chance that a double can tell from 0. */
  private static Counts poisson(double mean) {
    double reach = 9 * Math.sqrt(mean);
    long least = (long) Math.max(0, mean - reach - 20);
    double[] chances = new double[(int) (mean + reach + 30 - least)];
    int mode = (int) (Math.floor(mean) - least);
    chances[mode] = 1;
    for (int at = mode + 1; at < chances.length; at++) {
      chances[at] = chances[at - 1] * mean / (least + at);
    }
    for (int at = mode - 1; at >= 0; at--) {
      chances[at] = chances[at + 1] * (least + at + 1) / mean;
    }
    return new Counts(least, new AliasTable(chances));
  }

  /** Fills draws with counts that add up to the number of items. */
  void draw(SplittableRandom random, long[] draws) {
    long left;
    do {
      left = total;
      for (int at = 0; at < ofPattern.length; at++) {
        Counts counts = ofPattern[at];
        draws[at] = counts.least + counts.above.draw(random);
        left -= draws[at];
      }
    } while (left < 0);
    if (ofPattern.length == 0) {
      Arrays.fill(draws, 0);
    }
    for (; left > 0; left--) {
      draws[ofItem.draw(random)]++;
    }
  }
}
