package io.touchstone.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The drill of logins in short; {@code src/bench/run drill-logins} is the whole. */
@Tag("slow")
class LoginLoadTest {

  @Test
  void a_flood_of_wrong_logins_slows_no_reader_and_a_shift_that_arrives_waits_two_seconds_at_most()
      throws Exception {
    LoginDrill.Figures figures =
        new LoginDrill(25, Duration.ofSeconds(5), Duration.ofSeconds(8)).measure();
    System.out.println(figures);

    assertThat(figures.failed()).isZero();
    assertThat(figures.longestWait()).isLessThan(2_000);
    assertThat(figures.turnedAway()).isPositive();
    assertThat(figures.underFlood()).isLessThan(300);
  }
}
