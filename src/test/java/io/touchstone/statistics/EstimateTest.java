package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimateTest {

  @Test
  void the_median_lies_between_order_statistics() {
    // n = 25: 12.5 -+ 1.96 * 5 / 2 = 7.6 and 17.4, outwards to the 7th and the 19th value.
    double[] values = IntStream.rangeClosed(1, 25).mapToDouble(i -> i).toArray();

    Estimate median = Estimate.median(values, "NONE");

    assertThat(median).isEqualTo(new Estimate(13.0, 7.0, 19.0, 25, ""));
  }

  @Test
  void its_interval_holds_the_true_median_nineteen_times_in_twenty_or_more() {
    Random random = new Random(3);
    int held = 0;
    for (int round = 0; round < 2_000; round++) {
      double[] values = random.doubles(30).map(u -> -Math.log(u)).toArray();
      Estimate median = Estimate.median(values, "NONE");
      held += median.low() <= Math.log(2) && Math.log(2) <= median.high() ? 1 : 0;
    }

    assertThat(held / 2_000.0).isBetween(0.945, 0.99);
  }

  @Test
  void few_values_have_a_median_without_an_interval_and_none_has_a_reason() {
    assertThat(Estimate.median(new double[] {5, 1, 3, 7}, "NONE"))
        .isEqualTo(new Estimate(4.0, null, null, 4, ""));
    assertThat(Estimate.median(new double[0], "NONE"))
        .isEqualTo(new Estimate(null, null, null, 0, "NONE"));
  }

  /** Four shares 0, 1, 1, 1: mean 0.75, deviation 0.5, t(3) = 3.182, so 0.75 -+ 0.796. */
  @Test
  void the_mean_of_shares_has_students_interval_cut_at_its_ends() {
    Estimate mean = Estimate.meanShare(3, 3, 4, "NONE");

    assertThat(mean.value()).isEqualTo(0.75);
    assertThat(mean.low()).isEqualTo(0);
    assertThat(mean.high()).isEqualTo(1);
    // 100 of 0.5 and 100 of 1: deviation 0.25063, t(199) = 1.972, error 0.03495.
    Estimate narrow = Estimate.meanShare(150, 125, 200, "NONE");
    assertThat(narrow.low()).isCloseTo(0.75 - 0.03495, within(5e-5));
    assertThat(narrow.high()).isCloseTo(0.75 + 0.03495, within(5e-5));
  }
}
