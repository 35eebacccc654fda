package io.touchstone.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.Coefficient.Defined;
import io.touchstone.statistics.StudentT;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Numbers printed in the literature or by a reference implementation. */
class PublishedValuesTest {

  private static final Offset<Double> THREE_DIGITS = within(0.0005);
  private static final Offset<Double> FIVE_DIGITS = within(0.000005);
  private static final Offset<Double> SEVEN_DIGITS = within(0.00000005);
  private static final Bootstrap BOOTSTRAP = Bootstrap.seeded(42);

  @Test
  void alpha_of_krippendorff_2011_example_a_is_095() {
    assertThat(alpha(Published.krippendorff2011a())).isCloseTo(0.095, THREE_DIGITS);
  }

  @Test
  void alpha_of_krippendorff_2011_example_b_is_692() {
    assertThat(alpha(Published.krippendorff2011b())).isCloseTo(0.692, THREE_DIGITS);
  }

  @Test
  void alpha_of_krippendorff_2011_example_c_with_missing_values_is_743() {
    assertThat(alpha(Published.krippendorff2011c())).isCloseTo(0.743, THREE_DIGITS);
  }

  @Test
  void coincidences_are_those_that_krippendorff_2011_prints_for_example_c() {
    Coincidences coincidences = Coincidences.of(Published.krippendorff2011c().counts());

    double third = 1.0 / 3;
    assertRow(coincidences, 0, 7, 4 * third, third, third, 0);
    assertRow(coincidences, 1, 4 * third, 10, 4 * third, third, 0);
    assertRow(coincidences, 2, third, 4 * third, 8, third, 0);
    assertRow(coincidences, 3, third, third, third, 4, 0);
    assertRow(coincidences, 4, 0, 0, 0, 0, 3);
  }

  @Test
  void kappa_of_fleiss_1971_is_430_with_pa_5556_and_pe_2201() {
    Defined kappa = defined(ChanceCorrected.fleissKappa(Published.fleiss1971()));
    Defined percent = defined(ChanceCorrected.percentAgreement(Published.fleiss1971()));

    assertThat(kappa.value()).isCloseTo(0.430, THREE_DIGITS);
    assertThat(percent.value()).isCloseTo(0.5556, within(0.00005));
    assertThat(kappa.items()).isEqualTo(30);
    assertThat(kappa.pairs()).isEqualTo(30 * 15);
  }

  /** irrCAC README: coefficient, standard error and limits, cac.raw4raters (t, 11 degrees). */
  @Test
  void with_missing_values_value_and_interval_are_those_of_irrcac() {
    LabelCounts data = Published.krippendorff2011c().counts();

    assertIrrCac(ChanceCorrected.percentAgreement(data), 0.8181818, 0.12561, 2.200985);
    assertIrrCac(ChanceCorrected.gwetAc1(data), 0.77544, 0.14295, 2.200985);
    assertIrrCac(ChanceCorrected.fleissKappa(data), 0.76117, 0.15302, 2.200985);
    assertIrrCac(ChanceCorrected.brennanPrediger(data), 0.77273, 0.14472, 2.200985);
  }

  /** irrCAC README, distrib.6raters (t, 14 degrees of freedom: 2.144787). */
  @Test
  void with_six_raters_value_and_interval_are_those_of_irrcac() {
    LabelCounts data = Published.sixRaters();

    Defined ac1 = defined(ChanceCorrected.gwetAc1(data));
    Defined fleiss = defined(ChanceCorrected.fleissKappa(data));
    Defined brennan = defined(ChanceCorrected.brennanPrediger(data));

    assertThat(ac1.value()).isCloseTo(0.4448007, SEVEN_DIGITS);
    assertThat(fleiss.value()).isCloseTo(0.4139265, SEVEN_DIGITS);
    assertThat(brennan.value()).isCloseTo(0.4388889, SEVEN_DIGITS);
    assertThat(defined(AlphaNominal.of(data, BOOTSTRAP)).value())
        .isCloseTo(0.4204384, SEVEN_DIGITS);
    assertThat((ac1.ciHigh() - ac1.ciLow()) / 2).isCloseTo(0.08418757 * 2.144787, within(1e-7));
    assertThat((fleiss.ciHigh() - fleiss.ciLow()) / 2)
        .isCloseTo(0.08119291 * 2.144787, within(1e-7));
    assertThat((brennan.ciHigh() - brennan.ciLow()) / 2)
        .isCloseTo(0.08312142 * 2.144787, within(1e-7));
  }

