package io.touchstone.platform.security.password;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import io.touchstone.platform.web.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password must be: long, and not among the first that a guessing program tries. How many it
 * tries before is estimated by zxcvbn (Wheeler, USENIX Security 2016) from lists of leaked
 * passwords, names and common words, their usual disguises, repeats, sequences, rows of keys and
 * dates.
 */
public final class PasswordRules {

  /** Characters at least. */
  public static final int SHORTEST = 12;

  private static final int LONGEST = 200;

  /** Guesses at least: a day of ten thousand a second, the "slow hash" of zxcvbn. */
  private static final double FEWEST_GUESSES = 1e9;

  /** What is estimated of a long one: the estimate's time grows faster than the length. */
  private static final int ESTIMATED = 64;

  /** Names shorter than this are in many words. */
  private static final int SHORTEST_NAME = 4;

  /** Of the product and its parts; whoever attacks it tries them. */
  private static final Set<String> PRODUCT = Set.of("touchstone", "camunda", "tasklist", "cockpit");

  /** Words of where it stands, and of languages that the lists do not have. */
  private static final List<String> NEARBY = CommonWords.read();

  private static final Zxcvbn ESTIMATE = new Zxcvbn();

  private PasswordRules() {}

  /** What is wrong with a new password, as a refusal with 422; empty if it is fit. */
  public static Optional<Refusal> fault(String userId, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      return refusal("A password has " + SHORTEST + " to " + LONGEST + " characters.");
    }
    String small = password.toLowerCase(Locale.ROOT);
    if (names(userId, small)) {
      return refusal("A password must not contain the user's or the product's name.");
    }
    return guesses(userId, password) < FEWEST_GUESSES
        ? refusal(
            "That password is too easy to guess: it is made of common passwords, names, dates,"
                + " repeats or rows of keys. Choose another; four words that have nothing to do"
                + " with each other are good.")
        : Optional.empty();
  }

  private static boolean names(String userId, String small) {
    String name = userId.toLowerCase(Locale.ROOT);
    return PRODUCT.stream().anyMatch(small::contains)
        || (name.length() >= SHORTEST_NAME && small.contains(name));
  }

  private static double guesses(String userId, String password) {
    int end = Math.min(password.length(), ESTIMATED);
    List<String> known = new java.util.ArrayList<>(NEARBY);
    known.add(userId);
    Strength strength = ESTIMATE.measure(password.substring(0, end), known);
    return strength.getGuesses();
  }

  /**
   * Checks a new password that replaces one.
   *
   * @throws Refusal 422 saying what is wrong with it
   */
  static void check(String userId, String current, String replacement) {
    Optional<Refusal> fault =
        replacement.equals(current)
            ? refusal("The new password is the current one. Choose another.")
            : fault(userId, replacement);
    fault.ifPresent(
        refusal -> {
          throw refusal;
        });
  }

  private static Optional<Refusal> refusal(String sentence) {
    return Optional.of(new Refusal(422, "unfit-password", sentence));
  }
}
