package io.touchstone.deidentification.recogniser.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Draws names from the lexicon, the common ones more often, and makes up some that are in no list,
 * so that context is learned as well.
 */
final class InventedNames {

  private static final String[] PARTICLES = {
    "van der", "de", "von", "van", "de la", "da", "di", "del", "dos", "al"
  };
  private static final String[] BEGINNINGS = {"O'", "Mc", "Mac", "D'", "Fitz", "De"};

  private final Random random;
  private final double unlisted;
  private final List<List<String>> given;
  private final List<List<String>> surnames;
  private final List<List<String>> towns;
  private final List<String> words;
  private final List<String> otherScripts;

  /**
   * @param taken which names may be drawn
   * @param unlisted share of names that are in no list, 0 to 1
   */
  InventedNames(Random random, Lexicon lexicon, Predicate<String> taken, double unlisted) {
    this.random = random;
    this.unlisted = unlisted;
    given = tiers(lexicon, Lexicon.Kind.GIVEN_NAME, taken);
    surnames = tiers(lexicon, Lexicon.Kind.FAMILY_NAME, taken);
    towns = tiers(lexicon, Lexicon.Kind.TOWN, taken);
    otherScripts =
        lexicon.listed(Lexicon.Kind.GIVEN_NAME, tier -> tier > 0).stream()
            .filter(w -> w.charAt(0) >= 0x250 && w.charAt(0) < 0x800)
            .filter(taken)
            .toList();
    words =
        lexicon.listed(Lexicon.Kind.ORDINARY, tier -> tier > 0).stream()
            .filter(w -> w.length() > 2 && Lexicon.isNoName(lexicon.of(w)))
            .toList();
  }

  private static List<List<String>> tiers(
      Lexicon lexicon, Lexicon.Kind kind, Predicate<String> taken) {
    List<List<String>> tiers = new ArrayList<>();
    for (int i = 1; i <= Lexicon.MOST_COMMON; i++) {
      int tier = i;
      tiers.add(
          lexicon.listed(kind, t -> t == tier).stream()
              .filter(w -> w.charAt(0) < 0x250 && w.length() > 1)
              .filter(taken)
              .toList());
    }
    return tiers;
  }

  private String drawn(List<List<String>> tiers) {
    int roll = random.nextInt(10);
    return pick(tiers.get(roll < 4 ? 0 : roll < 7 ? 1 : 2));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  String given() {
    String name = capitalised(chance(unlisted) ? changed(drawn(given)) : drawn(given));
    return chance(0.05) ? name + "-" + capitalised(drawn(given)) : name;
  }

  /** An abbreviation that looks like a name: "IDA", "TIA". */
  String shortForm() {
    String name = drawn(given);
    return name.substring(0, Math.min(name.length(), 4)).toUpperCase(Locale.ROOT);
  }

  String surname() {
    String name = capitalised(chance(unlisted) ? changed(drawn(surnames)) : drawn(surnames));
    if (chance(0.05)) {
      return PARTICLES[random.nextInt(PARTICLES.length)] + " " + name;
    }
    if (chance(0.05)) {
      return BEGINNINGS[random.nextInt(BEGINNINGS.length)] + name;
    }
    return chance(0.04) ? name + "-" + capitalised(drawn(surnames)) : name;
  }

  String full() {
    int roll = random.nextInt(100);
    if (roll < 8) {
      return given() + " " + initial() + ". " + surname();
    }
    if (roll < 13) {
      return initial() + ". " + surname();
    }
    if (roll < 16) {
      return initial() + ". " + initial() + ". " + surname();
    }
    if (roll < 22) {
      return given() + " " + given() + " " + surname();
    }
    if (roll < 26) {
      return surname() + " " + given();
    }
    if (roll < 29) {
      return given() + " " + surname() + " " + surname();
    }
    return given() + " " + surname();
  }

  String person() {
    int roll = random.nextInt(10);
    return roll < 6 ? full() : roll < 8 ? given() : surname();
  }

  /** One or two names of one script other than Latin: Greek, Cyrillic, Hebrew or Arabic. */
  String otherScript() {
    String first = pick(otherScripts);
    String second = pick(otherScripts);
    boolean same =
        Character.UnicodeScript.of(first.charAt(0)) == Character.UnicodeScript.of(second.charAt(0));
    return capitalised(same ? first + " " + second : first);
  }

  String town() {
    String town = drawn(towns);
    return capitalised(chance(unlisted / 2) && town.indexOf(' ') < 0 ? changed(town) : town);
  }

  /** An ordinary word with a capital; now and then two. */
  String word() {
    return capitalised(pick(words));
  }

  private String initial() {
    return String.valueOf((char) ('A' + random.nextInt(26)));
  }

  /** Another word with the same ending: its first letters are replaced. */
  private String changed(String name) {
    String beginnings = "bcdfghjklmnprstvwz";
    String vowels = "aeiouy";
    int keep = Math.max(2, Math.min(name.length() - 1, 3 + random.nextInt(3)));
    StringBuilder made = new StringBuilder();
    if (random.nextInt(4) > 0) {
      made.append(beginnings.charAt(random.nextInt(beginnings.length())));
    }
    made.append(vowels.charAt(random.nextInt(vowels.length())));
    made.append(beginnings.charAt(random.nextInt(beginnings.length())));
    String rest = name.substring(Math.max(0, name.length() - keep));
    return made.append(rest.replace(" ", "")).toString();
  }

  static String capitalised(String folded) {
    StringBuilder name = new StringBuilder(folded.length());
    boolean first = true;
    for (char c : folded.toCharArray()) {
      name.append(first ? String.valueOf(c).toUpperCase(Locale.ROOT) : c);
      first = c == ' ' || c == '-' || c == '\'';
    }
    return name.toString();
  }
}
