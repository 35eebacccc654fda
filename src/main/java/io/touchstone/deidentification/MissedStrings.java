package io.touchstone.deidentification;

import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.deidentification.recogniser.folding.Folding;
import io.touchstone.deidentification.recogniser.folding.Normalised;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what was missed in one place wherever else it stands: as whole words and numbers, digits
 * and dashes of any script alike, any white space between the words. A single word of letters must
 * agree in its capitals ("Will" is not "will"); all else need not. Strings of fewer than three
 * letters or digits would hit everywhere and are not searched. Held in memory only.
 */
public final class MissedStrings {

  private static final int SHORTEST = 3;

  /** Scripts that run words, or words and particles, together. */
  private static final Set<Character.UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.HANGUL,
          Character.UnicodeScript.THAI,
          Character.UnicodeScript.LAO,
          Character.UnicodeScript.KHMER,
          Character.UnicodeScript.MYANMAR);

  private record Sought(Pattern pattern, EntityType type) {}

  private final List<Sought> sought = new ArrayList<>();
  private final Tags known;

  /**
   * @param known which masks a text may hold already
   */
  public MissedStrings(Tags known) {
    this.known = known;
  }

  /** Adds a string that was missed. */
  public void add(String string, EntityType type) {
    String folded = Folding.of(string).strip();
    if (weight(folded) >= SHORTEST) {
      sought.add(new Sought(pattern(folded), type));
    }
  }

  /** An ideograph says as much as two letters. */
  private static int weight(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(c -> Character.isIdeographic(c) ? 2 : 1)
        .sum();
  }

  private static Pattern pattern(String folded) {
    String words =
        Arrays.stream(folded.split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s++"));
    boolean word = folded.codePoints().allMatch(Character::isLetter);
    return Pattern.compile(
        asWord(folded, words), word ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * An expression that finds a string only as whole words and numbers: "Quill" is in "quill17", and
   * not in "quills".
   *
   * @param string whose ends count
   * @param expression that finds it anywhere
   */
  public static String asWord(String string, String expression) {
    return edge(string.codePointAt(0), "(?<!%s)")
        + expression
        + edge(string.codePointBefore(string.length()), "(?!%s)");
  }

  /** Where words are not parted by spaces, there are no edges of words to hold to. */
  private static String edge(int codePoint, String condition) {
    boolean holds =
        Character.isLetterOrDigit(codePoint)
            && !WITHOUT_SPACES.contains(Character.UnicodeScript.of(codePoint));
    return holds ? condition.formatted(Character.isLetter(codePoint) ? "\\p{L}" : "\\p{N}") : "";
  }

  /**
   * Where a redacted text is to be masked: these spans and what is found beside them and outside
   * its tags. Stretches that overlap become one, of the longest one's type.
   */
  public List<MissedSpan> within(String text, List<MissedSpan> seen) {
    List<MissedSpan> all = new ArrayList<>(seen);
    Tags.Places tags = known.in(text);
    Normalised folded = Folding.normalise(text);
    CodePoints.Walk places = new CodePoints.Walk(text);
    for (Sought each : sought) {
      Matcher found = each.pattern().matcher(folded.text());
      while (found.find()) {
        int first = folded.start(found.start());
        int last = folded.end(found.end());
        if (!tags.touches(first, last)) {
          int start = places.points(first);
          all.add(new MissedSpan(start, places.points(last), each.type()));
        }
      }
    }
    return union(all);
  }

  /** Stretches that overlap become one, of the longest one's type. */
  public static List<MissedSpan> union(List<MissedSpan> spans) {
    spans.sort(Comparator.comparingInt(MissedSpan::start));
    List<MissedSpan> united = new ArrayList<>();
    int longest = 0;
    for (MissedSpan span : spans) {
      int length = span.end() - span.start();
      int last = united.size() - 1;
      if (last < 0 || span.start() >= united.get(last).end()) {
        united.add(span);
        longest = length;
      } else {
        MissedSpan before = united.get(last);
        united.set(
            last,
            new MissedSpan(
                before.start(),
                Math.max(before.end(), span.end()),
                length > longest ? span.type() : before.type()));
        longest = Math.max(longest, length);
      }
    }
    return united;
  }
}
