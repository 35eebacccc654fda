package io.touchstone.platform.security;

import io.touchstone.platform.web.Refusal;

/** What a password must be. */
public final class PasswordRules {

  /** Characters at least. */
  public static final int SHORTEST = 12;

  private static final int LONGEST = 200;

  private PasswordRules() {}

  /**
   * Checks a new password.
   *
   * @throws Refusal 422 saying what is wrong with it
   */
  static void check(String userId, String current, String replacement) {
    int length = replacement.codePointCount(0, replacement.length());
    if (length < SHORTEST || length > LONGEST) {
      throw refusal("A password has " + SHORTEST + " to " + LONGEST + " characters.");
    }
    if (replacement.equals(current)) {
      throw refusal("The new password is the current one. Choose another.");
    }
    if (replacement.equalsIgnoreCase(userId) || replacement.chars().distinct().count() < 4) {
      throw refusal("That password is too easy to guess. Choose another.");
    }
  }

  private static Refusal refusal(String sentence) {
    return new Refusal(422, "unfit-password", sentence);
  }
}
