package io.touchstone.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.Coefficient.Defined;
import io.touchstone.agreement.scale.Scale;
import io.touchstone.agreement.scale.ScaleAgreement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More than two annotators, or missing judgements, in the literature and reference tests. */
class PublishedRatersTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(100, 1);

  private static final List<String> ONE_TO_FIVE = List.of("1", "2", "3", "4", "5");

  private static final String[] FOUR_RATERS = {
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . .",
    ". 3 3 3 2 3 4 2 2 5 1 3",
    "1 2 3 3 2 4 4 1 2 5 1 ."
  };

  /** Data sets of irrCAC, from its port to Python (irrCAC/datasets.py). */
  private static final Map<String, String[]> RAW =
      Map.of(
          "raw_4raters", FOUR_RATERS,
          "raw_5observers",
              new String[] {
                "1 1 2 . 0 0 1 1 2 2 . 0 1 3 1",
                "1 1 3 0 0 0 0 . 2 1 1 0 2 3 1",
                "2 0 3 0 0 0 2 2 2 1 0 0 2 2 1",
                ". 1 3 . . . . 0 . 1 0 0 2 2 .",
                "2 . . 0 0 0 1 . 2 . . . . 3 1"
              },
          "raw_g1g2",
              new String[] {
                "a b c c b a d a b . . . b b",
                "a b c c b b d a b e . . b a",
                ". c c c b c d b b e a c c c",
                "a b c c b d d a b e a . b b"
              },
          "raw_gender",
              new String[] {
                "a a a a a b b b c a a a a a b",
                "a a a a b a b c c a a a a b a",
                "a b b c a a b b c a b b c a a",
                "c c c c a a b b c c c c c a a"
              },
          "raw_ben_gerry", new String[] {"a a b b d c c c e d d a", "b a b b b c c c e . d d"});

  /**
   * test/unit/irrCAC/raw/test_fleiss.py, test_gwet.py, test_conger.py of the same: value, lower and
   * upper limit to three digits.
   */
  @ParameterizedTest
  @CsvSource({
    "raw_4raters, fleissKappa, .761, .424, 1",
    "raw_5observers, fleissKappa, .458, .199, .716",
    "raw_g1g2, fleissKappa, .657, .333, .981",
    "raw_gender, fleissKappa, .129, -.172, .430",
    "raw_ben_gerry, fleissKappa, .649, .228, 1",
    "raw_4raters, gwetAC1, .775, .461, 1",
    "raw_5observers, gwetAC1, .497, .235, .758",
    "raw_g1g2, gwetAC1, .685, .396, .973",
    "raw_gender, gwetAC1, .208, .014, .403",
    "raw_ben_gerry, gwetAC1, .661, .257, 1",
    "raw_4raters, congerKappa, .763, .435, 1",
    "raw_5observers, congerKappa, .469, .219, .719",
    "raw_g1g2, congerKappa, .659, .343, .974",
    "raw_gender, congerKappa, .166, -.094, .426"
  })
  void values_and_limits_are_those_of_irrcac(
      String data, String name, double value, double low, double high) {
    NominalJudgements judgements = Published.rows(List.of(), RAW.get(data));

    Defined found = defined(NominalAgreement.of(judgements, BOOTSTRAP).coefficient(name));

    assertThat(found.value()).isCloseTo(value, within(0.00051));
    assertThat(found.ciLow()).isCloseTo(low, within(0.00051));
    assertThat(found.ciHigh()).isCloseTo(high, within(0.00051));
  }

  /** test_krippendorff.py of the same; the interval there is another one. */
  @ParameterizedTest
  @CsvSource({
    "raw_4raters, .743",
    "raw_5observers, .481",
    "raw_g1g2, .632",
    "raw_gender, .143",
    "raw_ben_gerry, .665"
  })
  void alphas_are_those_of_irrcac(String data, double alpha) {
    NominalJudgements judgements = Published.rows(List.of(), RAW.get(data));

    assertThat(value(AlphaNominal.of(judgements.counts(), BOOTSTRAP)))
        .isCloseTo(alpha, within(0.00051));
  }

  /** The same tests with weights, on raw_4raters: value and lower limit. */
  @ParameterizedTest
  @CsvSource({
    "fleissKappaLinear, .818, .491",
    "fleissKappaQuadratic, .865, .544",
    "gwetAC2Linear, .859, .600",
    "gwetAC2Quadratic, .914, .685",
    "gwetAC2Ordinal, .899, .664",
    "congerKappaLinear, .814, .494",
    "congerKappaQuadratic, .858, .541"
  })
  void weighted_values_and_limits_are_those_of_irrcac(String name, double value, double low) {
    ScaleAgreement agreement =
        ScaleAgreement.of(
            Published.rows(ONE_TO_FIVE, FOUR_RATERS),
            Scale.ORDINAL,
            new double[] {1, 2, 3, 4, 5},
            true,
            BOOTSTRAP);

    Defined found = defined(agreement.coefficient(name));
    assertThat(found.value()).isCloseTo(value, within(0.00051));
    assertThat(found.ciLow()).isCloseTo(low, within(0.00051));
    assertThat(found.ciHigh()).isEqualTo(1);
  }

  /**
   * Hayes and Krippendorff 2007, p. 84: ordinal .7598, as DKPro's HayesKrippendorff2007Test quotes
   * it; nominal .477 and interval .757 as printed by krippendorff_alpha.py of T. Grill on the same
   * data (README of nltk-krippendorff-validation).
   */
  @ParameterizedTest
  @CsvSource({"ORDINAL, alphaOrdinal, .7598", "INTERVAL, alphaInterval, .757"})
  void alphas_of_hayes_and_krippendorff_2007(Scale scale, String name, String printed) {
    ScaleAgreement agreement =
        ScaleAgreement.of(hayes2007(), scale, new double[] {0, 1, 2, 3}, true, BOOTSTRAP);

    assertPrinted(agreement.coefficient(name), printed);
    assertPrinted(AlphaNominal.of(hayes2007().counts(), BOOTSTRAP), ".477");
  }

  /**
   * Krippendorff 1980, p. 139, as DKPro's Krippendorff1980Test quotes it, by label and by scale.
   */
  @Test
  void alphas_of_krippendorff_1980() {
    NominalJudgements judgements =
        Published.rows(
            List.of("1", "2", "3", "4"),
            "1 1 2 4 1 2 1 3 2",
            "1 2 2 4 4 2 2 3 2",
            "1 2 2 4 4 2 3 3 2");
    double[] scores = {1, 2, 3, 4};

    NominalAgreement nominal = NominalAgreement.of(judgements, BOOTSTRAP);
    assertPrinted(nominal.coefficient("alphaNominal"), ".642");
    List<String> perLabel = List.of(".381", ".711", ".717", ".764");
    for (int label = 0; label < perLabel.size(); label++) {
      assertPrinted(nominal.perLabel().get(label).alpha(), perLabel.get(label));
    }
    assertPrinted(
        ScaleAgreement.of(judgements, Scale.INTERVAL, scores, true, BOOTSTRAP)
            .coefficient("alphaInterval"),
        ".547");
    assertPrinted(
        ScaleAgreement.of(judgements, Scale.RATIO, scores, true, BOOTSTRAP)
            .coefficient("alphaRatio"),
        ".483");
  }

  /** Krippendorff 2004, p. 227, as DKPro's Krippendorff2004Test quotes it. */
  @Test
  void alpha_of_krippendorff_2004_with_three_categories() {
    NominalJudgements judgements =
        Published.rows(List.of(), "a a b b b b b c c c c c", "a b b b b b c c c c c c");

    assertPrinted(AlphaNominal.of(judgements.counts(), BOOTSTRAP), ".734");
  }

  /** Randolph 2005, p. 17, as DKPro's Randolph2005Test quotes it. */
  @ParameterizedTest
  @CsvSource({
    "yes yes no no, yes yes no no, yes no yes no, .33, .33",
    "yes yes yes yes, yes yes yes yes, yes no no yes, -.2, .33"
  })
  void fixed_and_free_marginals_of_randolph_2005(
      String first, String second, String third, String fixed, String free) {
    LabelCounts data = Published.rows(List.of(), first, second, third).counts();

    assertPrinted(ChanceCorrected.fleissKappa(data), fixed);
    assertPrinted(ChanceCorrected.brennanPrediger(data), free);
  }

  /**
   * Warrens 2010, p. 284, from O'Malley et al. 2006, eight annotators, as DKPro's Warrens2010Test
   * quotes it: Randolph's, Fleiss's and Hubert's kappa, the last of which is Conger's.
   */
  @Test
  void kappas_of_eight_annotators_are_those_of_warrens_2010() {
    Map<String, Integer> items =
        Map.of(
            "NNNNNNNN", 14,
            "NNNANNNN", 1,
            "NNNNNNNA", 1,
            "AAAAAAAA", 10,
            "AANAAAAN", 2,
            "AANANAAN", 1,
            "AANANANN", 1);
    NominalJudgements judgements = new NominalJudgements(List.of());
    items.forEach(
        (labels, times) -> {
          for (int at = 0; at < times * labels.length(); at++) {
            int annotator = at % labels.length();
            judgements.add(
                labels + at / labels.length(),
                "annotator-" + annotator,
                labels.substring(annotator, annotator + 1));
          }
        });

    NominalAgreement agreement = NominalAgreement.of(judgements, BOOTSTRAP);

    assertPrinted(agreement.coefficient("brennanPrediger"), ".8358");
    assertPrinted(agreement.coefficient("fleissKappa"), ".8324");
    assertPrinted(agreement.coefficient("congerKappa"), ".8326");
  }

  /** R irr, kappam.fleiss on Fleiss 1971, as statsmodels tests against it. */
  @Test
  void kappa_of_fleiss_1971_is_that_of_irr_to_seven_digits() {
    assertThat(value(ChanceCorrected.fleissKappa(Published.fleiss1971())))
        .isCloseTo(0.4302445, within(5e-8));
  }

  /** The table of 14 raters on Wikipedia's page of Fleiss's kappa, as statsmodels tests it. */
  @Test
  void kappa_of_fourteen_raters_is_210() {
    int[][] table = {
      {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
      {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}
    };
    LabelCounts.Builder counts = LabelCounts.builder(ONE_TO_FIVE, 14);
    for (int[] row : table) {
      List<String> labels = new ArrayList<>();
      for (int label = 0; label < row.length; label++) {
        labels.addAll(Collections.nCopies(row[label], ONE_TO_FIVE.get(label)));
      }
      counts.add(labels, 1);
    }

    assertPrinted(ChanceCorrected.fleissKappa(counts.build()), ".210");
  }

  private static NominalJudgements hayes2007() {
    String[] items =
        ("112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223"
                + " 111.1 111.1 212.2 1233. 1101. 000.0 0011. 00.00 2333. 0000. 12.22 0111. 00010"
                + " 1212. 1122. 112.2 110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12 2222. 111.1")
            .split(" ");
    String[] rows =
        IntStream.range(0, 5)
            .mapToObj(
                annotator ->
                    IntStream.range(0, items.length)
                        .mapToObj(item -> items[item].substring(annotator, annotator + 1))
                        .reduce((left, right) -> left + " " + right)
                        .orElseThrow())
            .toArray(String[]::new);
    return Published.rows(List.of("0", "1", "2", "3"), rows);
  }

  /** Within one unit of the last digit: some print rounded, some cut. */
  private static void assertPrinted(Coefficient coefficient, String printed) {
    double unit = Math.pow(10, -(printed.length() - printed.indexOf('.') - 1));
    assertThat(value(coefficient)).isCloseTo(Double.parseDouble(printed), within(unit));
  }

  private static double value(Coefficient coefficient) {
    return defined(coefficient).value();
  }

  private static Defined defined(Coefficient coefficient) {
    assertThat(coefficient).isInstanceOf(Defined.class);
    return (Defined) coefficient;
  }
}
