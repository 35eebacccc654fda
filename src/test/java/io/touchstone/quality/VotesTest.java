package io.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VotesTest {

  @Test
  void the_most_frequent_label_is_the_majority() {
    Votes votes = Votes.of(List.of("refund", "billing", "refund"));

    assertThat(votes.majority()).contains("refund");
    assertThat(votes.routingCase(3)).isEqualTo(new RoutingCase(3, 2, 2, false, 3));
  }

  @Test
  void a_tie_has_no_majority() {
    Votes votes = Votes.of(List.of("refund", "billing"));

    assertThat(votes.tie()).isTrue();
    assertThat(votes.majority()).isEmpty();
  }

  @Test
  void no_judgements_are_neither_a_tie_nor_a_majority() {
    Votes votes = Votes.of(List.of());

    assertThat(votes.tie()).isFalse();
    assertThat(votes.majority()).isEmpty();
    assertThat(votes.routingCase(3)).isEqualTo(new RoutingCase(0, 0, 0, false, 3));
  }
}
