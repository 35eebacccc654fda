package io.touchstone.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How many items of a batch may still show personal data, judged by random samples that were drawn
 * from each of its strata: a one-sided upper limit that holds at 95 % however the leaking items are
 * spread over the strata.
 *
 * <ul>
 *   <li>One stratum: {@link LeakBound}, exact.
 *   <li>Several and no miss: exact, too. The chance to see none of the leaking ones is a product
 *       over the strata whose factors are log-concave, so that placing one after the other where it
 *       is likeliest to stay unseen gives the worst spread.
 *   <li>Several and misses: what is counted is a sum of hypergeometric, hence of independent
 *       Bernoulli variables (Vatutin and Mikhailov, Theory Probab. Appl. 27, 1982), whose lower
 *       tail is below that of the binomial of the same mean (Hoeffding, Ann. Math. Statist. 27,
 *       1956, theorem 4). With the smallest sampling fraction f of all strata the mean is at least
 *       f times the leaking items, so the limit of Clopper and Pearson, times n / f, holds.
 * </ul>
 */
public final class StratifiedBound {

  private static final double ERROR = 0.05;

  private StratifiedBound() {}

  /**
   * A part of the batch.
   *
   * @param population its items
   * @param sample how many of them were drawn at random
   */
  public record Stratum(int population, int sample) {}

  /** The greatest number of leaking items that so few misses leave plausible. */
  public static int upper(List<Stratum> strata, int misses) {
    int population = strata.stream().mapToInt(Stratum::population).sum();
    int sample = strata.stream().mapToInt(Stratum::sample).sum();
    if (strata.size() <= 1 || sample == population) {
      return LeakBound.upper(population, sample, misses);
    }
    int most = population - sample + misses;
    int upper = misses == 0 ? worstUnseen(strata) : byMean(strata, sample, misses);
    return Math.min(most, upper);
  }

  private static int worstUnseen(List<Stratum> strata) {
    int[] leaking = new int[strata.size()];
    double unseen = 1;
    for (int placed = 0; ; placed++) {
      int best = 0;
      for (int i = 1; i < leaking.length; i++) {
        if (staysUnseen(strata.get(i), leaking[i]) > staysUnseen(strata.get(best), leaking[best])) {
          best = i;
        }
      }
      unseen *= staysUnseen(strata.get(best), leaking[best]);
      if (unseen <= ERROR) {
        return placed;
      }
      leaking[best]++;
    }
  }

  /** By how much one more leaking item lowers the chance that none of a stratum is seen. */
  private static double staysUnseen(Stratum stratum, int leaking) {
    int sound = stratum.population() - leaking;
    return sound <= stratum.sample() ? 0 : (double) (sound - stratum.sample()) / sound;
  }

  private static int byMean(List<Stratum> strata, int sample, int misses) {
    double share = Binomial.upperLimit(sample, misses);
    double least =
        strata.stream().mapToDouble(s -> (double) s.sample() / s.population()).min().orElse(0);
    boolean holds = sample * share >= misses + 1;
    return holds && least > 0
        ? (int) Math.min(Integer.MAX_VALUE, Math.floor(sample * share / least))
        : Integer.MAX_VALUE;
  }

  /**
   * How many items of each stratum a sample takes: in proportion, rounded up, so that every stratum
   * is looked at and none has a smaller fraction than the whole.
   */
  public static int[] allocation(int[] populations, int sample) {
    long population = Arrays.stream(populations).asLongStream().sum();
    return Arrays.stream(populations)
        .map(each -> (int) (((long) sample * each + population - 1) / Math.max(1, population)))
        .toArray();
  }

  /**
   * The smallest sample, before rounding up in the strata, that shows that no more items leak than
   * are allowed if it turns up no more misses than these; nothing where no sample can.
   */
  public static OptionalInt sampleSize(int[] populations, int allowed, int misses) {
    int population = Arrays.stream(populations).sum();
    if (populations.length <= 1) {
      return LeakBound.sampleSizeAllowing(population, allowed, misses);
    }
    if (misses > allowed) {
      return OptionalInt.empty();
    }
    int tooSmall = Math.max(0, misses - 1);
    int enough = population;
    while (enough - tooSmall > 1) {
      int sample = tooSmall + (enough - tooSmall) / 2;
      if (upper(drawn(populations, sample), misses) <= allowed) {
        enough = sample;
      } else {
        tooSmall = sample;
      }
    }
    return OptionalInt.of(enough);
  }

  private static List<Stratum> drawn(int[] populations, int sample) {
    int[] allocation = allocation(populations, sample);
    return IntStream.range(0, populations.length)
        .mapToObj(i -> new Stratum(populations[i], allocation[i]))
        .toList();
  }
}
