package io.touchstone.agreement.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.span.SpanCounts.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Values counted by hand, and what the definition of F1 demands of every value. */
class SpanAgreementTest {

  private static final List<String> LABELS = List.of("drug", "dose");
  private static final double EXACT = 1e-12;

  /** Spans as "drug 0-4", separated by commas. */
  private static Set<Place> set(String spans) {
    Set<Place> places = new HashSet<>();
    for (String span : spans.isEmpty() ? new String[0] : spans.split(", ")) {
      String[] parts = span.split("[ -]");
      places.add(new Place(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), parts[0]));
    }
    return places;
  }

  @SafeVarargs
  private static SpanAgreement measure(List<Set<Place>>... items) {
    return measure(List.of(items));
  }

  private static SpanAgreement measure(List<List<Set<Place>>> items) {
    SpanCounts.Builder counts = SpanCounts.builder(LABELS, 3);
    items.forEach(each -> counts.add(byPerson(each)));
    return SpanAgreement.of(counts.build(), Bootstrap.seeded(7));
  }

  /** The first set is that of the person a, the second that of b, and so on. */
  private static SortedMap<String, Set<Place>> byPerson(List<Set<Place>> sets) {
    SortedMap<String, Set<Place>> judgements = new TreeMap<>();
    sets.forEach(set -> judgements.put(Character.toString('a' + judgements.size()), set));
    return judgements;
  }

  private static double value(Coefficient coefficient) {
    return ((Coefficient.Defined) coefficient).value();
  }

  /**
   * The example of seqeval's README (entities as spans of tokens): of two entities each, one is the
   * same and one begins a token earlier; the F1 it prints is 0.50.
   */
  @Test
  void seqevals_published_example_gives_its_f1_of_one_half() {
    SpanAgreement agreement =
        measure(
            List.of(set("drug 3-6"), set("drug 2-6")), List.of(set("dose 0-2"), set("dose 0-2")));

    assertThat(value(agreement.f1())).isEqualTo(0.5, within(EXACT));
  }

  /** A marks 3, B marks 2, 1 in common: 2 * 1 / (3 + 2). */
  @Test
  void two_annotators_have_twice_the_common_spans_over_all_spans() {
    SpanAgreement agreement =
        measure(
            List.of(
                set("drug 0-4, dose 5-9, drug 12-20"), // one of three is the other's, too
                set("drug 0-4, dose 5-8")),
            List.of(set(""), set("")));

    assertThat(value(agreement.f1())).isEqualTo(2.0 / 5, within(EXACT));
    assertThat(value(agreement.percentAgreement())).isEqualTo(0.5, within(EXACT));
  }

  /**
   * Pairs AB: common 1 of 2 + 1; AC: 1 of 2 + 2; BC: 0 of 1 + 2. Together 2 * 2 / (3 + 4 + 3),
   * which is not the mean of the three F1 values.
   */
  @Test
  void three_annotators_are_summed_over_their_pairs_before_dividing() {
    SpanAgreement agreement =
        measure(
            List.of(set("drug 0-4, dose 5-9"), set("drug 0-4"), set("dose 5-9, dose 20-22")),
            List.of(set(""), set(""), set("")));

    assertThat(value(agreement.f1())).isEqualTo(4.0 / 10, within(EXACT));
  }

  /** AB 2 / 3, AC 2 / 4, BC 0 / 3; the item on which nobody marked anything changes nothing. */
  @Test
  void the_mean_over_pairs_of_people_stands_beside_it_under_a_name_of_its_own() {
    SpanAgreement agreement =
        measure(
            List.of(set("drug 0-4, dose 5-9"), set("drug 0-4"), set("dose 5-9, dose 20-22")),
            List.of(set(""), set(""), set("")));

    assertThat(agreement.meanOfPairs().name()).isEqualTo("spanF1ExactMeanOfPairs");
    assertThat(value(agreement.meanOfPairs()))
        .isEqualTo((2.0 / 3 + 2.0 / 4 + 0) / 3, within(EXACT));
  }

  /** Of the three pairs of the first item one is equal, of the second all: (1 / 3 + 1) / 2. */
  @Test
  void percent_agreement_is_of_pairs_and_unanimity_of_items() {
    SpanAgreement agreement =
        measure(
            List.of(set("drug 0-4"), set("drug 0-4"), set("dose 5-9")),
            List.of(set(""), set(""), set("")));

    assertThat(value(agreement.percentAgreement())).isEqualTo((1.0 / 3 + 1) / 2, within(EXACT));
    assertThat(value(agreement.unanimity())).isEqualTo(1.0 / 2, within(EXACT));
  }

  /** Drug: 2 * 1 / (2 + 1). Dose: 2 * 0 / (1 + 1), since the ends differ. */
  @Test
  void each_label_has_an_f1_of_its_own() {
    SpanAgreement agreement =
        measure(
            List.of(set("drug 0-4, dose 5-9, drug 12-20"), set("drug 0-4, dose 5-8")),
            List.of(set(""), set("")));

    assertThat(agreement.perLabel()).extracting(SpanLabelAgreement::label).isEqualTo(LABELS);
    assertThat(agreement.perLabel()).extracting(SpanLabelAgreement::spans).containsExactly(3L, 2L);
    assertThat(value(agreement.perLabel().get(0).f1())).isEqualTo(2.0 / 3, within(EXACT));
    assertThat(value(agreement.perLabel().get(1).f1())).isZero();
  }

  @Test
  void the_same_places_under_another_label_are_another_span() {
    SpanAgreement agreement =
        measure(List.of(set("drug 0-4"), set("dose 0-4")), List.of(set(""), set("")));

    assertThat(value(agreement.f1())).isZero();
  }

  @Test
  void a_value_that_means_nothing_is_a_reason_and_no_number() {
    assertThat(reason(measure(List.of()).f1())).isEqualTo(Coefficient.Reason.NO_ITEMS);
    assertThat(reason(measure(List.of(set("drug 0-4"))).f1()))
        .isEqualTo(Coefficient.Reason.NO_PAIRABLE_ITEM);
    SpanAgreement nothingMarked = measure(List.of(set(""), set("")), List.of(set(""), set("")));
    assertThat(reason(nothingMarked.f1())).isEqualTo(Coefficient.Reason.NO_SPANS);
    assertThat(value(nothingMarked.percentAgreement())).isEqualTo(1);
    SpanAgreement noDose = measure(List.of(set("drug 0-4"), set("drug 0-4")));
    assertThat(reason(noDose.perLabel().get(1).f1())).isEqualTo(Coefficient.Reason.NO_SPANS);
  }

  private static Coefficient.Reason reason(Coefficient coefficient) {
    return ((Coefficient.Undefined) coefficient).reason();
  }

  @Test
  void one_item_says_nothing_about_the_interval() {
    Coefficient.Defined f1 =
        (Coefficient.Defined) measure(List.of(set("drug 0-4"), set("drug 0-4"))).f1();

    assertThat(f1.ciLow()).isZero();
    assertThat(f1.ciHigh()).isEqualTo(1);
  }

  @Test
  void equal_sets_everywhere_are_one_and_without_doubt() {
    Coefficient.Defined f1 =
        (Coefficient.Defined)
            measure(
                    List.of(set("drug 0-4"), set("drug 0-4")),
                    List.of(set("dose 1-2"), set("dose 1-2")))
                .f1();

    assertThat(List.of(f1.value(), f1.ciLow(), f1.ciHigh())).containsOnly(1.0);
  }

  @Test
  void neither_the_order_of_items_nor_that_of_annotators_changes_anything() {
    List<List<Set<Place>>> items = invented(200, 0.6, new Random(3));
    List<List<Set<Place>>> shuffled = new ArrayList<>();
    items.forEach(
        item -> {
          List<Set<Place>> turned = new ArrayList<>(item);
          Collections.reverse(turned);
          shuffled.add(turned);
        });
    Collections.shuffle(shuffled, new Random(4));

    assertThat(measure(shuffled)).isEqualTo(measure(items));
    assertThat(value(measure(items).meanOfPairs())).isEqualTo(value(measure(items).f1()));
  }

  /**
   * Both annotators find each of an item's spans with probability 0.8: expected F1 is 0.8, as 2 *
   * 0.64 / 1.6. The interval of 300 items is narrow and holds it.
   */
  @Test
  void the_interval_holds_the_planted_value() {
    Coefficient.Defined f1 = (Coefficient.Defined) measure(invented(300, 0.8, new Random(11))).f1();

    assertThat(f1.ciLow()).isLessThan(0.8);
    assertThat(f1.ciHigh()).isGreaterThan(0.8);
    assertThat(f1.ciHigh() - f1.ciLow()).isBetween(0.02, 0.1);
    assertThat(f1.method()).contains("seed 7");
  }

  private static List<List<Set<Place>>> invented(int items, double found, Random random) {
    List<List<Set<Place>>> all = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      List<Set<Place>> both = new ArrayList<>();
      for (int annotator = 0; annotator < 2; annotator++) {
        TreeSet<Integer> marked = new TreeSet<>();
        for (int span = 0; span < 4; span++) {
          if (random.nextDouble() < found) {
            marked.add(span);
          }
        }
        both.add(
            marked.stream()
                .map(span -> new Place(10 * span, 10 * span + 5, LABELS.get(span % 2)))
                .collect(Collectors.toSet()));
      }
      all.add(both);
    }
    return all;
  }
}
