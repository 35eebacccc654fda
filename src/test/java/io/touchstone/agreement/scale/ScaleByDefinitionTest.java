package io.touchstone.agreement.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.Coefficient.Defined;
import io.touchstone.agreement.Coefficient.Reason;
import io.touchstone.agreement.Coefficient.Undefined;
import io.touchstone.agreement.NominalJudgements;
import io.touchstone.agreement.Published;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The coefficients on scales against their definitions, summed pair of judgements by pair. */
class ScaleByDefinitionTest {

  private static final int MISSING = -1;
  private static final double[] SCORES = {0, 1, 2.5, 4, 10};
  private static final List<String> LABELS = List.of("none", "some", "more", "much", "all");
  private static final Bootstrap BOOTSTRAP = new Bootstrap(100, 7);

  private interface OfPair {
    double of(int first, int second);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void alpha_is_one_less_the_observed_over_the_expected_distance(long seed) {
    int[][] table = random(seed, 40, 4);
    double[] pairable = new double[LABELS.size()];
    for (int[] item : table) {
      int[] given = given(item);
      if (given.length > 1) {
        Arrays.stream(given).forEach(label -> pairable[label]++);
      }
    }

    OfPair ordinal =
        (c, k) -> {
          double between = -(pairable[c] + pairable[k]) / 2;
          for (int g = Math.min(c, k); g <= Math.max(c, k); g++) {
            between += pairable[g];
          }
          return c == k ? 0 : between * between;
        };
    OfPair interval = (c, k) -> Math.pow(SCORES[c] - SCORES[k], 2);
    OfPair ratio =
        (c, k) -> c == k ? 0 : Math.pow((SCORES[c] - SCORES[k]) / (SCORES[c] + SCORES[k]), 2);

    assertThat(value(table, Scale.ORDINAL, "alphaOrdinal"))
        .isCloseTo(alpha(table, ordinal), within(1e-12));
    assertThat(value(table, Scale.INTERVAL, "alphaInterval"))
        .isCloseTo(alpha(table, interval), within(1e-12));
    assertThat(value(table, Scale.RATIO, "alphaRatio"))
        .isCloseTo(alpha(table, ratio), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void weighted_coefficients_are_observed_above_chance_agreement(long seed) {
    int[][] table = random(seed, 40, 4);
    OfPair linear = (k, l) -> 1 - Math.abs(SCORES[k] - SCORES[l]) / 10;
    OfPair quadratic = (k, l) -> 1 - Math.pow((SCORES[k] - SCORES[l]) / 10, 2);
    OfPair ordinal =
        (k, l) -> 1 - Math.abs(k - l) * (Math.abs(k - l) + 1) / 2.0 / (LABELS.size() * 4 / 2.0);

    assertWeighted(table, "Linear", linear);
    assertWeighted(table, "Quadratic", quadratic);
    assertThat(value(table, Scale.ORDINAL, "gwetAC2Ordinal"))
        .isCloseTo(corrected(table, ordinal, ac2(table, ordinal)), within(1e-12));
  }

  private static void assertWeighted(int[][] table, String suffix, OfPair weight) {
    double[] shares = shares(table);
    double fleiss = sum((k, l) -> weight.of(k, l) * shares[k] * shares[l]);
    double brennan = sum(weight) / LABELS.size() / LABELS.size();
    double conger = 0;
    for (int g = 0; g < 4; g++) {
      for (int h = 0; h < 4; h++) {
        double[] first = ofAnnotator(table, g);
        double[] second = ofAnnotator(table, h);
        conger += g == h ? 0 : sum((k, l) -> weight.of(k, l) * first[k] * second[l]) / 12;
      }
    }
    assertThat(value(table, Scale.ORDINAL, "fleissKappa" + suffix))
        .isCloseTo(corrected(table, weight, fleiss), within(1e-12));
    assertThat(value(table, Scale.ORDINAL, "brennanPrediger" + suffix))
        .isCloseTo(corrected(table, weight, brennan), within(1e-12));
    assertThat(value(table, Scale.ORDINAL, "congerKappa" + suffix))
        .isCloseTo(corrected(table, weight, conger), within(1e-12));
    assertThat(value(table, Scale.ORDINAL, "gwetAC2" + suffix))
        .isCloseTo(corrected(table, weight, ac2(table, weight)), within(1e-12));
  }

  /** Fleiss and Cohen 1973: kappa with squared weights is an intraclass correlation. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void kappa_with_squared_weights_is_twice_the_covariance_over_the_mean_square(long seed) {
    int[][] table = complete(seed, 50, 2);
    double n = table.length;
    double first = Arrays.stream(table).mapToDouble(row -> SCORES[row[0]]).sum() / n;
    double second = Arrays.stream(table).mapToDouble(row -> SCORES[row[1]]).sum() / n;
    double covariance = 0;
    double squares = 0;
    for (int[] row : table) {
      covariance += (SCORES[row[0]] - first) * (SCORES[row[1]] - second) / n;
      squares += Math.pow(SCORES[row[0]] - first, 2) / n + Math.pow(SCORES[row[1]] - second, 2) / n;
    }
    double expected = 2 * covariance / (squares + Math.pow(first - second, 2));

    assertThat(value(table, Scale.ORDINAL, "cohenKappaQuadratic"))
        .isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void congers_kappa_of_two_complete_annotators_is_cohens(long seed) {
    int[][] table = complete(seed, 50, 2);

    for (String suffix : List.of("Linear", "Quadratic")) {
      assertThat(value(table, Scale.ORDINAL, "congerKappa" + suffix))
          .isCloseTo(value(table, Scale.ORDINAL, "cohenKappa" + suffix), within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_unit_of_an_interval_scale_and_where_it_starts_do_not_matter(long seed) {
    int[][] table = random(seed, 40, 3);
    double[] fahrenheit = Arrays.stream(SCORES).map(score -> 32 + 1.8 * score).toArray();

    ScaleAgreement celsius = agreement(table, Scale.INTERVAL, SCORES);
    ScaleAgreement converted = agreement(table, Scale.INTERVAL, fahrenheit);

    for (Coefficient coefficient : celsius.coefficients()) {
      if (coefficient instanceof Defined defined) {
        Defined other = (Defined) converted.coefficient(coefficient.name());
        assertThat(other.value()).isCloseTo(defined.value(), within(1e-9));
        assertThat(other.ciLow()).isCloseTo(defined.ciLow(), within(1e-9));
      }
    }
  }

  @Test
  void the_unit_of_a_ratio_scale_does_not_matter_and_an_ordinal_one_has_none() {
    int[][] table = random(5, 40, 3);
    double[] other = Arrays.stream(SCORES).map(score -> 7 * score).toArray();
    double[] stretched = {-5, 0, 1, 100, 1000};

    assertThat(((Defined) agreement(table, Scale.RATIO, other).coefficient("alphaRatio")).value())
        .isCloseTo(value(table, Scale.RATIO, "alphaRatio"), within(1e-12));
    assertThat(agreement(table, Scale.ORDINAL, stretched).coefficient("alphaOrdinal"))
        .isEqualTo(agreement(table, Scale.ORDINAL, SCORES).coefficient("alphaOrdinal"));
  }

  @Test
  void turning_the_order_of_the_labels_round_changes_nothing() {
    int[][] table = random(9, 40, 3);
    int[][] turned =
        Arrays.stream(table)
            .map(row -> Arrays.stream(row).map(l -> l == MISSING ? l : 4 - l).toArray())
            .toArray(int[][]::new);
    double[] even = {1, 2, 3, 4, 5};

    for (Coefficient coefficient : agreement(table, Scale.ORDINAL, even).coefficients()) {
      Coefficient other = agreement(turned, Scale.ORDINAL, even).coefficient(coefficient.name());
      if (coefficient instanceof Defined defined) {
        assertThat(((Defined) other).value()).isCloseTo(defined.value(), within(1e-12));
      } else {
        assertThat(other).isEqualTo(coefficient);
      }
    }
  }

  @Test
  void doubling_every_item_leaves_the_weighted_coefficients_as_they_are() {
    int[][] once = random(11, 40, 3);
    int[][] twice = IntStream.range(0, 80).mapToObj(item -> once[item % 40]).toArray(int[][]::new);

    for (Coefficient coefficient : agreement(once, Scale.ORDINAL, SCORES).coefficients()) {
      if (coefficient instanceof Defined defined && !defined.name().startsWith("alpha")) {
        assertThat(value(twice, Scale.ORDINAL, defined.name()))
            .isCloseTo(defined.value(), within(1e-12));
      }
    }
  }

  @Test
  void what_is_undefined_has_a_reason_and_no_number() {
    assertReason(new int[0][], "NO_ITEMS", "alphaOrdinal", "cohenKappaLinear", "gwetAC2Quadratic");
    assertReason(
        new int[][] {{1, MISSING}, {MISSING, 2}},
        "NO_PAIRABLE_ITEM",
        "alphaOrdinal",
        "congerKappaLinear",
        "fleissKappaQuadratic",
        "brennanPredigerLinear");
    assertReason(
        new int[][] {{1, 1}, {1, 1}},
        "NO_VARIATION",
        "alphaOrdinal",
        "cohenKappaLinear",
        "congerKappaLinear",
        "fleissKappaQuadratic");
    assertReason(
        new int[][] {{1, 1}, {1, 1}, {3, MISSING}},
        "NO_VARIATION",
        "alphaOrdinal",
        "cohenKappaLinear",
        "congerKappaLinear",
        "fleissKappaQuadratic");
    assertReason(new int[][] {{1, 1, 2}, {1, 3, 1}}, "NOT_APPLICABLE", "cohenKappaLinear");
    assertThat(ofOneLabel())
        .extracting(Coefficient::name)
        .contains("gwetAC2Linear", "brennanPredigerQuadratic", "congerKappaLinear");
    assertThat(ofOneLabel())
        .filteredOn(each -> !each.name().equals("percentAgreement"))
        .allSatisfy(each -> assertThat(((Undefined) each).reason()).isEqualTo(Reason.NO_VARIATION));
    assertThat(value(new int[][] {{1, 1}, {1, 1}}, Scale.ORDINAL, "gwetAC2Linear")).isEqualTo(1);
  }

  /** Two items with one label and none else declared. */
  private static List<Coefficient> ofOneLabel() {
    NominalJudgements judgements = Published.rows(List.of("1"), "1 1", "1 1");
    return ScaleAgreement.of(judgements, Scale.ORDINAL, new double[] {1}, true, BOOTSTRAP)
        .coefficients();
  }

  private static void assertReason(int[][] table, String reason, String... names) {
    ScaleAgreement agreement = agreement(table, Scale.ORDINAL, SCORES);
    for (String name : names) {
      assertThat(agreement.coefficient(name))
          .isInstanceOfSatisfying(
              Undefined.class,
              undefined -> assertThat(undefined.reason().name()).isEqualTo(reason));
    }
  }

  private static double alpha(int[][] table, OfPair distance) {
    List<Integer> all = new ArrayList<>();
    double observed = 0;
    for (int[] item : table) {
      int[] given = given(item);
      for (int a = 0; a < given.length && given.length > 1; a++) {
        all.add(given[a]);
        for (int b = 0; b < given.length; b++) {
          observed += a == b ? 0 : distance.of(given[a], given[b]) / (given.length - 1);
        }
      }
    }
    double expected = 0;
    for (int c : all) {
      for (int k : all) {
        expected += distance.of(c, k);
      }
    }
    return 1 - (all.size() - 1) * observed / expected;
  }

  private static double corrected(int[][] table, OfPair weight, double expected) {
    double sum = 0;
    int items = 0;
    for (int[] item : table) {
      int[] given = given(item);
      double ofItem = 0;
      for (int a = 0; a < given.length; a++) {
        for (int b = 0; b < given.length; b++) {
          ofItem += a == b ? 0 : weight.of(given[a], given[b]);
        }
      }
      if (given.length > 1) {
        items++;
        sum += ofItem / given.length / (given.length - 1);
      }
    }
    return (sum / items - expected) / (1 - expected);
  }

  private static double ac2(int[][] table, OfPair weight) {
    double[] shares = shares(table);
    double spread = Arrays.stream(shares).map(share -> share * (1 - share)).sum();
    return sum(weight) / (LABELS.size() * (LABELS.size() - 1)) * spread;
  }

  private static double[] shares(int[][] table) {
    List<int[]> judged =
        Arrays.stream(table).map(ScaleByDefinitionTest::given).filter(g -> g.length > 0).toList();
    IntToDoubleFunction share =
        label ->
            judged.stream()
                    .mapToDouble(
                        g -> (double) Arrays.stream(g).filter(l -> l == label).count() / g.length)
                    .sum()
                / judged.size();
    return IntStream.range(0, LABELS.size()).mapToDouble(share).toArray();
  }

  private static double[] ofAnnotator(int[][] table, int annotator) {
    int[] own = Arrays.stream(table).mapToInt(row -> row[annotator]).filter(l -> l >= 0).toArray();
    return IntStream.range(0, LABELS.size())
        .mapToDouble(
            label -> (double) Arrays.stream(own).filter(l -> l == label).count() / own.length)
        .toArray();
  }

  private static double sum(OfPair value) {
    double sum = 0;
    for (int k = 0; k < LABELS.size(); k++) {
      for (int l = 0; l < LABELS.size(); l++) {
        sum += value.of(k, l);
      }
    }
    return sum;
  }

  private static int[] given(int[] item) {
    return Arrays.stream(item).filter(label -> label != MISSING).toArray();
  }

  private static int[][] random(long seed, int items, int annotators) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] table = complete(seed, items, annotators);
    for (int[] row : table) {
      for (int at = 0; at < row.length; at++) {
        row[at] = random.nextDouble() < 0.3 ? MISSING : row[at];
      }
    }
    return table;
  }

  private static int[][] complete(long seed, int items, int annotators) {
    SplittableRandom random = new SplittableRandom(seed + 100);
    int[][] table = new int[items][annotators];
    for (int[] row : table) {
      int truth = random.nextInt(LABELS.size());
      for (int at = 0; at < row.length; at++) {
        row[at] = random.nextDouble() < 0.6 ? truth : random.nextInt(LABELS.size());
      }
    }
    return table;
  }

  private static double value(int[][] table, Scale scale, String name) {
    Coefficient coefficient = agreement(table, scale, SCORES).coefficient(name);
    assertThat(coefficient).isInstanceOf(Defined.class);
    return ((Defined) coefficient).value();
  }

  private static ScaleAgreement agreement(int[][] table, Scale scale, double[] scores) {
    NominalJudgements judgements = new NominalJudgements(LABELS);
    for (int item = 0; item < table.length; item++) {
      for (int annotator = 0; annotator < table[item].length; annotator++) {
        if (table[item][annotator] != MISSING) {
          judgements.add(
              "item-" + item, "annotator-" + annotator, LABELS.get(table[item][annotator]));
        }
      }
    }
    return ScaleAgreement.of(judgements, scale, scores, true, BOOTSTRAP);
  }
}
