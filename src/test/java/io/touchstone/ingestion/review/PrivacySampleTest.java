package io.touchstone.ingestion.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.platform.crypto.Hmac;
import io.touchstone.statistics.StratifiedBound.Stratum;
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
    assertThat(ReviewSheets.order(key(1), 1, ITEMS))
        .isEqualTo(ReviewSheets.order(key(1), 1, ITEMS.stream().sorted().toList()))
        .containsExactlyInAnyOrderElementsOf(ITEMS)
        .isNotEqualTo(ReviewSheets.order(key(2), 1, ITEMS));
  }

  @Test
  void what_a_second_round_draws_is_what_a_larger_first_one_would_have_drawn() {
    List<String> all = ReviewSheets.order(key(1), 1, ITEMS);

    assertThat(ReviewSheets.order(key(1), 1, all.subList(5, 20))).isEqualTo(all.subList(5, 20));
  }

  /** 4,000 keys, 5 of 20: 1,000 expected, standard deviation 27; five of them either way. */
  @Test
  void over_many_keys_every_item_is_drawn_equally_often() {
    Map<String, Integer> drawn = new HashMap<>();
    for (int number = 0; number < 4_000; number++) {
      ReviewSheets.order(key(number), 1, ITEMS)
          .subList(0, 5)
          .forEach(item -> drawn.merge(item, 1, Integer::sum));
    }
    assertThat(drawn).hasSize(20);
    assertThat(drawn.values()).allMatch(count -> count > 865 && count < 1_135);
  }

  @Test
  void a_batch_that_is_made_again_is_drawn_in_another_order() {
    assertThat(ReviewSheets.order(key(1), 2, ITEMS))
        .containsExactlyInAnyOrderElementsOf(ITEMS)
        .isNotEqualTo(ReviewSheets.order(key(1), 1, ITEMS));
  }

  private static ReviewFigures figures(
      double sees, int missed, LeakStream stream, Stratum... strata) {
    return new ReviewFigures(
        true,
        1,
        0,
        List.of(strata),
        missed,
        0,
        0,
        new Sensitivity(sees, 0, 0, "assumed"),
        stream,
        0.05);
  }

  private static int further(int population, int reviewed, int missed) {
    return figures(1, missed, LeakStream.NONE, new Stratum(population, reviewed)).further();
  }

  @Test
  void the_figures_ask_for_as_many_more_items_as_can_show_the_limit_to_be_kept() {
    assertThat(further(1_000_000, 0, 0)).isEqualTo(59);
    assertThat(further(1_000_000, 59, 0)).isZero();
    assertThat(further(1_000_000, 59, 1)).isEqualTo(93 - 59);
    assertThat(further(1_000_000, 93, 2)).isEqualTo(124 - 93);
    assertThat(further(20, 20, 2)).as("more than one of twenty, all known").isZero();
  }

  /** ln 0.05 / ln (1 - 0.05 * 0.8) = 73.4: who sees four in five has to see less than 4 %. */
  @Test
  void who_overlooks_a_fifth_has_to_look_at_more() {
    Stratum huge = new Stratum(100_000_000, 0);

    assertThat(figures(0.8, 0, LeakStream.NONE, huge).further()).isEqualTo(74);
    assertThat(figures(0.8, 0, LeakStream.NONE, new Stratum(100_000_000, 74)).upperBound())
        .isCloseTo((1 - Math.pow(0.05, 1 / 74.0)) / 0.8, within(1e-6))
        .isLessThan(0.05);
  }

  @Test
  void a_reviewer_who_sees_nothing_shows_nothing_however_much_is_looked_at() {
    ReviewFigures blind = figures(0, 0, LeakStream.NONE, new Stratum(100, 100));

    assertThat(blind.upperBound()).isEqualTo(1);
    assertThat(blind.further()).isZero();
  }

  @Test
  void a_sample_is_drawn_from_every_source_in_proportion() {
    ReviewFigures figures =
        figures(1, 0, LeakStream.NONE, new Stratum(900, 0), new Stratum(90, 0), new Stratum(3, 0));

    List<Integer> target = figures.target();
    assertThat(target).hasSize(3).allMatch(each -> each >= 1);
    assertThat(target.get(0)).isBetween(50, 62);
    assertThat(target.get(1)).isBetween(5, 7);
  }

  /** 299 of a huge number show 1 % (the reference's table); divided by what the reviewer sees. */
  @Test
  void batches_under_the_same_rules_count_together() {
    ReviewFigures figures = figures(0.5, 0, new LeakStream(5, 299, 0), new Stratum(300, 60));

    assertThat((double) figures.variables().get("streamUpperBound"))
        .isCloseTo(2 * (1 - Math.pow(0.05, 1 / 299.0)), within(1e-9))
        .isLessThan(0.02);
  }

  @Test
  void a_project_that_removes_nothing_has_no_review_and_no_figures_of_one() {
    ReviewFigures figures =
        new ReviewFigures(
            false,
            0,
            0,
            List.of(new Stratum(300, 0)),
            0,
            0,
            0,
            new Sensitivity(0.8, 0, 0, "assumed"),
            LeakStream.NONE,
            0.05);

    assertThat(figures.further()).isZero();
    assertThat(figures.variables()).isEqualTo(Map.of("reviewNeeded", false, "waitingItems", 0));
  }
}
