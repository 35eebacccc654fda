package io.touchstone.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.Coefficient.Defined;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapTest {

  /** Mean n p, variance n p (1 - p) and covariance - n p q of the multinomial distribution. */
  @ParameterizedTest
  @CsvSource({"3, 5, 2", "30, 9, 1", "200, 300, 2", "1, 1, 98", "40000, 60000, 2"})
  void a_resample_has_the_moments_of_the_multinomial_distribution(long a, long b, long c) {
    long[] items = {a, b, c};
    double n = a + b + c;
    int rounds = 20_000;
    Resampling resampling = new Resampling(items);
    SplittableRandom random = new SplittableRandom(11);
    long[] draws = new long[3];
    double[] mean = new double[3];
    double[] variance = new double[3];
    double covariance = 0;
    for (int round = 0; round < rounds; round++) {
      resampling.draw(random, draws);
      assertThat(LongStream.of(draws).sum()).isEqualTo((long) n);
      for (int at = 0; at < 3; at++) {
        mean[at] += (double) draws[at] / rounds;
        variance[at] += Math.pow(draws[at] - items[at], 2) / rounds;
      }
      covariance += ((double) draws[0] - a) * (draws[1] - b) / rounds;
    }

    for (int at = 0; at < 3; at++) {
      double expected = items[at] * (1 - items[at] / n);
      assertThat(mean[at]).isCloseTo(items[at], within(5 * Math.sqrt(expected / rounds)));
      assertThat(variance[at]).isCloseTo(expected, within(expected * 0.05 + 1e-4));
    }
    assertThat(covariance).isCloseTo(-a * b / n, within(5 * Math.sqrt(2.0 * a * b / rounds)));
  }

  /** P(X = k) of B(n, p) by the definition, for one of two patterns of so many items. */
  @ParameterizedTest
  @CsvSource({"10, 0.5", "30, 0.2", "41, 0.5", "60, 0.1", "1000, 0.003", "1000, 0.9"})
  void a_resample_of_two_patterns_has_the_shape_of_the_binomial_distribution(int n, double share) {
    long first = Math.round(n * share);
    double p = (double) first / n;
    Resampling resampling = new Resampling(new long[] {first, n - first});
    SplittableRandom random = new SplittableRandom(5);
    int rounds = 60_000;
    int[] seen = new int[n + 1];
    long[] draws = new long[2];
    for (int round = 0; round < rounds; round++) {
      resampling.draw(random, draws);
      seen[(int) draws[0]]++;
    }

    double logChance = n * Math.log1p(-p);
    for (int k = 0; k <= n; k++) {
      double chance = Math.exp(logChance);
      double deviation = Math.sqrt(rounds * chance * (1 - chance));
      assertThat((double) seen[k]).isCloseTo(rounds * chance, within(5 * deviation + 1));
      logChance += Math.log((n - k) / (k + 1.0) * p / (1 - p));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 3", "5, 5, 5", "0.001, 1000, 1"})
  void an_alias_table_draws_each_number_as_often_as_its_weight_says(double a, double b, double c) {
    double[] weights = {a, b, c};
    AliasTable table = new AliasTable(weights);
    SplittableRandom random = new SplittableRandom(3);
    int draws = 300_000;
    int[] seen = new int[3];
    for (int draw = 0; draw < draws; draw++) {
      seen[table.draw(random)]++;
    }

    for (int at = 0; at < 3; at++) {
      double chance = weights[at] / (a + b + c);
      assertThat((double) seen[at])
          .isCloseTo(draws * chance, within(5 * Math.sqrt(draws * chance) + 1e-9));
    }
  }

  @Test
  void the_same_seed_gives_the_same_interval_and_another_seed_another() {
    LabelCounts data = Published.fleiss1971();

    assertThat(AlphaNominal.of(data, Bootstrap.seeded(1)))
        .isEqualTo(AlphaNominal.of(data, Bootstrap.seeded(1)))
        .isNotEqualTo(AlphaNominal.of(data, Bootstrap.seeded(2)));
  }

  /** Both are valid for alpha on complete data; irrCAC's error of the same data is 0.0824. */
  @Test
  void the_bootstrap_interval_is_about_as_wide_as_the_linearised_one() {
    Defined alpha = (Defined) AlphaNominal.of(Published.sixRaters(), Bootstrap.seeded(1));

    assertThat((alpha.ciHigh() - alpha.ciLow()) / 2 / 1.96).isCloseTo(0.0824, within(0.02));
  }

  @Test
  void a_million_items_with_three_judgements_take_no_longer_than_their_combinations() {
    LabelCounts data =
        LabelCounts.builder(List.of("a", "b", "c"), 3)
            .add(List.of("a", "a", "a"), 400_000)
            .add(List.of("b", "b", "b"), 300_000)
            .add(List.of("a", "a", "b"), 200_000)
            .add(List.of("a", "b", "c"), 100_000)
            .build();

    Defined alpha = (Defined) AlphaNominal.of(data, Bootstrap.seeded(1));

    assertThat(alpha.items()).isEqualTo(1_000_000);
    assertThat(alpha.ciHigh() - alpha.ciLow()).isBetween(0.001, 0.01);
  }

  @Test
  void too_few_rounds_are_refused() {
    assertThatThrownBy(() -> new Bootstrap(99, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
