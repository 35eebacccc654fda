package io.touchstone.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.Coefficient.Defined;
import io.touchstone.agreement.scale.Scale;
import io.touchstone.agreement.scale.ScaleAgreement;
import io.touchstone.agreement.set.SetAgreement;
import io.touchstone.agreement.span.AlphaOfUnits;
import io.touchstone.agreement.span.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.coding.PercentageAgreement;
import org.dkpro.statistics.agreement.coding.RandolphKappaAgreement;
import org.dkpro.statistics.agreement.coding.ScottPiAgreement;
import org.dkpro.statistics.agreement.coding.WeightedKappaAgreement;
import org.dkpro.statistics.agreement.distance.IDistanceFunction;
import org.dkpro.statistics.agreement.distance.IntervalDistanceFunction;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;
import org.dkpro.statistics.agreement.distance.RatioDistanceFunction;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine against DKPro Statistics 2.2.1 on made-up judgements, where DKPro follows the same
 * definitions: kappas and percent agreement on complete judgements (with missing ones it weights
 * items differently), weighted kappa with distances up to 1 (it is not invariant to their scale),
 * alpha with missing ones too, alpha of units.
 */
class OracleTest {

  private static final Offset<Double> EXACT = within(1e-9);
  private static final int LABELS = 6;
  private static final Bootstrap BOOTSTRAP = new Bootstrap(100, 7);

  /** Judgements of annotators who are never, half of the time, or nearly always right. */
  static Stream<Arguments> complete() {
    return studies(0);
  }

  static Stream<Arguments> sparse() {
    return Stream.of(0.1, 0.4, 0.6).flatMap(OracleTest::studies);
  }

  private static Stream<Arguments> studies(double missing) {
    return Stream.of(new int[] {60, 2}, new int[] {200, 2}, new int[] {50, 3}, new int[] {80, 7})
        .flatMap(
            size ->
                Stream.of(0.0, 0.5, 0.9)
                    .map(care -> Arguments.of((Object) study(size[0], size[1], care, missing))));
  }

  @ParameterizedTest
  @MethodSource("complete")
  void percent_agreement_and_kappas_of_complete_judgements(Integer[][] study) {
    CodingAnnotationStudy dkpro = dkpro(study);
    NominalAgreement ours = NominalAgreement.of(judgements(study), BOOTSTRAP);

    assertThat(value(ours.coefficient("percentAgreement")))
        .isCloseTo(new PercentageAgreement(dkpro).calculateAgreement(), EXACT);
    assertThat(value(ours.coefficient("fleissKappa")))
        .isCloseTo(new FleissKappaAgreement(dkpro).calculateAgreement(), EXACT);
    assertThat(value(ours.coefficient("brennanPrediger")))
        .isCloseTo(new RandolphKappaAgreement(dkpro).calculateAgreement(), EXACT);
    if (study[0].length == 2) {
      assertThat(value(ours.coefficient("cohenKappa")))
          .isCloseTo(new CohenKappaAgreement(dkpro).calculateAgreement(), EXACT);
      assertThat(value(ours.coefficient("fleissKappa")))
          .as("Scott's pi is Fleiss's kappa of two annotators")
          .isCloseTo(new ScottPiAgreement(dkpro).calculateAgreement(), EXACT);
    }
  }

  @ParameterizedTest
  @MethodSource("complete")
  void weighted_kappa_of_two_complete_annotators(Integer[][] study) {
    Integer[][] two =
        Arrays.stream(study).map(row -> Arrays.copyOf(row, 2)).toArray(Integer[][]::new);
    CodingAnnotationStudy dkpro = dkpro(two);
    ScaleAgreement ours = scale(two, Scale.ORDINAL);
    double range = LABELS - 1;

    assertThat(value(ours.coefficient("cohenKappaLinear")))
        .isCloseTo(weightedKappa(dkpro, (s, a, b) -> Math.abs((int) a - (int) b) / range), EXACT);
    assertThat(value(ours.coefficient("cohenKappaQuadratic")))
        .isCloseTo(
            weightedKappa(dkpro, (s, a, b) -> Math.pow(((int) a - (int) b) / range, 2)), EXACT);
  }

  @ParameterizedTest
  @MethodSource({"complete", "sparse"})
  void alpha_at_each_level_of_measurement(Integer[][] study) {
    CodingAnnotationStudy dkpro = dkpro(study);

    assertThat(value(AlphaNominal.of(judgements(study).counts(), BOOTSTRAP)))
        .isCloseTo(alpha(dkpro, new NominalDistanceFunction()), EXACT);
    assertThat(value(scale(study, Scale.ORDINAL).coefficient("alphaOrdinal")))
        .isCloseTo(alpha(dkpro, new OrdinalDistanceFunction()), EXACT);
    assertThat(value(scale(study, Scale.INTERVAL).coefficient("alphaInterval")))
        .isCloseTo(alpha(dkpro, new IntervalDistanceFunction()), EXACT);
    assertThat(value(scale(study, Scale.RATIO).coefficient("alphaRatio")))
        .isCloseTo(alpha(dkpro, new RatioDistanceFunction()), EXACT);
  }

