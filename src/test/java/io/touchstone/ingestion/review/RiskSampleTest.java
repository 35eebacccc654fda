package io.touchstone.ingestion.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts and pictures that look likelier to leak share one number of places. */
class RiskSampleTest {

  private static final List<String> PICTURES = List.of("p1", "p2", "p3", "p4", "p5");
  private static final List<String> TEXTS = List.of("t1", "t2", "t3", "t4", "t5");

  @Test
  void each_kind_has_half_and_an_odd_place_is_a_picture_s() {
    assertThat(RiskSample.inTurn(PICTURES, TEXTS, 4)).containsExactly("p1", "t1", "p2", "t2");
    assertThat(RiskSample.inTurn(PICTURES, TEXTS, 3)).containsExactly("p1", "t1", "p2");
    assertThat(RiskSample.inTurn(PICTURES, TEXTS, 1)).containsExactly("p1");
    assertThat(RiskSample.inTurn(PICTURES, TEXTS, 0)).isEmpty();
  }

  @Test
  void what_one_kind_does_not_need_the_other_gets() {
    assertThat(RiskSample.inTurn(List.of(), TEXTS, 4)).containsExactly("t1", "t2", "t3", "t4");
    assertThat(RiskSample.inTurn(PICTURES, List.of(), 2)).containsExactly("p1", "p2");
    assertThat(RiskSample.inTurn(List.of("p1"), TEXTS, 4)).containsExactly("p1", "t1", "t2", "t3");
    assertThat(RiskSample.inTurn(PICTURES, List.of("t1"), 20))
        .containsExactly("p1", "t1", "p2", "p3", "p4", "p5");
  }

  @Test
  void a_picture_with_a_risky_text_is_shown_once() {
    assertThat(RiskSample.inTurn(List.of("a", "b"), List.of("a", "c"), 3))
        .containsExactly("a", "b", "c");
  }
}
