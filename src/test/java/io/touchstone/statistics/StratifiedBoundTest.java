package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.statistics.StratifiedBound.Stratum;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StratifiedBoundTest {

  @Test
  void one_stratum_is_the_batch() {
    for (int sample = 0; sample <= 40; sample += 4) {
      assertThat(StratifiedBound.upper(List.of(new Stratum(40, sample)), 0))
          .isEqualTo(LeakBound.upper(40, sample, 0));
    }
  }

  /**
   * Every spread of the leaking items over the strata and every sample is counted. Without a miss
   * the bound is exactly the most that some spread leaves plausible; with misses it is never below.
   */
  @Test
  void the_bound_covers_every_spread_of_the_leaking_items() {
    int[][] populations = {{4, 4}, {5, 3}, {6, 1}, {3, 3, 2}, {8, 2}};
    for (int[] each : populations) {
      for (List<Stratum> strata : samples(each, 0)) {
        int sample = strata.stream().mapToInt(Stratum::sample).sum();
        for (int misses = 0; misses <= sample; misses++) {
          int counted = counted(strata, misses);
          int bound = StratifiedBound.upper(strata, misses);
          assertThat(bound).as("%s, %d misses", strata, misses).isGreaterThanOrEqualTo(counted);
          if (misses == 0) {
            assertThat(bound).as("%s", strata).isEqualTo(counted);
          }
        }
      }
    }
  }

  private static List<List<Stratum>> samples(int[] populations, int from) {
    if (from == populations.length) {
      return List.of(List.of());
    }
    List<List<Stratum>> all = new ArrayList<>();
    for (int sample = 0; sample <= populations[from]; sample++) {
      for (List<Stratum> rest : samples(populations, from + 1)) {
        List<Stratum> strata = new ArrayList<>(List.of(new Stratum(populations[from], sample)));
        strata.addAll(rest);
        all.add(strata);
      }
    }
    return all;
  }

  /** The most leaking items of which some spread shows so few misses in more than 5 %. */
  private static int counted(List<Stratum> strata, int misses) {
    int most = misses;
    for (List<Integer> spread : spreads(strata, 0)) {
      double[] chance = {1};
      for (int i = 0; i < strata.size(); i++) {
        chance = convolved(chance, found(strata.get(i), spread.get(i)));
      }
      double few = 0;
      for (int x = 0; x <= Math.min(misses, chance.length - 1); x++) {
        few += chance[x];
      }
      int leaking = spread.stream().mapToInt(Integer::intValue).sum();
      if (few > 0.05 + 1e-12) {
        most = Math.max(most, leaking);
      }
    }
    int population = strata.stream().mapToInt(Stratum::population).sum();
    int sample = strata.stream().mapToInt(Stratum::sample).sum();
    return Math.min(most, population - sample + misses);
  }

  private static List<List<Integer>> spreads(List<Stratum> strata, int from) {
    if (from == strata.size()) {
      return List.of(List.of());
    }
    List<List<Integer>> all = new ArrayList<>();
    for (int leaking = 0; leaking <= strata.get(from).population(); leaking++) {
      for (List<Integer> rest : spreads(strata, from + 1)) {
        List<Integer> spread = new ArrayList<>(List.of(leaking));
        spread.addAll(rest);
        all.add(spread);
      }
    }
    return all;
  }

  /** Chances of each number of leaking ones, by counting all samples of the stratum. */
  private static double[] found(Stratum stratum, int leaking) {
    double[] found = new double[stratum.sample() + 1];
    int all = 0;
    for (int drawn = 0; drawn < 1 << stratum.population(); drawn++) {
      if (Integer.bitCount(drawn) == stratum.sample()) {
        all++;
        found[Integer.bitCount(drawn & ((1 << leaking) - 1))]++;
      }
    }
    for (int i = 0; i < found.length; i++) {
      found[i] /= all;
    }
    return found;
  }

  private static double[] convolved(double[] some, double[] others) {
    double[] sum = new double[some.length + others.length - 1];
    for (int i = 0; i < some.length; i++) {
      for (int j = 0; j < others.length; j++) {
        sum[i + j] += some[i] * others[j];
      }
    }
    return sum;
  }

  @Test
  void a_sample_of_the_size_that_is_asked_for_shows_the_limit() {
    int[] populations = {700, 250, 49, 1};
    for (int misses = 0; misses <= 2; misses++) {
      int sample = StratifiedBound.sampleSize(populations, 50, misses).orElseThrow();
      List<Stratum> strata = new ArrayList<>();
      int[] allocation = StratifiedBound.allocation(populations, sample);
      for (int i = 0; i < populations.length; i++) {
        strata.add(new Stratum(populations[i], allocation[i]));
        assertThat(allocation[i]).isPositive();
      }
      assertThat(StratifiedBound.upper(strata, misses)).isLessThanOrEqualTo(50);
      assertThat(sample)
          .as("not far from what one stratum needs")
          .isLessThan(LeakBound.sampleSizeAllowing(1_000, 50, misses).orElseThrow() + 14);
    }
  }

  @Test
  void no_sample_helps_once_more_was_missed_than_may_leak() {
    assertThat(StratifiedBound.sampleSize(new int[] {30, 10}, 2, 3)).isEmpty();
  }

  @Test
  void a_source_of_which_nothing_was_seen_may_leak_as_a_whole() {
    assertThat(StratifiedBound.upper(List.of(new Stratum(100, 100), new Stratum(40, 0)), 0))
        .isEqualTo(40);
  }
}
