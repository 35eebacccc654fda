package io.touchstone.agreement.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.Coefficient.Defined;
import io.touchstone.agreement.Coefficient.Reason;
import io.touchstone.agreement.Coefficient.Undefined;
import io.touchstone.agreement.text.TextAgreement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionAgreementTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(100, 1);

  /** By hand, on squares of side 10: intersection over union. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 1",
    "5, 0, 0.33333333333333",
    "10, 0, 0",
    "0, 2, 0.66666666666667",
    "5, 5, 0.14285714285714"
  })
  void overlap_is_intersection_over_union_of_continuous_boxes(double x, double y, double overlap) {
    Region square = new Region(0, 0, 10, 10, "a");

    assertThat(square.overlap(new Region(x, y, 10, 10, "b"))).isCloseTo(overlap, within(1e-12));
  }

  @Test
  void boxes_are_matched_and_then_compared_by_label() {
    MarkedJudgements data =
        new MarkedJudgements()
            .add("1", "a", List.of(box(0, "cat"), box(20, "dog"), box(40, "cat")))
            .add("1", "b", List.of(box(2, "cat"), box(20, "cat")))
            .add("2", "a", List.of())
            .add("2", "b", List.of());

    RegionAgreement agreement = RegionAgreement.of("box", data, BOOTSTRAP);

    // By hand: cat at 0 and 2 overlap 8 / 12; dog and cat at 20 overlap whole; cat at 40 is alone.
    assertThat(value(agreement, "percentAgreement")).isEqualTo(0.5);
    assertThat(value(agreement, "boxF1_50")).isCloseTo(2.0 * 1 / 5, within(1e-12));
    assertThat(value(agreement, "boxMeanIou")).isCloseTo((2.0 / 3 + 1) / 2, within(1e-12));
    assertThat(agreement.matched()).isEqualTo(2);
    assertThat(agreement.otherLabel()).isEqualTo(1);
    assertThat(agreement.unmatched()).isEqualTo(1);
    assertThat(agreement.perLabel())
        .extracting(SpanLabelAgreement::label)
        .containsExactly("cat", "dog");
    assertThat(((Defined) agreement.perLabel().get(0).f1()).value()).isEqualTo(0.5);
  }

  @Test
  void the_label_decides_between_two_boxes_at_the_same_place() {
    MarkedJudgements data =
        new MarkedJudgements()
            .add("1", "a", List.of(box(0, "cat"), box(0, "dog")))
            .add("1", "b", List.of(box(0, "dog"), box(0, "cat")));

    assertThat(value(RegionAgreement.of("box", data, BOOTSTRAP), "boxF1_50")).isEqualTo(1);
  }

  @Test
  void the_best_sum_wins_over_the_best_single_match() {
    List<Region> first = List.of(Region.stretch(0, 10, "x"), Region.stretch(6, 16, "x"));
    List<Region> second = List.of(Region.stretch(4, 13, "x"), Region.stretch(12, 18, "x"));

    List<Matching.Pair> pairs = Matching.best(first, second, Region::overlap);

    // 6/13 + 4/12 beats 7/12 alone: the greedy choice leaves the first without a partner.
    assertThat(pairs).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void a_matching_has_the_greatest_sum_of_all(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Region> first = random(random, 6);
    List<Region> second = random(random, 5);

    double found =
        Matching.best(first, second, Region::overlap).stream()
            .mapToDouble(pair -> pair.first().overlap(pair.second()))
            .sum();

    assertThat(found).isCloseTo(greatest(first, new ArrayList<>(second), 0), within(1e-12));
  }

  @Test
  void nothing_marked_is_undefined_and_not_zero() {
    MarkedJudgements data =
        new MarkedJudgements().add("1", "a", List.of()).add("1", "b", List.of());

    RegionAgreement agreement = RegionAgreement.of("segment", data, BOOTSTRAP);

    assertThat(value(agreement, "percentAgreement")).isEqualTo(1);
    for (String name : List.of("segmentF1_50", "segmentF1_50MeanOfPairs", "segmentMeanIou")) {
      assertThat(((Undefined) named(agreement, name)).reason()).isEqualTo(Reason.NO_SPANS);
    }
  }

  @Test
  void a_region_without_size_is_refused() {
    assertThatThrownBy(() -> Region.stretch(3, 3, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Region.stretch(3, Double.NaN, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Region(0, 0, 1, -1, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Levenshtein's kitten and sitting: three changes in seven characters. */
  @ParameterizedTest
  @CsvSource({"kitten, sitting, 0.5714285714285714", "'', '', 1", "'', abc, 0", "abc, abc, 1"})
  void texts_are_as_similar_as_few_changes_turn_one_into_the_other(
      String first, String second, double similarity) {
    assertThat(TextAgreement.similarity(first, second)).isCloseTo(similarity, within(1e-12));
    assertThat(TextAgreement.similarity(second, first)).isCloseTo(similarity, within(1e-12));
  }

  /** All ways to give each of the first one of the second or none. */
  private static double greatest(List<Region> first, List<Region> second, int at) {
    if (at == first.size()) {
      return 0;
    }
    double best = greatest(first, second, at + 1);
    for (Region partner : List.copyOf(second)) {
      List<Region> left = new ArrayList<>(second);
      left.remove(partner);
      best = Math.max(best, first.get(at).overlap(partner) + greatest(first, left, at + 1));
    }
    return best;
  }

  private static List<Region> random(SplittableRandom random, int regions) {
    List<Region> all = new ArrayList<>();
    for (int at = 0; at < regions; at++) {
      all.add(
          new Region(
              random.nextInt(30),
              random.nextInt(5),
              1 + random.nextInt(15),
              1 + random.nextInt(9),
              "x"));
    }
    return all;
  }

  private static Region box(double x, String label) {
    return new Region(x, 5, 10, 10, label);
  }

  private static double value(RegionAgreement agreement, String name) {
    return ((Defined) named(agreement, name)).value();
  }

  private static Coefficient named(RegionAgreement agreement, String name) {
    return agreement.coefficients().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
