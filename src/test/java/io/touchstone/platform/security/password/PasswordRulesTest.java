package io.touchstone.platform.security.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords are too easy to guess. */
class PasswordRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "            ",
        "aaaaaaaaaaaa",
        "abababababab",
        "password1234",
        "Passw0rd!2024",
        "passwordpassword",
        "qwertyuiop12",
        "qwertzuiop12",
        "1qaz2wsx3edc",
        "1q2w3e4r5t6y",
        "asdfghjkl123",
        "abcdefghijkl",
        "123456789012",
        "098765432109",
        "iloveyou1234",
        "letmein12345",
        "trustno1trustno1",
        "unbelievable",
        "Sommer2026!!",
        "Willkommen1!",
        "Krankenhaus1",
        "hospital2026!",
        "01.01.1980 01",
        "Vera-Lind-99 quiet", // the user's name inside
        "quiet TOUCHSTONE lamp", // the product's
        "marble camunda window"
      })
  void what_a_guessing_program_tries_early_is_refused_with_a_sentence(String password) {
    assertThat(PasswordRules.fault("vera-lind", password))
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(422);
              assertThat(refusal.getMessage()).endsWith(".").doesNotContain(password);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quiet marble staircase",
        "Ein-Pferd-im-Garten",
        "kX9#vP2mQ7wL",
        "correct horse battery staple",
        "Bench-Password-1",
        "Test-Password-1",
        "Tarnfield-Installation-7",
        "日本語の長いパスワードです"
      })
  void long_ones_of_unrelated_parts_are_fit(String password) {
    assertThat(PasswordRules.fault("vera-lind", password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 200})
  void the_longest_are_judged_in_no_time(int length) {
    String password = "quiet marble staircase ".repeat(9).substring(0, length);
    PasswordRules.fault("vera", password);
    long start = System.nanoTime();

    assertThat(PasswordRules.fault("vera", password)).isEmpty();

    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }
}
