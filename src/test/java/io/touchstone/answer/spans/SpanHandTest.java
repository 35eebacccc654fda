package io.touchstone.answer.spans;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.answer.Draw;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.Project;
import io.touchstone.project.TestProjects;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Simulated people mark what the product takes, as rightly as they were made to. */
class SpanHandTest {

  private static final Hmac SEED = Hmac.of(new byte[] {1});
  private static final List<String> LABELS = List.of("drug", "dose");
  private static final MarkedText NOTE =
      MarkedText.of("💊 Give [drug:ibuprofen] [dose:400 mg], then [drug:insulin glargine]");

  private static List<Span> mark(double accuracy, int item) {
    Draw draw = what -> SEED.draw(String.join(" ", what), "item-" + item);
    return new SpanHand(draw, accuracy, NOTE.text(), LABELS).mark(NOTE.spans());
  }

  @Test
  void a_perfect_person_marks_the_truth() {
    assertThat(mark(1, 1)).isEqualTo(NOTE.spans());
  }

  @Test
  void the_same_seed_gives_the_same_marks() {
    assertThat(mark(0.3, 5)).isEqualTo(mark(0.3, 5));
  }

  @Test
  void the_share_of_spans_kept_right_is_the_accuracy() {
    double kept =
        IntStream.range(0, 1_000)
            .mapToLong(item -> mark(0.7, item).stream().filter(NOTE.spans()::contains).count())
            .sum();
    assertThat(kept / 3_000).isBetween(0.67, 0.73);
  }

  @Test
  void whatever_somebody_marks_can_be_taken_and_every_kind_of_mistake_occurs() {
    Project project =
        new Project(TestProjects.spanSettings("x", false), 1, TestProjects.SPAN_LABELS, 1, 1, "");
    List<List<Span>> all = IntStream.range(0, 300).mapToObj(item -> mark(0, item)).toList();

    assertThat(all)
        .allSatisfy(
            marked ->
                assertThat(
                        new SpanRules(false, 0.8).fault(NOTE.text(), marked, project::knowsLabel))
                    .isEmpty());
    assertThat(all).anySatisfy(marked -> assertThat(marked).hasSizeLessThan(3));
    assertThat(all)
        .anySatisfy(marked -> assertThat(marked).extracting(Span::text).contains("insulin"));
    assertThat(all)
        .anySatisfy(
            marked ->
                assertThat(marked)
                    .anyMatch(
                        span -> span.text().equals("ibuprofen") && span.label().equals("dose")));
  }
}
