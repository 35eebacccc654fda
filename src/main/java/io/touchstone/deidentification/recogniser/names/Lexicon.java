package io.touchstone.deidentification.recogniser.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * What is known of a word: how common it is as a given name, a surname, a place and an ordinary
 * word, and whether it says what stands beside it. Read once, on first use: about 150,000 words.
 */
public final class Lexicon {

  /** How common a word is in a list: 0 absent, 1 rare, 2 common, 3 among the most common. */
  static final int MOST_COMMON = 3;

  private static final int GIVEN = 0;
  private static final int SURNAME = 2;
  private static final int WORD = 4;
  private static final int PLACE = 6;
  private static final int REGION = 8;
  private static final int PLACE_BEGINS = 9;
  private static final int CUES = 10;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** What a word says about the name beside it. */
  enum Cue {
    TITLE,
    /** A title that nothing but a person has. */
    MISTER,
    PERSON,
    CALL,
    VERB,
    AFTER
  }

  private final Map<String, Integer> known = new HashMap<>(1 << 18);

  private Lexicon() {
    tiers("given.txt", GIVEN);
    tiers("surnames.txt", SURNAME);
    tiers("words.txt", WORD);
    tiers("places.txt", PLACE);
    lines("regions.txt").forEach(line -> add(fold(line), 1 << REGION));
    cues();
  }

  private static final class Holder {
    private static final Lexicon ONE = new Lexicon();
  }

  /** The one lexicon, read on first use. */
  public static Lexicon get() {
    return Holder.ONE;
  }

  /** What is known of a word or, for places, of several with a blank between. */
  int of(String folded) {
    return known.getOrDefault(folded, 0);
  }

  static int given(int known) {
    return known >> GIVEN & 3;
  }

  static int surname(int known) {
    return known >> SURNAME & 3;
  }

  static int word(int known) {
    return known >> WORD & 3;
  }

  static int place(int known) {
    return known >> PLACE & 3;
  }

  static boolean region(int known) {
    return (known >> REGION & 1) == 1;
  }

  static boolean cue(int known, Cue cue) {
    return (known >> CUES + cue.ordinal() & 1) == 1;
  }

  /** Whether the word is in no list of names. */
  static boolean isNoName(int known) {
    return given(known) == 0 && surname(known) == 0;
  }

  /** Whether the word is an ordinary one, a place or a region, however rarely. */
  public boolean isOrdinary(String folded) {
    int known = of(folded);
    return word(known) > 0 || place(known) > 0 || region(known);
  }

  /** Whether the word is a listed name and nothing else. */
  public boolean isOnlyName(String folded) {
    return !isNoName(of(folded)) && !isOrdinary(folded);
  }

  /** The folded words whose tiers a condition accepts, in alphabetical order. */
  public List<String> listed(Kind kind, IntPredicate tier) {
    return known.entrySet().stream()
        .filter(e -> tier.test(e.getValue() >> kind.shift & 3))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** A list with tiers. */
  public enum Kind {
    GIVEN_NAME(GIVEN),
    FAMILY_NAME(SURNAME),
    ORDINARY(WORD),
    TOWN(PLACE);

    private final int shift;

    Kind(int shift) {
      this.shift = shift;
    }
  }

  /** Lower case without diacritics: "José", "JOSE" and "jose" are equal. */
  public static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) >= 0x80) {
        return MARKS
            .matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
            .replaceAll("")
            .replace("ß", "ss")
            .replace("ł", "l")
            .replace("ø", "o")
            .replace("ı", "i")
            .replace("đ", "d")
            .replace("æ", "ae")
            .replace('’', '\'');
      }
    }
    return lower;
  }

  private void tiers(String file, int shift) {
    int tier = 0;
    for (String line : lines(file)) {
      if (line.startsWith("= ")) {
        tier = Integer.parseInt(line.substring(2));
      } else {
        add(line, tier << shift);
      }
    }
  }

  private void cues() {
    int bit = 0;
    for (String line : lines("cues.txt")) {
      if (line.startsWith("[")) {
        String cue = line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT);
        bit = 1 << CUES + Cue.valueOf(cue).ordinal();
      } else {
        for (String word : line.split(" ")) {
          add(fold(word), bit);
        }
      }
    }
  }

  private void add(String folded, int bits) {
    known.merge(folded, bits, (a, b) -> a | b);
    int blank = folded.indexOf(' ');
    if (blank > 0) {
      known.merge(folded.substring(0, blank), 1 << PLACE_BEGINS, (a, b) -> a | b);
    }
  }

  /** The lines of a resource beside the lists, without remarks. */
  public static List<String> lines(String file) {
    String path = "/names/" + file;
    try (InputStream in = Lexicon.class.getResourceAsStream(path)) {
      return lines(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("The list " + path + " cannot be read.", e);
    }
  }

  /** The lines of a list, without remarks; the reader is closed. */
  static List<String> lines(BufferedReader list) throws IOException {
    try (list) {
      return list.lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).toList();
    }
  }
}
