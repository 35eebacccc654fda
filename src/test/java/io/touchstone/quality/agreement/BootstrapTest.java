package io.touchstone.quality.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.quality.agreement.Coefficient.Defined;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapTest {

  @ParameterizedTest
  @CsvSource({
    "20, 0.3",
    "40, 0.5",
    "1000, 0.02",
    "1000, 0.9",
    "1000000, 0.25",
    "1000000, 0.000004"
  })
  void binomial_draws_have_the_mean_and_variance_of_the_distribution(long n, double p) {
    Multinomial multinomial = new Multinomial(new long[] {1}, new SplittableRandom(11));
    int draws = 40_000;
    double[] values =
        LongStream.range(0, draws).mapToDouble(draw -> multinomial.binomial(n, p)).toArray();

    double mean = 0;
    for (double value : values) {
      mean += value / draws;
    }
    double variance = 0;
    for (double value : values) {
      variance += (value - mean) * (value - mean) / draws;
    }
    double expected = n * p * (1 - p);
    assertThat(mean).isCloseTo(n * p, within(5 * Math.sqrt(expected / draws)));
    assertThat(variance).isCloseTo(expected, within(expected * 0.05));
  }

  /** P(X = k) of B(40, 0.5) by the definition, against the rejection sampler. */
  @Test
  void binomial_draws_have_the_shape_of_the_distribution() {
    Multinomial multinomial = new Multinomial(new long[] {1}, new SplittableRandom(5));
    int draws = 200_000;
    int[] seen = new int[41];
    for (int draw = 0; draw < draws; draw++) {
      seen[(int) multinomial.binomial(40, 0.5)]++;
    }

    double probability = Math.pow(0.5, 40);
    for (int k = 0; k <= 40; k++) {
      double deviation = Math.sqrt(draws * probability * (1 - probability));
      assertThat((double) seen[k]).isCloseTo(draws * probability, within(5 * deviation + 1));
      probability *= (40.0 - k) / (k + 1);
    }
  }

  @Test
  void a_resample_has_as_many_items_as_the_sample() {
    long[] weights = {3, 500, 0, 41, 1};
    Multinomial multinomial = new Multinomial(weights, new SplittableRandom(3));
    long[] draws = new long[weights.length];

    for (int round = 0; round < 1_000; round++) {
      multinomial.draw(draws);
      assertThat(LongStream.of(draws).sum()).isEqualTo(545);
      assertThat(draws[2]).isZero();
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
