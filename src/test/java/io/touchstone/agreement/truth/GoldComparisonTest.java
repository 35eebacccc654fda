package io.touchstone.agreement.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.agreement.truth.DawidSkene.Settings;
import io.touchstone.statistics.McNemar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldComparisonTest {

  /**
   * Binomial tails by hand: 2 * (1 + 10) / 2^10, 2 / 2^6, 2 * (1 + 9 + 36 + 84) / 2^9, and so on.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 9, 0.021484375",
    "9, 1, 0.021484375",
    "0, 6, 0.03125",
    "3, 6, 0.5078125",
    "5, 5, 1",
    "0, 0, 1",
    "0, 1, 1"
  })
  void the_exact_test_is_twice_the_binomial_tail(int first, int second, double p) {
    assertThat(McNemar.exact(first, second)).isCloseTo(p, within(1e-12));
  }

  @Test
  void thousands_of_items_do_not_underflow() {
    // Normal approximation with continuity correction: z = (200 - 1) / sqrt(4000) = 3.146.
    assertThat(McNemar.exact(1_900, 2_100)).isCloseTo(0.00165, within(0.00005));
  }

  @Test
  void a_method_is_not_told_the_answers_that_it_is_tested_on() {
    // Everybody says 0; the truth of all known items is 1. Who were told would answer 1.
    JudgedItems.Builder items = JudgedItems.builder();
    for (int i = 0; i < 60; i++) {
      items.item().judgement(0, 0).judgement(1, 0).judgement(2, 0);
    }
    items.item(1).judgement(0, 0).judgement(1, 0).judgement(2, 0);

    GoldComparison compared = GoldComparison.of(items.build(2), Settings.STANDARD);

    assertThat(compared).isEqualTo(new GoldComparison(1, 0, 0, 0, 0));
    assertThat(compared.p()).isEqualTo(1);
  }

  @Test
  void careful_people_who_are_outvoted_show_on_items_held_out() {
    Planted planted = Planted.random(12).items(600).accuracies(.95, .9, .4, .4, .4, .4, .4);
    JudgedItems drawn = planted.draw();
    JudgedItems.Builder items = JudgedItems.builder();
    for (int item = 0; item < drawn.items(); item++) {
      items.item(item < 200 ? planted.truth(item) : JudgedItems.UNKNOWN);
      for (int at = drawn.begin(item); at < drawn.end(item); at++) {
        items.judgement(drawn.annotator(at), drawn.label(at));
      }
    }

    GoldComparison compared = GoldComparison.of(items.build(3), Settings.STANDARD);

    assertThat(compared.items()).isEqualTo(200);
    assertThat(compared.dawidSkeneAccuracy()).isGreaterThan(compared.majorityAccuracy() + 0.05);
    assertThat(compared.onlyDawidSkene()).isGreaterThan(compared.onlyMajority());
    assertThat(compared.p()).isLessThan(0.05);
  }

  @Test
  void a_tie_counts_as_the_coin_toss_that_it_would_be_and_not_in_the_test() {
    JudgedItems.Builder items = JudgedItems.builder();
    for (int i = 0; i < 30; i++) {
      items.item().judgement(0, i % 2).judgement(1, i % 2);
    }
    items.item(0).judgement(0, 0).judgement(1, 1);

    GoldComparison compared = GoldComparison.of(items.build(2), Settings.STANDARD);

    assertThat(compared.majorityRight()).isEqualTo(0.5);
    assertThat(compared.onlyMajority() + compared.onlyDawidSkene()).isZero();
  }

  @Test
  void without_known_items_there_is_nothing_to_compare() {
    JudgedItems items = JudgedItems.builder().item().judgement(0, 0).item(1).build(2);

    assertThat(GoldComparison.of(items, Settings.STANDARD))
        .isEqualTo(new GoldComparison(0, 0, 0, 0, 0));
  }
}
