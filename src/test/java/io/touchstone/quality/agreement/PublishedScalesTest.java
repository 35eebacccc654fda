package io.touchstone.quality.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.quality.agreement.Coefficient.Defined;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers on ordered labels printed in the literature or by a reference implementation. */
class PublishedScalesTest {

  private static final List<String> FIVE = List.of("1", "2", "3", "4", "5");
  private static final double[] ONE_TO_FIVE = {1, 2, 3, 4, 5};
  private static final Bootstrap BOOTSTRAP = Bootstrap.seeded(42);

  /** Krippendorff 2011, section E: the same twelve units at each level of measurement. */
  @ParameterizedTest
  @CsvSource({
    "ORDINAL, alphaOrdinal, 0.815",
    "INTERVAL, alphaInterval, 0.849",
    "RATIO, alphaRatio, 0.797"
  })
  void alpha_of_krippendorff_2011_example_c_at_each_level(Scale scale, String name, double alpha) {
    ScaleAgreement agreement = ScaleAgreement.of(exampleC(), scale, ONE_TO_FIVE, true, BOOTSTRAP);

    Defined found = defined(agreement.coefficient(name));
    assertThat(found.value()).isCloseTo(alpha, within(0.0005));
    assertThat(found.items()).isEqualTo(11);
    assertThat(found.ciLow()).isLessThan(found.value());
    assertThat(found.ciHigh()).isBetween(found.value(), 1.0);
  }

  /** irrCAC README, cac.raw4raters: value .76282, pe .2334252, standard error .14917 (t, 11 df). */
  @Test
  void congers_kappa_with_missing_judgements_is_that_of_irrcac() {
    NominalJudgements judgements =
        Published.rows(
            FIVE,
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . .",
            ". 3 3 3 2 3 4 2 2 5 1 3",
            "1 2 3 3 2 4 4 1 2 5 1 .");

    Defined conger =
        defined(
            CongerKappa.of(judgements.named(), judgements.counts(), Weights.identity(FIVE.size())));

    assertThat(conger.value()).isCloseTo(0.76282, within(0.000005));
    assertThat(conger.value() - conger.ciLow()).isCloseTo(0.14917 * 2.200985, within(0.00002));
    assertThat(conger.ciHigh()).isEqualTo(1);
  }

  /**
   * Fleiss 1981, "Statistical Methods for Rates and Proportions", table 13.1: kappa .676 with the
   * error of Fleiss, Cohen and Everitt 1969, .088.
   */
  @Test
  void kappa_and_its_error_are_those_of_fleiss_1981() {
    Defined kappa = cohen(new int[][] {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}}, Weights.identity(3));

    assertThat(kappa.value()).isCloseTo(0.676, within(0.0005));
    assertThat(error(kappa)).isCloseTo(0.0877, within(0.0005));
  }

  /** SAS, procedure FREQ, option AGREE, with its default weights of Cicchetti and Allison. */
  @Test
  void kappa_with_linear_weights_and_its_error_are_those_of_sas() {
    int[][] table = {{0, 4, 1}, {0, 8, 0}, {0, 1, 5}};

    Defined plain = cohen(table, Weights.identity(3));
    Defined linear = cohen(table, Weights.linear(new double[] {1, 2, 3}));

    assertThat(plain.value()).isCloseTo(0.4842, within(0.00005));
    assertThat(error(plain)).isCloseTo(0.1380, within(0.00005));
    assertThat(linear.value()).isCloseTo(0.4701, within(0.00005));
    assertThat(error(linear)).isCloseTo(0.1457, within(0.00005));
  }

  /** Gwet's ordinal weights for three labels, as irrCAC prints them: 1, 2/3, 0. */
  @Test
  void ordinal_weights_count_the_pairs_of_labels_between() {
    assertThat(Weights.ordinal(3).matrix()[0])
        .containsExactly(new double[] {1, 2.0 / 3, 0}, within(1e-12));
    assertThat(Weights.linear(new double[] {1, 2, 3}).matrix()[0])
        .containsExactly(new double[] {1, 0.5, 0}, within(1e-12));
    assertThat(Weights.quadratic(new double[] {1, 2, 3}).matrix()[0])
        .containsExactly(new double[] {1, 0.75, 0}, within(1e-12));
  }

  private static NominalJudgements exampleC() {
    return Published.rows(
        FIVE,
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .");
  }

  private static Defined cohen(int[][] table, Weights weights) {
    NominalJudgements judgements =
        new NominalJudgements(
            IntStream.range(0, table.length).mapToObj(Integer::toString).toList());
    int item = 0;
    for (int k = 0; k < table.length; k++) {
      for (int l = 0; l < table.length; l++) {
        for (int n = 0; n < table[k][l]; n++) {
          judgements.add("item-" + item, "a", "" + k).add("item-" + item++, "b", "" + l);
        }
      }
    }
    return defined(CohenKappa.of(judgements, judgements.counts(), weights));
  }

  private static double error(Defined kappa) {
    return (kappa.value() - kappa.ciLow()) / StudentT.Z;
  }

  private static Defined defined(Coefficient coefficient) {
    assertThat(coefficient).isInstanceOf(Defined.class);
    return (Defined) coefficient;
  }
}