  /** DKPro's own MASI is another one, so it is given ours: what is compared is alpha. */
  @ParameterizedTest
  @MethodSource({"complete", "sparse"})
  void alpha_of_sets_of_labels(Integer[][] study) {
    Map<String, Set<String>> sets = new HashMap<>();
    NominalJudgements judgements = new NominalJudgements(List.of());
    forEach(
        study,
        (item, annotator, label) -> {
          sets.put("set-" + label, bits(label));
          judgements.add(item, annotator, "set-" + label);
        });
    SetAgreement ours = SetAgreement.of(judgements, sets, List.of("1", "2", "4"), BOOTSTRAP);

    CodingAnnotationStudy dkpro = dkpro(study);
    assertThat(value(ours.coefficients().get(1)))
        .isCloseTo(
            alpha(dkpro, (s, a, b) -> SetAgreement.masi(bits((int) a), bits((int) b))), EXACT);
    assertThat(value(ours.coefficients().get(2)))
        .isCloseTo(
            alpha(dkpro, (s, a, b) -> SetAgreement.jaccard(bits((int) a), bits((int) b))), EXACT);
  }

  static Stream<Arguments> continua() {
    return IntStream.rangeClosed(1, 12).mapToObj(seed -> Arguments.of(seed, 2 + seed % 3));
  }

  @ParameterizedTest
  @MethodSource("continua")
  void alpha_of_units_on_a_continuum(int seed, int annotators) {
    SplittableRandom random = new SplittableRandom(seed);
    int length = 600;
    UnitizingAnnotationStudy dkpro = new UnitizingAnnotationStudy(annotators, length);
    List<List<Region>> ours = new ArrayList<>();
    for (int annotator = 0; annotator < annotators; annotator++) {
      List<Region> units = new ArrayList<>();
      for (String label : List.of("x", "y", "z").subList(0, 1 + seed % 3)) {
        int at = random.nextInt(30);
        while (at < length - 40) {
          int width = 1 + random.nextInt(30);
          dkpro.addUnit(at, width, annotator, label);
          units.add(Region.stretch(at, at + width, label));
          at += width + random.nextInt(60);
        }
      }
      ours.add(units);
    }

    assertThat(AlphaOfUnits.onContinuum(ours, length))
        .isCloseTo(new KrippendorffAlphaUnitizingAgreement(dkpro).calculateAgreement(), EXACT);
  }

  private interface Taker {
    void take(String item, String annotator, int label);
  }

  private static void forEach(Integer[][] study, Taker taker) {
    for (int item = 0; item < study.length; item++) {
      for (int annotator = 0; annotator < study[item].length; annotator++) {
        if (study[item][annotator] != null) {
          taker.take("item-" + item, "annotator-" + annotator, study[item][annotator]);
        }
      }
    }
  }

  private static NominalJudgements judgements(Integer[][] study) {
    NominalJudgements judgements = new NominalJudgements(labels());
    forEach(study, (item, annotator, label) -> judgements.add(item, annotator, "" + label));
    return judgements;
  }

  private static ScaleAgreement scale(Integer[][] study, Scale scale) {
    double[] scores = IntStream.rangeClosed(1, LABELS).asDoubleStream().toArray();
    return ScaleAgreement.of(judgements(study), scale, scores, true, BOOTSTRAP);
  }

  private static List<String> labels() {
    return IntStream.rangeClosed(1, LABELS).mapToObj(Integer::toString).toList();
  }

  private static CodingAnnotationStudy dkpro(Integer[][] study) {
    CodingAnnotationStudy dkpro = new CodingAnnotationStudy(study[0].length);
    for (Integer[] row : study) {
      if (Arrays.stream(row).anyMatch(Objects::nonNull)) {
        dkpro.addItemAsArray(row);
      }
    }
    return dkpro;
  }

  private static double alpha(CodingAnnotationStudy study, IDistanceFunction distance) {
    return new KrippendorffAlphaAgreement(study, distance).calculateAgreement();
  }

  private static double weightedKappa(CodingAnnotationStudy study, IDistanceFunction distance) {
    return new WeightedKappaAgreement(study, distance).calculateAgreement();
  }

  /** The labels of a set by the bits of its number. */
  private static Set<String> bits(int number) {
    Set<String> labels = new TreeSet<>();
    for (int bit : new int[] {1, 2, 4}) {
      if ((number & bit) > 0) {
        labels.add("" + bit);
      }
    }
    return labels;
  }

  /** Every label occurs: DKPro knows no declared ones. */
  private static Integer[][] study(int items, int annotators, double care, double missing) {
    SplittableRandom random = new SplittableRandom(items * 31L + annotators);
    Integer[][] study = new Integer[items][annotators];
    for (int item = 0; item < items; item++) {
      int truth = 1 + item % LABELS;
      for (int annotator = 0; annotator < annotators; annotator++) {
        int label = random.nextDouble() < care ? truth : 1 + random.nextInt(LABELS);
        study[item][annotator] = random.nextDouble() < missing ? null : Integer.valueOf(label);
      }
    }
    return study;
  }

  private static double value(Coefficient coefficient) {
    assertThat(coefficient).isInstanceOf(Defined.class);
    return ((Defined) coefficient).value();
  }
}
