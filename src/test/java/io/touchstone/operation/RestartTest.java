package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.operation.RestartDrill.End;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drills {@code drill-restarts} and {@code drill-kills} in their short form. */
@Tag("slow")
class RestartTest {

  private static final int SECONDS = 12;

  @TempDir Path folder;

  @Test
  void twenty_people_who_do_not_give_up_lose_nothing_when_the_product_is_killed_and_stopped()
      throws Exception {
    RestartDrill.Outcome outcome =
        new RestartDrill(folder).run(List.of(End.KILL, End.STOP), SECONDS);

    assertThat(outcome.up()).as("starts that were at work to their end").isEqualTo(2);
    assertThat(outcome.answers()).isGreaterThan(RestartDrill.PEOPLE);
    assertThat(outcome.lost()).isEmpty();
    assertThat(outcome.doubled()).isEmpty();
    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.deadlocks()).isEmpty();
  }
}
