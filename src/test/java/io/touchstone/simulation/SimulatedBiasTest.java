package io.touchstone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.answer.Answer;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.platform.crypto.Hmac;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Simulated people follow suggestions as often as they were made to. */
class SimulatedBiasTest {

  private static final int MANY = 10_000;
  private static final Hmac SEED = Hmac.of(new byte[] {4});
  private static final Answer OWN = new ClassLabel("red");
  private static final Work.Suggested OTHER = new Work.Suggested(new ClassLabel("blue"));

  /** The margin is five standard deviations of a share of 10,000. */
  @Test
  void the_share_of_suggestions_taken_over_unread_is_the_persons_bias() {
    SimulatedPerson person = new SimulatedPerson("ada", "Ada", 0.9, 10, 0.4);

    long followed =
        IntStream.range(0, MANY)
            .mapToObj(i -> person.answer(SEED, "item-" + i, OWN, Optional.of(OTHER)))
            .filter(WorkDesk.Said::accepted)
            .count();

    assertThat((double) followed / MANY).isCloseTo(0.4, within(0.025));
  }

  @Test
  void without_bias_only_a_suggestion_of_the_same_opinion_is_taken_over() {
    SimulatedPerson person = new SimulatedPerson("ada", "Ada", 0.9, 10);
    Work.Suggested same = new Work.Suggested(OWN);

    assertThat(person.answer(SEED, "item", OWN, Optional.of(OTHER)))
        .isEqualTo(WorkDesk.Said.of(OWN));
    assertThat(person.answer(SEED, "item", OWN, Optional.of(same)))
        .isEqualTo(WorkDesk.Said.of(OWN).takenOver());
    assertThat(person.answer(SEED, "item", OWN, Optional.empty())).isEqualTo(WorkDesk.Said.of(OWN));
  }
}
