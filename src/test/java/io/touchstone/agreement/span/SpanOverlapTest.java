package io.touchstone.agreement.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.Coefficient.Defined;
import io.touchstone.agreement.Coefficient.Reason;
import io.touchstone.agreement.Coefficient.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanOverlapTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(100, 1);

  @Test
  void spans_that_differ_agree_in_part() {
    MarkedJudgements data =
        new MarkedJudgements()
            .add("1", "a", List.of(span(0, 4, "per"), span(10, 20, "org"), span(30, 33, "loc")))
            .add("1", "b", List.of(span(0, 4, "org"), span(12, 20, "org"), span(40, 43, "loc")))
            .add("2", "a", List.of())
            .add("2", "b", List.of());

    // By hand, over six spans: the same borders once; 8 of 10 in common and the same label once;
    // one whole and one half; one pair of the same label with a part in common.
    assertThat(value(data, "spanF1Boundary")).isCloseTo(2.0 / 6, within(1e-12));
    assertThat(value(data, "spanF1Overlap50")).isCloseTo(2.0 / 6, within(1e-12));
    assertThat(value(data, "spanF1Partial")).isCloseTo(3.0 / 6, within(1e-12));
    assertThat(value(data, "spanF1Type")).isCloseTo(2.0 / 6, within(1e-12));
  }

  @Test
  void the_kappa_of_places_counts_those_outside_of_spans_too() {
    MarkedJudgements data =
        new MarkedJudgements()
            .add("1", "a", List.of(span(3, 6, "misc"), span(6, 7, "end")))
            .add("1", "b", List.of(span(2, 6, "misc"), span(6, 7, "end")))
            .add("2", "a", List.of(span(0, 2, "per")))
            .add("2", "b", List.of(span(0, 2, "per")));

    // Tags of a: 3 O, B, 2 I, E; B, I. Of b: 2 O, B, 3 I, E; B, I. Alike: 2 O, 2 I, E, 2 = 7 of 9.
    double expected = (3 * 2 + 1 + 2 * 3 + 1 + 1 + 1) / 81.0;
    assertThat(value(data, "spanTokenKappa"))
        .isCloseTo((7 / 9.0 - expected) / (1 - expected), within(1e-12));
  }

  /**
   * Krippendorff 2004, "Content Analysis", page 254, as DKPro Statistics tests it: continuum from
   * 150 to 450, alpha .7286 for c, 1 for k, .8591 for both (.858665405 by DKPro itself).
   */
  @ParameterizedTest
  @CsvSource({"c, 0.7286, 0.0001", "k, 1, 0.0000001", "ck, 0.858665405, 0.000000001"})
  void alpha_of_units_of_krippendorff_2004(String labels, double alpha, double tolerance) {
    List<Region> first = new ArrayList<>();
    List<Region> second = new ArrayList<>();
    if (labels.contains("c")) {
      first.addAll(List.of(unit(225, 70, "c"), unit(370, 30, "c")));
      second.addAll(List.of(unit(220, 80, "c"), unit(355, 20, "c"), unit(400, 20, "c")));
    }
    if (labels.contains("k")) {
      first.addAll(List.of(unit(180, 60, "k"), unit(300, 50, "k")));
      second.addAll(List.of(unit(180, 60, "k"), unit(300, 50, "k")));
    }
    assertThat(AlphaOfUnits.onContinuum(List.of(first, second), 300))
        .isCloseTo(alpha, within(tolerance));
  }

  @Test
  void the_order_of_items_and_of_annotators_does_not_matter() {
    SplittableRandom random = new SplittableRandom(8);
    List<List<Region>> judgements =
        IntStream.range(0, 40).mapToObj(i -> spans(random).subList(0, 9)).toList();
    MarkedJudgements data = new MarkedJudgements();
    MarkedJudgements turned = new MarkedJudgements();
    for (int item = 0; item < 20; item++) {
      data.add("item-" + item, "a", judgements.get(2 * item));
      data.add("item-" + item, "b", judgements.get(2 * item + 1));
      turned.add("item-" + (19 - item), "b", judgements.get(2 * (19 - item)));
      turned.add("item-" + (19 - item), "a", judgements.get(2 * (19 - item) + 1));
    }

    List<Coefficient> before = SpanOverlap.of(data, BOOTSTRAP);
    List<Coefficient> after = SpanOverlap.of(turned, BOOTSTRAP);

    for (int at = 0; at < before.size(); at++) {
      assertThat(((Defined) after.get(at)).value())
          .as(before.get(at).name())
          .isCloseTo(((Defined) before.get(at)).value(), within(1e-9));
    }
  }

  @Test
  void what_is_undefined_has_a_reason_and_no_number() {
    MarkedJudgements empty =
        new MarkedJudgements().add("1", "a", List.of()).add("1", "b", List.of());
    SpanOverlap.of(empty, BOOTSTRAP)
        .forEach(
            each ->
                assertThat(((Undefined) each).reason()).as(each.name()).isEqualTo(Reason.NO_SPANS));

    MarkedJudgements apart =
        new MarkedJudgements()
            .add("1", "a", List.of(span(0, 3, "x")))
            .add("1", "b", List.of(span(0, 3, "x")))
            .add("2", "b", List.of(span(0, 3, "x")))
            .add("2", "c", List.of(span(0, 3, "x")));
    assertThat(reason(apart, "spanTokenKappa")).isEqualTo(Reason.NOT_APPLICABLE);
    assertThat(reason(apart, "alphaU")).isEqualTo(Reason.NOT_APPLICABLE);
  }

  private static List<Region> spans(SplittableRandom random) {
    List<Region> spans = new ArrayList<>();
    for (int at = 0; at < 100; at++) {
      int start = 20 * at + random.nextInt(8);
      spans.add(span(start, start + 2 + random.nextInt(10), random.nextBoolean() ? "x" : "y"));
    }
    return spans;
  }

  private static Region span(int start, int end, String label) {
    return Region.stretch(start, end, label);
  }

  private static Region unit(int start, int length, String label) {
    return Region.stretch(start - 150, start - 150 + length, label);
  }

  private static Coefficient coefficient(MarkedJudgements data, String name) {
    return SpanOverlap.of(data, BOOTSTRAP).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Reason reason(MarkedJudgements data, String name) {
    return ((Undefined) coefficient(data, name)).reason();
  }

  private static double value(MarkedJudgements data, String name) {
    assertThat(coefficient(data, name)).isInstanceOf(Defined.class);
    return ((Defined) coefficient(data, name)).value();
  }
}
