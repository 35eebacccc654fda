package io.touchstone.platform.security.token;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A token that somebody wants, found possible.
 *
 * @param projects empty for all that the owner may know
 * @param days until it ends
 */
record TokenWish(String name, Set<TokenScope> scopes, Optional<Set<String>> projects, int days) {

  private static final int LONGEST_NAME = 60;
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /**
   * What was sent.
   *
   * @param name what the owner calls it
   * @param scopes codes: read, deliver, label, manage
   * @param projects keys it is limited to; none or nothing for no limit
   * @param days how long it counts
   */
  record Sent(
      Optional<String> name,
      Optional<List<String>> scopes,
      Optional<List<String>> projects,
      Optional<Integer> days) {}

  /**
   * Reads a wish.
   *
   * @throws Refusal 422 naming the field
   */
  static TokenWish of(Sent sent, Caller owner, int mostDays) {
    TokenWish wish =
        new TokenWish(name(sent), scopes(sent, owner), projects(sent, owner), days(sent, mostDays));
    if (wish.scopes().contains(TokenScope.LABEL) && wish.projects().isPresent()) {
      throw unfit(
          "projects",
          "A token for labelling works on what is offered to you, in whatever project. Make another"
              + " for the rest.");
    }
    return wish;
  }

  private static String name(Sent sent) {
    String name = sent.name().orElse("").strip();
    int length = name.codePointCount(0, name.length());
    if (length == 0 || length > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw unfit("name", "Give the token a name of 1 to " + LONGEST_NAME + " characters.");
    }
    return name;
  }

  private static Set<TokenScope> scopes(Sent sent, Caller owner) {
    Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
    for (String code : sent.scopes().orElse(List.of())) {
      TokenScope scope =
          TokenScope.of(code)
              .orElseThrow(
                  () -> unfit("scopes", "A token's scopes are " + TokenScope.codes() + "."));
      if (!scope.isOf(owner)) {
        throw unfit(
            "scopes",
            "Your account may not " + scope.says() + ", so a token of yours may not either.");
      }
      scopes.add(scope);
    }
    if (scopes.isEmpty()) {
      throw unfit("scopes", "Say what the token is for: " + TokenScope.codes() + ".");
    }
    return scopes;
  }

  private static Optional<Set<String>> projects(Sent sent, Caller owner) {
    Set<String> keys = new TreeSet<>(sent.projects().orElse(List.of()));
    if (keys.stream().anyMatch(key -> !KEY.matcher(key).matches())) {
      throw unfit("projects", "A project is named by its key: small letters, digits, hyphens.");
    }
    if (owner.projects().filter(own -> !own.containsAll(keys)).isPresent()) {
      throw unfit("projects", "A token reaches no further than your own login.");
    }
    return keys.isEmpty() ? owner.projects() : Optional.of(keys);
  }

  private static int days(Sent sent, int most) {
    int days = sent.days().orElse(0);
    if (days < 1 || days > most) {
      throw unfit("days", "A token ends after 1 to " + most + " days. Say after how many.");
    }
    return days;
  }

  private static Refusal unfit(String field, String sentence) {
    return new Refusal(422, "unfit-token", sentence, Map.of("field", field));
  }
}
