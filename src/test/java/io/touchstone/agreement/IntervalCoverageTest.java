package io.touchstone.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.agreement.Coefficient.Defined;
import io.touchstone.agreement.scale.AlphaOfRatios;
import io.touchstone.agreement.scale.AlphaOfSquares;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * How often a 95 % interval contains the true value, on made-up judgements whose true value is
 * known: each annotator sees the truth with probability c and else gives any label, all labels
 * alike. Of two annotators both see it with probability c^2; else their labels are independent. So
 * the expected distance of two judgements, whatever the distance, is 1 - c^2 of that by chance, and
 * every coefficient that corrects for chance has the true value c^2.
 */
class IntervalCoverageTest {

  private static final List<String> LABELS = List.of("1", "2", "3");
  private static final double[] SCORES = {1, 2, 3};
  private static final double CARE = 0.8;
  private static final double TRUE_VALUE = CARE * CARE;
  private static final int ITEMS = 150;

  @Test
  void linearised_intervals_contain_the_true_value_93_to_96_times_in_100() {
    assertCoverage(
        3,
        2_500,
        judgements -> {
          LabelCounts data = judgements.counts();
          List<Coefficient> found = new ArrayList<>();
          found.add(ChanceCorrected.fleissKappa(data));
          found.add(ChanceCorrected.gwetAc1(data));
          found.add(ChanceCorrected.brennanPrediger(data));
          found.add(CongerKappa.of(judgements.named(), data, Weights.identity(LABELS.size())));
          found.add(CongerKappa.of(judgements.named(), data, Weights.linear(SCORES)));
          found.addAll(WeightedCoefficients.of(data, Weights.quadratic(SCORES)));
          return found;
        });
  }

  @Test
  void intervals_of_cohens_kappa_contain_the_true_value_93_to_96_times_in_100() {
    assertCoverage(
        2,
        2_500,
        judgements ->
            List.of(
                CohenKappa.of(judgements),
                CohenKappa.of(judgements, judgements.counts(), Weights.linear(SCORES)),
                CohenKappa.of(judgements, judgements.counts(), Weights.quadratic(SCORES))));
  }

  @Test
  void resampled_intervals_contain_the_true_value_93_to_96_times_in_100() {
    AtomicLong seeds = new AtomicLong();
    assertCoverage(
        3,
        1_500,
        judgements -> {
          LabelCounts data = judgements.counts();
          Bootstrap bootstrap = new Bootstrap(400, seeds.incrementAndGet());
          return List.of(
              AlphaNominal.of(data, bootstrap),
              AlphaOfSquares.ordinal(data, bootstrap),
              AlphaOfSquares.interval(data, SCORES, bootstrap),
              AlphaOfRatios.of(data, SCORES, bootstrap));
        });
  }

  private static void assertCoverage(
      int annotators, int studies, Function<NominalJudgements, List<Coefficient>> coefficients) {
    Map<String, Integer> within = new TreeMap<>();
    SplittableRandom random = new SplittableRandom(20);
    for (int study = 0; study < studies; study++) {
      for (Coefficient coefficient : coefficients.apply(judgements(random, annotators))) {
        Defined defined = (Defined) coefficient;
        boolean contains = defined.ciLow() <= TRUE_VALUE && TRUE_VALUE <= defined.ciHigh();
        within.merge(defined.name(), contains ? 1 : 0, Integer::sum);
      }
    }
    assertThat(within)
        .isNotEmpty()
        .allSatisfy(
            (name, times) -> assertThat((double) times / studies).as(name).isBetween(0.93, 0.96));
  }

  private static NominalJudgements judgements(SplittableRandom random, int annotators) {
    NominalJudgements judgements = new NominalJudgements(LABELS);
    for (int item = 0; item < ITEMS; item++) {
      int truth = random.nextInt(LABELS.size());
      for (int annotator = 0; annotator < annotators; annotator++) {
        int label = random.nextDouble() < CARE ? truth : random.nextInt(LABELS.size());
        judgements.add("item-" + item, "annotator-" + annotator, LABELS.get(label));
      }
    }
    return judgements;
  }
}
