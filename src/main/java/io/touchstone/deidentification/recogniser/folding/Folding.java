package io.touchstone.deidentification.recogniser.folding;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes equal what looks alike: compatibility forms (Unicode's NFKC, character by character),
 * digits of every script, dashes and spaces; leaves out characters that are not seen; reads HTML's
 * character references; and turns Cyrillic and Greek letters into the Latin ones they look like
 * where they stand among Latin letters or digits. Where each character came from is kept.
 */
public final class Folding {

  /** References by name that serve to hide an address or a number; all others are by number. */
  private static final Map<String, Character> NAMED = new HashMap<>();

  static {
    NAMED.put("commat", '@');
    NAMED.put("period", '.');
    NAMED.put("amp", '&');
    NAMED.put("nbsp", ' ');
    NAMED.put("shy", '\u00AD');
    NAMED.put("zwj", '\u200D');
    NAMED.put("zwnj", '\u200C');
    NAMED.put("lowbar", '_');
    NAMED.put("hyphen", '-');
    NAMED.put("dash", '-');
    NAMED.put("ndash", '-');
    NAMED.put("plus", '+');
    NAMED.put("colon", ':');
    NAMED.put("sol", '/');
    NAMED.put("lpar", '(');
    NAMED.put("rpar", ')');
    NAMED.put("lt", '<');
    NAMED.put("gt", '>');
    NAMED.put("quot", '"');
    NAMED.put("apos", '\'');
    NAMED.put("deg", '\u00B0');
    NAMED.put("ensp", ' ');
    NAMED.put("emsp", ' ');
    NAMED.put("thinsp", ' ');
    NAMED.put("num", '#');
    NAMED.put("lsqb", '[');
    NAMED.put("rsqb", ']');
  }

  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));");

  private Folding() {}

  /** The folded text alone. */
  public static String of(String text) {
    return normalise(text).text();
  }

  /** The text for recognisers to look at. Plain ASCII without references is taken as it is. */
  public static Normalised normalise(String text) {
    int first = firstToFold(text);
    if (first == text.length()) {
      return Normalised.unchanged(text);
    }
    Normalised.Builder folded = new Normalised.Builder(text, first);
    Matcher reference = REFERENCE.matcher(text);
    boolean alike = false;
    for (int i = first; i < text.length(); ) {
      char c = text.charAt(i);
      int codePoint = c;
      int end = i + 1;
      if (c == '&' || c == '%') {
        Optional<Integer> meant = escaped(text, i, reference);
        codePoint = meant.orElse((int) c);
        end = meant.isEmpty() ? end : c == '%' ? i + 3 : reference.end();
      } else if (c >= 0x80) {
        codePoint = text.codePointAt(i);
        end = i + Character.charCount(codePoint);
      }
      if (codePoint < 0x80) {
        folded.add((char) codePoint, i, end);
      } else {
        folded.add(Characters.plain(codePoint), i, end);
        if (endsLabel(codePoint) && end < text.length() && isOfCode(text.charAt(end))) {
          folded.add(' ', i, end);
        }
        alike |= Lookalikes.has(codePoint);
      }
      i = end;
    }
    if (alike) {
      Lookalikes.replace(folded.characters());
    }
    return folded.build();
  }

  /** What "number" is shortened to, after which the number itself begins. */
  private static boolean endsLabel(int codePoint) {
    return codePoint == 0xBA || codePoint == 0xAA || codePoint == 0x2116;
  }

  private static boolean isOfCode(char c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  private static int firstToFold(String text) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c >= 0x80 || c == '&' || c == '%') {
        return i;
      }
      i++;
    }
    return i;
  }

  /** The character behind an HTML reference, or behind the "%40" of an address in a link. */
  private static Optional<Integer> escaped(String text, int start, Matcher reference) {
    if (text.charAt(start) == '%') {
      return text.startsWith("%40", start) ? Optional.of((int) '@') : Optional.empty();
    }
    reference.region(start, text.length());
    if (!reference.lookingAt()) {
      return Optional.empty();
    }
    if (reference.group(3) != null) {
      return Optional.ofNullable(NAMED.get(reference.group(3).toLowerCase(Locale.ROOT)))
          .map(named -> (int) named);
    }
    int codePoint =
        reference.group(1) != null
            ? Integer.parseInt(reference.group(1))
            : Integer.parseInt(reference.group(2), 16);
    boolean character =
        Character.isValidCodePoint(codePoint)
            && Character.getType(codePoint) != Character.SURROGATE;
    return character ? Optional.of(codePoint) : Optional.empty();
  }
}
