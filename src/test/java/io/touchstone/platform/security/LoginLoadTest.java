package io.touchstone.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The drill of logins in short. How long anybody waits is printed, for it is the machine's as well;
 * {@code src/bench/run drill-logins} is the whole, for a quiet one.
 */
@Tag("slow")
class LoginLoadTest {

  @Test
  void of_a_flood_of_wrong_logins_what_would_wait_too_long_is_turned_away() throws Exception {
    LoginDrill.Figures figures =
        new LoginDrill(25, Duration.ofSeconds(5), Duration.ofSeconds(8)).measure();
    System.out.println(figures);

    assertThat(figures.turnedAway()).isPositive();
  }
}
