package io.touchstone.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.platform.crypto.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrivacySampleTest {

  private static final List<String> ITEMS =
      IntStream.rangeClosed(1, 20).mapToObj(i -> "item-" + i).toList();

  private static Hmac key(int number) {
    return Hmac.of(("batch key " + number).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void the_same_key_draws_the_same_sample_whatever_the_order_of_the_items() {
    assertThat(PrivacyReviews.sample(key(1), ITEMS))
        .isEqualTo(PrivacyReviews.sample(key(1), ITEMS.stream().sorted().toList()))
        .containsExactlyInAnyOrderElementsOf(ITEMS)
        .isNotEqualTo(PrivacyReviews.sample(key(2), ITEMS));
  }

  @Test
  void what_a_second_round_draws_is_what_a_larger_first_one_would_have_drawn() {
    List<String> all = PrivacyReviews.sample(key(1), ITEMS);

    assertThat(PrivacyReviews.sample(key(1), all.subList(5, 20))).isEqualTo(all.subList(5, 20));
  }

  /** 4,000 keys, 5 of 20: 1,000 expected, standard deviation 27; five of them either way. */
  @Test
  void over_many_keys_every_item_is_drawn_equally_often() {
    Map<String, Integer> drawn = new HashMap<>();
    for (int number = 0; number < 4_000; number++) {
      PrivacyReviews.sample(key(number), ITEMS)
          .subList(0, 5)
          .forEach(item -> drawn.merge(item, 1, Integer::sum));
    }
    assertThat(drawn).hasSize(20);
    assertThat(drawn.values()).allMatch(count -> count > 865 && count < 1_135);
  }

  @Test
  void the_figures_ask_for_as_many_more_items_as_can_show_the_limit_to_be_kept() {
    assertThat(further(1_000_000, 0, 0)).isEqualTo(59);
    assertThat(further(1_000_000, 59, 0)).isZero();
    assertThat(further(1_000_000, 59, 1)).isEqualTo(93 - 59);
    assertThat(further(1_000_000, 93, 2)).isEqualTo(124 - 93);
    assertThat(further(20, 20, 2)).as("more than one of twenty, all known").isZero();
  }

  private static int further(int population, int reviewed, int missed) {
    return ReviewFigures.of(true, 1, 0, population, reviewed, missed, 0.05).further();
  }

  @Test
  void a_project_that_removes_nothing_has_no_review_and_no_figures_of_one() {
    ReviewFigures figures = ReviewFigures.of(false, 0, 0, 300, 0, 0, 0.05);

    assertThat(figures.further()).isZero();
    assertThat(figures.variables()).isEqualTo(Map.of("reviewNeeded", false, "waitingItems", 0));
  }
}