  /** irrCAC README, cont3x3abstractors; its table functions divide by n where ours do by n - 1. */
  @Test
  void with_two_abstractors_the_values_are_those_of_irrcac() {
    NominalAgreement agreement = NominalAgreement.of(Published.abstractors(), BOOTSTRAP);

    assertThat(value(agreement, "cohenKappa")).isCloseTo(0.7964094, SEVEN_DIGITS);
    assertThat(value(agreement, "gwetAC1")).isCloseTo(0.8493305, SEVEN_DIGITS);
    assertThat(value(agreement, "brennanPrediger")).isCloseTo(0.835, SEVEN_DIGITS);
    assertThat(value(agreement, "alphaNominal")).isCloseTo(0.7972585, SEVEN_DIGITS);
    assertThat(value(agreement, "percentAgreement")).isCloseTo(0.89, SEVEN_DIGITS);
    Defined cohen = defined(agreement.coefficient("cohenKappa"));
    assertThat(cohen.ciHigh() - cohen.value())
        .isCloseTo(0.05891072 * 1.959963984540054, SEVEN_DIGITS);
  }

  @Test
  void kappa_of_cohen_1960_is_492() {
    Defined kappa = defined(CohenKappa.of(Published.cohen1960()));

    assertThat(kappa.value()).isCloseTo(0.492, THREE_DIGITS);
  }

  /** Any printed table of Student's t, two-sided 5 %. */
  @Test
  void quantiles_of_students_t_are_those_of_the_tables() {
    assertThat(StudentT.quantile975(1)).isCloseTo(12.706, THREE_DIGITS);
    assertThat(StudentT.quantile975(2)).isCloseTo(4.303, THREE_DIGITS);
    assertThat(StudentT.quantile975(10)).isCloseTo(2.228, THREE_DIGITS);
    assertThat(StudentT.quantile975(29)).isCloseTo(2.045, THREE_DIGITS);
    assertThat(StudentT.quantile975(120)).isCloseTo(1.980, THREE_DIGITS);
    assertThat(StudentT.quantile975(999)).isCloseTo(StudentT.quantile975(1000), within(1e-5));
    assertThat(StudentT.quantile975(1_000_000_000)).isCloseTo(1.959964, within(1e-6));
  }

  private static void assertIrrCac(Coefficient coefficient, double value, double error, double t) {
    Defined defined = defined(coefficient);
    assertThat(defined.value()).isCloseTo(value, FIVE_DIGITS);
    assertThat(defined.value() - defined.ciLow()).isCloseTo(error * t, within(0.00002));
    assertThat(defined.ciHigh()).isEqualTo(1);
    assertThat(defined.items()).isEqualTo(11);
    assertThat(defined.annotators()).isEqualTo(4);
  }

  private static void assertRow(Coincidences coincidences, int row, double... expected) {
    List<Double> cells = coincidences.matrix().get(row);
    for (int column = 0; column < expected.length; column++) {
      assertThat(cells.get(column)).isCloseTo(expected[column], within(1e-12));
    }
  }

  private static double alpha(NominalJudgements judgements) {
    return defined(AlphaNominal.of(judgements.counts(), BOOTSTRAP)).value();
  }

  private static double value(NominalAgreement agreement, String name) {
    return defined(agreement.coefficient(name)).value();
  }

  private static Defined defined(Coefficient coefficient) {
    assertThat(coefficient).isInstanceOf(Defined.class);
    return (Defined) coefficient;
  }
}
