package io.touchstone.platform.engine.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.Settings;
import io.touchstone.platform.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first administrator's password, where the settings give it. */
class FirstPasswordTest {

  @ParameterizedTest
  @ValueSource(strings = {"short-one-1", "password1234", "Touchstone-2026-secret"})
  void one_that_is_easy_to_guess_stops_the_first_start_unrepeated(String password) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> FirstRun.givenPassword(Settings.of("admin-password", password)))
        .withMessageContaining("touchstone.admin-password")
        .satisfies(
            refused ->
                assertThat(refused.getMessage() + refused.action()).doesNotContain(password));
  }

  @Test
  void a_fit_one_is_taken_and_none_is_drawn_elsewhere() {
    assertThat(FirstRun.givenPassword(Settings.of("admin-password", "quiet marble staircase")))
        .contains("quiet marble staircase");
    assertThat(FirstRun.givenPassword(Settings.of())).isEmpty();
  }
}
