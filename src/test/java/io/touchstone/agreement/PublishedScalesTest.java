package io.touchstone.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.Coefficient.Defined;
import io.touchstone.agreement.scale.Scale;
import io.touchstone.agreement.scale.ScaleAgreement;
import java.util.List;
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

  /** Gwet's ordinal weights for three labels, as irrCAC for Python tests them (test_weights.py). */
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

  private static Defined defined(Coefficient coefficient) {
    assertThat(coefficient).isInstanceOf(Defined.class);
    return (Defined) coefficient;
  }
}
