package io.touchstone.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.Coefficient.Defined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for any judgements, tried on random ones. */
class AgreementPropertiesTest {

  private record Judgement(String item, String annotator, String label) {}

  private static final List<String> LABELS = List.of("a", "b", "c", "d");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void the_order_of_items_and_the_names_of_annotators_do_not_matter(long seed) {
    List<Judgement> judgements = random(seed, 60, 4);
    List<Judgement> shuffled = new ArrayList<>(judgements);
    Collections.shuffle(shuffled, new Random(seed));
    List<Judgement> renamed =
        shuffled.stream()
            .map(j -> new Judgement("x" + j.item, "9" + j.annotator, j.label))
            .toList();

    assertThat(agreement(renamed, LABELS)).isEqualTo(agreement(judgements, LABELS));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void which_annotator_comes_first_does_not_matter(long seed) {
    for (int annotators : List.of(2, 5)) {
      List<Judgement> judgements = random(seed, 60, annotators);
      List<Judgement> turned =
          judgements.stream()
              .map(j -> new Judgement(j.item, "z" + (9 - j.annotator.charAt(10)), j.label))
              .toList();

      NominalAgreement before = agreement(judgements, LABELS);
      NominalAgreement after = agreement(turned, LABELS);

      for (Coefficient coefficient : before.coefficients()) {
        if (coefficient instanceof Defined defined) {
          Defined other = (Defined) after.coefficient(coefficient.name());
          assertThat(other.value()).isCloseTo(defined.value(), within(1e-12));
          assertThat(other.ciLow()).isCloseTo(defined.ciLow(), within(1e-12));
        }
      }
    }
  }

  /** As the items grow in number by repetition, alpha comes down to kappa. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void alpha_of_many_times_the_same_items_is_fleiss_kappa(long seed) {
    List<Judgement> judgements = complete(seed, 30, 3);
    LabelCounts.Builder many = LabelCounts.builder(LABELS, 3);
    for (int item = 0; item < 30; item++) {
      many.add(
          judgements.subList(3 * item, 3 * item + 3).stream().map(j -> j.label).toList(), 100_000);
    }

    NominalAgreement agreement = NominalAgreement.of(many.build(), Bootstrap.seeded(7));

    assertThat(value(agreement, "alphaNominal"))
        .isCloseTo(value(agreement, "fleissKappa"), within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void the_names_of_labels_do_not_matter(long seed) {
    Map<String, String> names = Map.of("a", "z", "b", "q", "c", "m", "d", "b");
    List<Judgement> judgements = random(seed, 60, 2);
    List<Judgement> renamed =
        judgements.stream()
            .map(j -> new Judgement(j.item, j.annotator, names.get(j.label)))
            .toList();

    NominalAgreement before = agreement(judgements, LABELS);
    NominalAgreement after = agreement(renamed, List.of("b", "m", "q", "z"));

    for (Coefficient coefficient : before.coefficients()) {
      assertThat(value(after, coefficient.name()))
          .isCloseTo(value(before, coefficient.name()), within(1e-12));
    }
  }

  /** alpha = 1 - (1 - pi)(1 - 1/N) for complete data, N values, pi Scott's or Fleiss's. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void alpha_of_complete_judgements_follows_from_fleiss_kappa(long seed) {
    List<Judgement> judgements = complete(seed, 40, 3);

    NominalAgreement agreement = agreement(judgements, LABELS);

    double fromFleiss = 1 - (1 - value(agreement, "fleissKappa")) * (1 - 1.0 / judgements.size());
    assertThat(value(agreement, "alphaNominal")).isCloseTo(fromFleiss, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void doubling_every_item_leaves_kappa_and_percent_agreement_as_they_are(long seed) {
    List<Judgement> judgements = random(seed, 50, 3);
    List<Judgement> doubled = new ArrayList<>(judgements);
    judgements.forEach(j -> doubled.add(new Judgement("again-" + j.item, j.annotator, j.label)));

    NominalAgreement once = agreement(judgements, LABELS);
    NominalAgreement twice = agreement(doubled, LABELS);

    for (String name : List.of("fleissKappa", "percentAgreement", "gwetAC1", "brennanPrediger")) {
      assertThat(value(twice, name)).isCloseTo(value(once, name), within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void an_interval_contains_its_value_and_never_exceeds_one(long seed) {
    NominalAgreement agreement = agreement(random(seed, 30, 3), LABELS);

    for (Coefficient coefficient : agreement.coefficients()) {
      if (coefficient instanceof Defined defined) {
        assertThat(defined.ciLow()).isLessThanOrEqualTo(defined.value());
        assertThat(defined.ciHigh()).isBetween(defined.value(), 1.0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void coincidences_are_symmetric_and_add_up_to_the_pairable_judgements(long seed) {
    List<Judgement> judgements = complete(seed, 40, 3);

    List<List<Double>> matrix = agreement(judgements, LABELS).coincidences().matrix();

    double sum = 0;
    for (int row = 0; row < matrix.size(); row++) {
      for (int column = 0; column < matrix.size(); column++) {
        sum += matrix.get(row).get(column);
        assertThat(matrix.get(row).get(column)).isEqualTo(matrix.get(column).get(row));
      }
    }
    assertThat(sum).isCloseTo(judgements.size(), within(1e-9));
  }

  private static List<Judgement> complete(long seed, int items, int annotators) {
    return judgements(seed, items, annotators, 0);
  }

  private static List<Judgement> random(long seed, int items, int annotators) {
    return judgements(seed, items, annotators, 0.25);
  }

  /** Annotators who find the true label four times in five. */
  private static List<Judgement> judgements(long seed, int items, int annotators, double missing) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Judgement> judgements = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      String truth = LABELS.get(random.nextInt(LABELS.size()));
      for (int annotator = 0; annotator < annotators; annotator++) {
        String label =
            random.nextDouble() < 0.8 ? truth : LABELS.get(random.nextInt(LABELS.size()));
        if (random.nextDouble() >= missing) {
          judgements.add(new Judgement("item-" + item, "annotator-" + annotator, label));
        }
      }
    }
    return judgements;
  }

  private static NominalAgreement agreement(List<Judgement> judgements, List<String> labels) {
    NominalJudgements all = new NominalJudgements(labels);
    judgements.forEach(j -> all.add(j.item, j.annotator, j.label));
    return NominalAgreement.of(all, Bootstrap.seeded(7));
  }

  private static double value(NominalAgreement agreement, String name) {
    return agreement.coefficient(name) instanceof Defined defined ? defined.value() : Double.NaN;
  }
}
