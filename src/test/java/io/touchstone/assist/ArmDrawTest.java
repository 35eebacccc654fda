package io.touchstone.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.assist.ArmDraw.Drawn;
import io.touchstone.platform.crypto.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArmDrawTest {

  private static final int MANY = 40_000;
  private static final List<String> LABELS = List.of("billing", "delivery", "fault", "other");

  private final ArmDraw draw = draw("key of the batch", new ArmShares(0.15, 0.03, 0.85, "test"));

  /** Expected shares; the margins are five standard deviations of a share of 40,000 draws. */
  @Test
  void arms_come_in_the_shares_of_the_table() {
    List<Drawn> drawn = ordinary(draw);

    assertThat(share(drawn, each -> each.arm() == Arm.BLIND)).isCloseTo(0.15, within(0.009));
    assertThat(share(drawn, each -> each.arm() == Arm.PLANTED))
        .isCloseTo(0.85 * 0.03, within(0.004));
    assertThat(share(drawn, each -> each.arm() == Arm.SHOWN))
        .isCloseTo(0.85 * 0.97, within(0.0095));
  }

  @Test
  void the_same_key_draws_the_same_and_another_key_another() {
    ArmDraw again = draw("key of the batch", new ArmShares(0.15, 0.03, 0.85, "test"));
    ArmDraw other = draw("key of another", new ArmShares(0.15, 0.03, 0.85, "test"));

    assertThat(ordinary(again)).isEqualTo(ordinary(draw));
    assertThat(ordinary(other)).isNotEqualTo(ordinary(draw));
  }

  /** 0.15 squared: who has an item blind tells nothing of the other's arm. */
  @Test
  void two_people_with_the_same_item_are_drawn_independently_of_each_other() {
    long both =
        IntStream.range(0, MANY)
            .filter(i -> isBlind("ada-" + i, "item-" + i) && isBlind("ben-" + i, "item-" + i))
            .count();

    assertThat((double) both / MANY).isCloseTo(0.0225, within(0.0038));
  }

  @Test
  void a_decoy_is_the_runner_up_or_any_other_label_the_same_for_everybody() {
    assertThat(draw.ordinary("ada-1", "1", "billing", Optional.of("fault")).decoy())
        .isEqualTo("fault");
    assertThat(draw.ordinary("ada-1", "1", "billing", Optional.of("billing")).decoy())
        .isNotEqualTo("billing");
    assertThat(draw.ordinary("ada-1", "1", "billing", Optional.empty()).decoy())
        .isEqualTo(draw.ordinary("ben-1", "1", "billing", Optional.empty()).decoy());
    assertThat(ordinary(draw)).extracting(Drawn::decoy).contains("delivery", "fault", "other");
  }

  @Test
  void each_arm_shows_what_it_says() {
    assertThat(new Drawn(Arm.SHOWN, "billing", "fault").seen()).contains("billing");
    assertThat(new Drawn(Arm.PLANTED, "billing", "fault").seen()).contains("fault");
    assertThat(new Drawn(Arm.BLIND, "billing", "fault").seen()).isEmpty();
  }

  /** A person sees a suggestion on gold as often as on other items, and one as often right. */
  @Test
  void gold_cannot_be_told_by_how_often_it_has_a_suggestion_or_how_often_that_is_right() {
    List<Drawn> gold = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      draw.gold("ada-" + i, "gold-" + i, "billing", 0.6).ifPresent(gold::add);
    }

    assertThat((double) gold.size() / MANY).isCloseTo(0.6, within(0.0125));
    assertThat(share(gold, each -> each.arm() == Arm.BLIND)).isCloseTo(0.15, within(0.012));
    assertThat(share(gold, each -> each.seen().filter("billing"::equals).isPresent()))
        .isCloseTo(0.85 * 0.97 * 0.85, within(0.015));
  }

  @Test
  void a_wrong_suggestion_on_gold_is_one_that_we_planted() {
    for (int i = 0; i < 1_000; i++) {
      draw.gold("ada-" + i, "gold-" + i, "billing", 1)
          .ifPresent(
              each ->
                  assertThat(each.arm() == Arm.SHOWN && !each.label().equals("billing")).isFalse());
    }
  }

  @Test
  void without_a_suggestion_in_the_batch_gold_has_none() {
    assertThat(draw.gold("ada-1", "gold-1", "billing", 0)).isEmpty();
  }

  private boolean isBlind(String assignment, String item) {
    return draw.ordinary(assignment, item, "billing", Optional.empty()).arm() == Arm.BLIND;
  }

  private static List<Drawn> ordinary(ArmDraw draw) {
    return IntStream.range(0, MANY)
        .mapToObj(i -> draw.ordinary("ada-" + i, "item-" + i, "billing", Optional.empty()))
        .toList();
  }

  private static double share(List<Drawn> drawn, Predicate<Drawn> which) {
    return (double) drawn.stream().filter(which).count() / drawn.size();
  }

  private static ArmDraw draw(String key, ArmShares shares) {
    return new ArmDraw(Hmac.of(key.getBytes(StandardCharsets.UTF_8)), shares, LABELS);
  }
}
