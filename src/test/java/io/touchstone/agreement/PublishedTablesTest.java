package io.touchstone.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.Coefficient.Defined;
import io.touchstone.agreement.set.AlphaOfDistances;
import io.touchstone.statistics.StudentT;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two annotators whose table is printed in the literature or with a reference implementation. */
class PublishedTablesTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(100, 1);

  /**
   * Literature as the tests of DKPro Statistics quote it with its pages (package
   * org.dkpro.statistics.agreement.coding; a class for each source): percent agreement, Bennett's S
   * (Brennan and Prediger), Scott's pi (Fleiss of two), Cohen's kappa.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Artstein and Poesio 2008, p. 558    | 20 10/20 50                       | .7   | .4   | .341  | .348
          Artstein and Poesio 2008, p. 568    | 46 0 0/6 32 6/0 0 10              | .88  | .82  | .7995 | .8013
          Zwick 1988, p. 376, first           | 20 0 0 5/0 10 15 0/0 15 10 0/5 0 0 20 | .6 | .467 | .467 | .467
          Zwick 1988, p. 376, second          | 20 10 10 0/10 10 0 0/10 0 10 0/0 0 0 20 | .6 | .467 | .444 | .444
          Zwick 1988, p. 376, third           | 20 5 5 10/0 10 5 5/0 5 10 5/0 0 0 20 | .6 | .467 | .460 | .474
          Brennan and Prediger 1981, p. 689   | 50 0 0/10 10 10/20 0 0            | .60  | .40  |       | .27
          Brennan and Prediger 1981, p. 691   | 50 0 10/0 10 10/10 10 0           | .60  | .40  |       | .29
          Krippendorff 2004, p. 246, left     | 12 9 9/9 14 9/9 9 20              | .460 | .190 | .186  | .186
          Krippendorff 2004, p. 246, right    | 12 18 18/0 14 18/0 0 20           | .460 | .190 | .186  | .258
          Krippendorff 1995, p. 57, A         | 10 0/8 6                          |      |      | .314  | .385
          """)
  void coefficients_printed_in_the_literature(
      String source, String table, String percent, String s, String pi, String kappa) {
    NominalAgreement agreement = NominalAgreement.of(judgements(table), BOOTSTRAP);

    assertPrinted(agreement, "percentAgreement", percent);
    assertPrinted(agreement, "brennanPrediger", s);
    assertPrinted(agreement, "fleissKappa", pi);
    assertPrinted(agreement, "cohenKappa", kappa);
  }

  /** Agresti 1992, p. 202, from Landis and Koch 1977; quoted with its error in Agresti1992Test. */
  @Test
  void kappa_and_its_error_are_those_of_agresti_1992() {
    Defined kappa = defined(CohenKappa.of(judgements("22 2 2 0/5 7 14 0/0 2 36 0/0 1 17 10")));

    assertThat(kappa.value()).isCloseTo(0.493, within(0.001));
    assertThat(error(kappa)).isCloseTo(0.057, within(0.001));
  }

  /**
   * A printout of SAS, procedure FREQ, option AGREE with its default weights of Cicchetti and
   * Allison, as statsmodels tests against it (stats/tests/test_inter_rater.py, table10): kappa,
   * ASE, lower and upper confidence limit.
   */
  @ParameterizedTest
  @CsvSource({"false, .4842, .1380, .2137, .7547", "true, .4701, .1457, .1845, .7558"})
  void kappa_its_error_and_limits_are_those_of_sas(
      boolean weighted, double value, double error, double low, double high) {
    NominalJudgements judgements = judgements("0 4 1/0 8 0/0 1 5");
    Weights weights = weighted ? Weights.linear(new double[] {0, 1, 2}) : Weights.identity(3);

    Defined kappa = defined(CohenKappa.of(judgements, judgements.counts(), weights));

    assertThat(kappa.value()).isCloseTo(value, within(0.00005));
    assertThat(error(kappa)).isCloseTo(error, within(0.00005));
    assertThat(kappa.ciLow()).isCloseTo(low, within(0.00005));
    assertThat(kappa.ciHigh()).isCloseTo(high, within(0.00005));
  }

  /**
   * R irr, kappa2 on raters 2 and 3 of its data set anxiety, as statsmodels tests against it
   * (stats/tests/test_inter_rater.py, ck_w1 to ck_w3); irr takes the places of the labels that
   * occur for scores.
   */
  @Test
  void kappas_of_anxiety_are_those_of_irr() {
    NominalJudgements judgements =
        Published.rows(
            List.of("1", "2", "3", "4", "6"),
            "3 6 4 6 2 4 2 4 3 3 2 3 3 3 2 2 1 3 3 4",
            "2 1 4 4 3 2 1 6 1 1 1 2 3 3 1 1 3 3 2 2");
    double[] places = {0, 1, 2, 3, 4};

    assertThat(kappa(judgements, Weights.identity(5))).isCloseTo(-0.006289308, within(5e-10));
    assertThat(kappa(judgements, Weights.linear(places))).isCloseTo(0.1459075, within(5e-8));
    assertThat(kappa(judgements, Weights.quadratic(places))).isCloseTo(0.2520325, within(5e-8));
  }

  /** Artstein and Poesio 2008, table 8: a disagreement with Chck counts half. */
  @Test
  void weighted_alpha_and_kappa_are_those_of_artstein_and_poesio_2008() {
    NominalJudgements judgements = judgements("46 0 0/6 32 6/0 0 10");
    double[][] near = {{1, 0, .5}, {0, 1, .5}, {.5, .5, 1}};

    assertThat(kappa(judgements, new Weights("Half", near))).isCloseTo(0.8163, within(0.00005));
    assertThat(
            defined(
                    AlphaOfDistances.of(
                        "alphaHalf", judgements.counts(), (a, b) -> 1 - near[a][b], BOOTSTRAP))
                .value())
        .isCloseTo(0.8156, within(0.00005));
  }

  /**
   * irrCAC 1.4, gwet.ac1.raw, as DKPro Statistics 2.3 keeps it for its tests
   * (src/test/resources/gwet/fixture_05_likert_5x5.json).
   */
  @Test
  void ac1_and_ac2_are_those_of_irrcac() {
    NominalJudgements judgements =
        judgements("15 4 1 0 0/3 12 4 1 0/1 3 14 3 1/0 1 3 10 2/0 0 1 2 8");
    LabelCounts data = judgements.counts();
    double ac1 = (0.662921348314607 - 0.197497159449564) / (1 - 0.197497159449564);
    double ac2 = (0.966292134831461 - 0.740614347935867) / (1 - 0.740614347935867);

    assertThat(defined(ChanceCorrected.gwetAc1(data)).value()).isCloseTo(ac1, within(1e-12));
    assertThat(
            defined(
                    WeightedCoefficients.gwetAc2(
                        data, Weights.quadratic(new double[] {1, 2, 3, 4, 5})))
                .value())
        .isCloseTo(ac2, within(1e-12));
  }

  /** irrCAC for Python, test/unit/irrCAC/table/test_cohen.py: two tables, three weights. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          13 0 0/0 20 7/0 4 56                          | .796 | .843 | .892
          40 4 4 17/6 25 2 13/4 1 21 12/15 5 9 45       | .432 | .407 | .383
          """)
  void weighted_kappas_are_those_of_irrcac(
      String table, double plain, double linear, double quadratic) {
    NominalJudgements judgements = judgements(table);
    int labels = judgements.counts().labels().size();
    double[] scores = IntStream.range(0, labels).asDoubleStream().toArray();

    assertThat(kappa(judgements, Weights.identity(labels))).isCloseTo(plain, within(0.0005));
    assertThat(kappa(judgements, Weights.linear(scores))).isCloseTo(linear, within(0.0005));
    assertThat(kappa(judgements, Weights.quadratic(scores))).isCloseTo(quadratic, within(0.0005));
  }

  private static NominalJudgements judgements(String table) {
    return Published.table(
        Arrays.stream(table.strip().split("/"))
            .map(row -> Arrays.stream(row.split(" ")).mapToInt(Integer::parseInt).toArray())
            .toArray(int[][]::new));
  }

  /** Within one unit of the last digit: some print rounded, some cut. */
  private static void assertPrinted(NominalAgreement agreement, String name, String printed) {
    if (printed != null) {
      double unit = Math.pow(10, -(printed.length() - printed.indexOf('.') - 1));
      assertThat(defined(agreement.coefficient(name)).value())
          .as(name)
          .isCloseTo(Double.parseDouble(printed), within(unit));
    }
  }

  private static double kappa(NominalJudgements judgements, Weights weights) {
    return defined(CohenKappa.of(judgements, judgements.counts(), weights)).value();
  }

  private static double error(Defined kappa) {
    return (kappa.value() - kappa.ciLow()) / StudentT.Z;
  }

  private static Defined defined(Coefficient coefficient) {
    assertThat(coefficient).isInstanceOf(Defined.class);
    return (Defined) coefficient;
  }
}
