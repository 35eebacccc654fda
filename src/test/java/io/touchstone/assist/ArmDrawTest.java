package io.touchstone.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.answer.Answer;
import io.touchstone.answer.Question;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.answer.oneclass.ClassQuestion;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.platform.crypto.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArmDrawTest {

  private static final int MANY = 40_000;
  private static final List<String> LABELS = List.of("billing", "delivery", "fault", "other");
  private static final Answer BILLING = new ClassLabel("billing");
  private static final Answer FAULT = new ClassLabel("fault");
  private static final Candidate CANDIDATE = new Candidate(BILLING, FAULT);

  private final ArmDraw draw = draw("key of the batch");

  /** Expected shares; the margins are five standard deviations of a share of 40,000 draws. */
  @Test
  void arms_come_in_the_shares_of_the_table() {
    List<Arm> arms = arms(draw);

    assertThat(share(arms, Arm.BLIND)).isCloseTo(0.15, within(0.009));
    assertThat(share(arms, Arm.PLANTED)).isCloseTo(0.85 * 0.03, within(0.004));
    assertThat(share(arms, Arm.SHOWN)).isCloseTo(0.85 * 0.97, within(0.0095));
  }

  @Test
  void the_same_key_draws_the_same_and_another_key_another() {
    assertThat(arms(draw("key of the batch"))).isEqualTo(arms(draw));
    assertThat(arms(draw("key of another"))).isNotEqualTo(arms(draw));
  }

  /** 0.15 squared: who has an item blind tells nothing of the other's arm. */
  @Test
  void two_people_with_the_same_item_are_drawn_independently_of_each_other() {
    long both =
        IntStream.range(0, MANY).filter(i -> isBlind("ada-" + i) && isBlind("ben-" + i)).count();

    assertThat((double) both / MANY).isCloseTo(0.0225, within(0.0038));
  }

  private boolean isBlind(String assignment) {
    return draw.arm(assignment, CANDIDATE) == Arm.BLIND;
  }

  @Test
  void a_decoy_is_the_runner_up_or_any_other_label_the_same_for_everybody() {
    assertThat(draw.ordinary("1", BILLING, Optional.of(FAULT), "").orElseThrow().decoy())
        .isEqualTo(FAULT);
    assertThat(draw.ordinary("1", BILLING, Optional.of(BILLING), "").orElseThrow().decoy())
        .isNotEqualTo(BILLING);
    assertThat(draw.ordinary("1", BILLING, Optional.empty(), ""))
        .isEqualTo(draw("key of the batch").ordinary("1", BILLING, Optional.empty(), ""));
    assertThat(
            IntStream.range(0, 100)
                .mapToObj(
                    i ->
                        draw.ordinary("" + i, BILLING, Optional.empty(), "").orElseThrow().decoy()))
        .contains(new ClassLabel("delivery"), FAULT, new ClassLabel("other"))
        .doesNotContain(BILLING);
  }

  @Test
  void each_arm_shows_what_it_says() {
    assertThat(CANDIDATE.seen(Arm.SHOWN)).contains(BILLING);
    assertThat(CANDIDATE.seen(Arm.PLANTED)).contains(FAULT);
    assertThat(CANDIDATE.seen(Arm.BLIND)).isEmpty();
  }

  /** A person sees a suggestion on gold as often as on other items, and one as often right. */
  @Test
  void gold_cannot_be_told_by_how_often_it_has_a_suggestion_or_how_often_that_is_right() {
    List<Arm> arms = new ArrayList<>();
    int right = 0;
    for (int i = 0; i < MANY; i++) {
      Optional<Candidate> gold = draw.gold("gold-" + i, BILLING, "", 0.6, List.of());
      if (gold.isPresent()) {
        Arm arm = draw.arm("ada-" + i, gold.get());
        arms.add(arm);
        right += gold.get().seen(arm).filter(BILLING::equals).isPresent() ? 1 : 0;
        assertThat(arm == Arm.SHOWN && !gold.get().suggested().equals(BILLING))
            .as("a wrong suggestion on gold is one that we planted")
            .isFalse();
      }
    }

    assertThat((double) arms.size() / MANY).isCloseTo(0.6, within(0.0125));
    assertThat(share(arms, Arm.BLIND)).isCloseTo(0.15, within(0.012));
    assertThat((double) right / arms.size()).isCloseTo(0.85 * 0.97 * 0.85, within(0.015));
  }

  @Test
  void where_nothing_wrong_can_be_said_nothing_is_shown() {
    Answer nothing = new SpanSet(List.of());
    ArmDraw draw = draw("spans", Colours.ofNotes().question());

    assertThat(draw.ordinary("1", nothing, Optional.empty(), "!?")).isEmpty();
    assertThat(draw.ordinary("1", nothing, Optional.empty(), "a word")).isPresent();
  }

  @Test
  void without_a_suggestion_in_the_batch_gold_has_none() {
    assertThat(draw.gold("gold-1", BILLING, "", 0, List.of())).isEmpty();
  }

  private static List<Arm> arms(ArmDraw draw) {
    return IntStream.range(0, MANY).mapToObj(i -> draw.arm("ada-" + i, CANDIDATE)).toList();
  }

  private static double share(List<Arm> arms, Arm which) {
    return (double) arms.stream().filter(which::equals).count() / arms.size();
  }

  private static ArmDraw draw(String secret) {
    return draw(secret, new ClassQuestion(LABELS));
  }

  private static ArmDraw draw(String secret, Question question) {
    Hmac key = Hmac.of(secret.getBytes(StandardCharsets.UTF_8));
    return new ArmDraw(key, new ArmShares(0.15, 0.03, 0.85, "test"), new Decoys(key, question));
  }
}
