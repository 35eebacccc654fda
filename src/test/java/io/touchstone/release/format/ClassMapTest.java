package io.touchstone.release.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.project.Label;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassMapTest {

  private static final Label A = new Label("a", "Alpha", "");
  private static final Label B = new Label("b", "Beta", "");
  private static final Label C = new Label("c", "Gamma", "");

  @Test
  void a_label_that_leaves_keeps_its_number_and_a_new_one_never_gets_it() {
    ClassMap first = ClassMap.next(Optional.empty(), List.of(A, B));

    ClassMap second = ClassMap.next(Optional.of(first), List.of(C, B));

    assertThat(second.classes())
        .containsExactly(
            new ClassMap.Entry(0, "a", "Alpha", true),
            new ClassMap.Entry(1, "b", "Beta", false),
            new ClassMap.Entry(2, "c", "Gamma", false));
    assertThat(second.faultsAsSuccessorOf(Optional.of(first))).isEmpty();
  }

  @Test
  void a_label_that_returns_has_its_old_number_and_its_new_name() {
    ClassMap first = ClassMap.next(Optional.empty(), List.of(A, B));
    ClassMap without = ClassMap.next(Optional.of(first), List.of(B));

    ClassMap again = ClassMap.next(Optional.of(without), List.of(B, new Label("a", "Aleph", "")));

    assertThat(again.classes().get(0)).isEqualTo(new ClassMap.Entry(0, "a", "Aleph", false));
  }

  @Test
  void a_reused_number_a_gap_and_a_double_label_are_faults() {
    ClassMap first = ClassMap.next(Optional.empty(), List.of(A, B));
    ClassMap wrong =
        new ClassMap(
            List.of(
                new ClassMap.Entry(0, "b", "Beta", false),
                new ClassMap.Entry(2, "b", "Beta", false)));

    assertThat(wrong.faultsAsSuccessorOf(Optional.of(first))).hasSize(4);
  }
}
