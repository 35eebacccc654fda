package io.touchstone.agreement.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.Coefficient.Defined;
import io.touchstone.agreement.NominalJudgements;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The alpha of many different ratios against its definition, pair by pair. */
class AlphaOfRatiosTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(100, 7);

  /** Values spread over so many powers of e about 1, and about a value far away. */
  @ParameterizedTest
  @CsvSource({"0.0000001, 1", "0.01, 1e90", "0.9, 1e-90", "3, 1", "20, 1000", "150, 1"})
  void alpha_is_one_less_the_observed_over_the_expected_distance(double powers, double about) {
    SplittableRandom random = new SplittableRandom(3);
    double[][] items = new double[400][];
    for (int item = 0; item < items.length; item++) {
      double place = powers * random.nextDouble();
      items[item] =
          IntStream.range(0, 2 + item % 3)
              .mapToDouble(at -> about * Math.exp(place + powers * 0.3 * random.nextDouble()))
              .toArray();
    }

    assertThat(alpha(items)).isCloseTo(byDefinition(items), within(1e-11));
  }

  @Test
  void zero_is_as_far_as_can_be_from_anything_above_it() {
    double[][] items = {{0, 0}, {0, 3}, {2, 2.5}, {1e-300, 0}, {7, 7}};

    assertThat(alpha(items)).isCloseTo(byDefinition(items), within(1e-12));
  }

  @Test
  void an_item_with_thousands_of_judgements_is_computed_like_any_other() {
    SplittableRandom random = new SplittableRandom(4);
    double[][] items = new double[3][];
    for (int item = 0; item < items.length; item++) {
      double truth = 10 * (item + 1);
      items[item] =
          IntStream.range(0, 1_500).mapToDouble(at -> truth * (1 + random.nextDouble())).toArray();
    }

    assertThat(alpha(items)).isCloseTo(byDefinition(items), within(1e-11));
  }

  private static double alpha(double[][] items) {
    double[] scores =
        Arrays.stream(items).flatMapToDouble(Arrays::stream).distinct().sorted().toArray();
    NominalJudgements judgements =
        new NominalJudgements(Arrays.stream(scores).mapToObj(Double::toString).toList());
    for (int item = 0; item < items.length; item++) {
      for (int annotator = 0; annotator < items[item].length; annotator++) {
        judgements.add("item-" + item, "annotator-" + annotator, "" + items[item][annotator]);
      }
    }
    Coefficient alpha = AlphaOfRatios.of(judgements.counts(), scores, BOOTSTRAP);
    assertThat(alpha).isInstanceOf(Defined.class);
    return ((Defined) alpha).value();
  }

  private static double byDefinition(double[][] items) {
    double observed = 0;
    for (double[] item : items) {
      observed += pairs(item) / (item.length - 1);
    }
    double[] all = Arrays.stream(items).flatMapToDouble(Arrays::stream).toArray();
    return 1 - (all.length - 1) * observed / pairs(all);
  }

  private static double pairs(double[] values) {
    double sum = 0;
    for (double c : values) {
      for (double k : values) {
        sum += c == k ? 0 : Math.pow((c - k) / (c + k), 2);
      }
    }
    return sum;
  }
}
