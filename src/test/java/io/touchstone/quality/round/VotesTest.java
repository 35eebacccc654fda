package io.touchstone.quality.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VotesTest {

  @Test
  void judgements_are_counted_whatever_their_labels_are() {
    Votes votes = Votes.of(List.of("refund", "billing", "refund"));

    assertThat(votes.fall()).isEqualTo(new Votes.Fall(3, 2, 2, false, 0));
  }

  @Test
  void two_labels_with_equally_many_judgements_are_a_tie() {
    assertThat(Votes.of(List.of("refund", "billing")).tie()).isTrue();
    assertThat(Votes.of(List.of("a", "b", "b", "a", "c")).tie()).isTrue();
    assertThat(Votes.of(List.of("a", "b", "b", "c")).tie()).isFalse();
  }

  @Test
  void each_abstention_is_a_judgement_that_differs_from_all_others() {
    Votes votes = new LabelCombination("refund,refund,~,~").votes();

    assertThat(votes.fall()).isEqualTo(new Votes.Fall(4, 2, 3, false, 2));
    assertThat(new LabelCombination("~,~").votes().fall())
        .isEqualTo(new Votes.Fall(2, 0, 2, false, 2));
  }

  @Test
  void no_judgements_are_no_tie() {
    assertThat(Votes.of(List.of()).fall()).isEqualTo(new Votes.Fall(0, 0, 0, false, 0));
  }
}
