package io.touchstone.quality.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.answer.Answer;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfusionTest {

  @Test
  void classes_taken_for_each_other_are_counted_the_most_frequent_first() {
    List<Confusion> found =
        Confusion.in(
            List.of(
                classes("billing", "refund"),
                classes("other", "billing"),
                classes("billing", "refund"),
                classes("billing", "billing")));

    assertThat(found)
        .containsExactly(
            new Confusion("refund", Optional.of("billing"), 2),
            new Confusion("billing", Optional.of("other"), 1));
  }

  @Test
  void of_spans_another_label_at_the_same_place_is_told_from_one_that_is_not_there() {
    Answer given = new SpanSet(List.of(span(0, 4, "dose"), span(9, 12, "drug")));
    Answer expected =
        new SpanSet(List.of(span(0, 4, "drug"), span(9, 12, "drug"), span(20, 25, "dose")));

    assertThat(Confusion.in(List.of(new Confusion.Pair(given, expected))))
        .containsExactly(
            new Confusion("dose", Optional.empty(), 1),
            new Confusion("drug", Optional.of("dose"), 1));
  }

  private static Confusion.Pair classes(String given, String expected) {
    return new Confusion.Pair(new ClassLabel(given), new ClassLabel(expected));
  }

  private static Span span(int start, int end, String label) {
    return new Span(start, end, label, "x".repeat(end - start));
  }
}
