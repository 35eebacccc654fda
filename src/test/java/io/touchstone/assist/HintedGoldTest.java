package io.touchstone.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.answer.Answer;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.answer.oneclass.ClassQuestion;
import io.touchstone.platform.crypto.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a wrong suggestion hints at gold, by somebody who sees that it is wrong. */
class HintedGoldTest {

  private static final List<String> LABELS = List.of("billing", "delivery", "fault", "other");
  private static final int PEOPLE = 60;
  private static final int ORDINARY = 2_000;
  private static final int GOLD = 200;
  private static final int VERDICTS = 600;
  private static final double BLIND = 0.15;
  private static final double PLANTED = 0.03;
  private static final double Z_95 = 1.959963984540054;

  /**
   * Sixty people, each with 2,000 items and 200 gold ones, after a batch of 600 items has been
   * settled; the source says of itself that it is right 90 times in 100, whatever it is. Were the
   * share of wrong suggestions on gold not the same, fewer than 95 of 100 intervals would hold one
   * half; 51 of 60 is what 19 in 20 falls below 1.5 times in 100.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.80, 0.95, 0.99})
  void a_wrong_suggestion_does_not_hint_at_gold(double accuracy) {
    int held = 0;
    double sum = 0;
    for (int person = 0; person < PEOPLE; person++) {
      Random chance = new Random(person * 31L + Math.round(accuracy * 100));
      RocArea area = area(accuracy, estimated(accuracy, chance), person, chance);
      held += area.holdsHalf(Z_95) ? 1 : 0;
      sum += area.area() / PEOPLE;
    }

    System.out.printf(
        Locale.ROOT,
        "hinted-gold %.2f accuracy, area %.4f, %d of %d intervals hold one half%n",
        accuracy,
        sum,
        held,
        PEOPLE);
    assertThat(sum).isCloseTo(0.5, within(0.006));
    assertThat(held).isGreaterThanOrEqualTo(51);
  }

  /**
   * The fixed 0.85 of before: by its shares alone, 0.5 + 0.85 * (0.15 - 0.01) * 0.97 / 2 = 0.558
   * with a source of 0.99, and 0.479 with one of 0.80. The test above would have failed.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.80, 0.99})
  void with_one_share_for_all_sources_it_did(double accuracy) {
    double sum = 0;
    int held = 0;
    for (int person = 0; person < PEOPLE; person++) {
      Random chance = new Random(person);
      RocArea area = area(accuracy, 0.85, person, chance);
      held += area.holdsHalf(Z_95) ? 1 : 0;
      sum += area.area() / PEOPLE;
    }

    System.out.printf(Locale.ROOT, "hinted-gold-before %.2f accuracy, area %.4f%n", accuracy, sum);
    assertThat(sum)
        .isCloseTo(0.5 + (1 - BLIND) * (1 - PLANTED) * (accuracy - 0.85) / 2, within(0.006));
    assertThat(held).isLessThan(51);
  }

  /** Verdicts outweigh what a source says of itself, and say nothing where there are none. */
  @Test
  void a_source_is_believed_until_verdicts_are_there() {
    assertThat(new SourceAccuracy(0.9, 0, 0).estimate()).isEqualTo(0.9);
    assertThat(new SourceAccuracy(0.9, 980, 784).estimate()).isCloseTo(0.802, within(1e-9));
  }

  private static double estimated(double accuracy, Random chance) {
    long right = 0;
    for (int i = 0; i < VERDICTS; i++) {
      right += chance.nextDouble() < accuracy ? 1 : 0;
    }
    return new SourceAccuracy(0.9, VERDICTS, right).estimate();
  }

  private static RocArea area(double accuracy, double goldRight, int person, Random chance) {
    Hmac key = Hmac.of(("key of batch " + person).getBytes(StandardCharsets.UTF_8));
    ArmDraw draw =
        new ArmDraw(
            key,
            new ArmShares(BLIND, PLANTED, goldRight, "test"),
            new Decoys(key, new ClassQuestion(LABELS)));
    double[] ordinary = new double[ORDINARY];
    List<Answer> seconds = new ArrayList<>();
    for (int i = 0; i < ORDINARY; i++) {
      Answer truth = label(chance);
      boolean right = chance.nextDouble() < accuracy;
      Answer suggested = right ? truth : otherThan(truth, chance);
      Answer runnerUp = !right && chance.nextBoolean() ? truth : otherThan(suggested, chance);
      if (suggested.equals(new ClassLabel("billing"))) {
        seconds.add(runnerUp);
      }
      Candidate candidate =
          draw.ordinary("item-" + i, suggested, Optional.of(runnerUp), "").orElseThrow();
      ordinary[i] = wrong(candidate.seen(draw.arm("a-" + i, candidate)), truth);
    }
    double[] gold = new double[GOLD];
    Answer truth = new ClassLabel("billing");
    for (int i = 0; i < GOLD; i++) {
      Candidate candidate = draw.gold("gold-" + i, truth, "", 1, seconds).orElseThrow();
      gold[i] = wrong(candidate.seen(draw.arm("g-" + i, candidate)), truth);
    }
    return RocArea.of(gold, ordinary);
  }

  private static double wrong(Optional<Answer> seen, Answer truth) {
    return seen.isPresent() && !seen.get().equals(truth) ? 1 : 0;
  }

  private static Answer label(Random chance) {
    return new ClassLabel(LABELS.get(chance.nextInt(LABELS.size())));
  }

  private static Answer otherThan(Answer label, Random chance) {
    Answer other = label(chance);
    return other.equals(label) ? otherThan(label, chance) : other;
  }
}
