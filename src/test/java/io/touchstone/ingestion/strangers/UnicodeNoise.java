package io.touchstone.ingestion.strangers;

import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Characters that look the same, or like nothing at all. */
final class UnicodeNoise {

  private static final Map<Character, Character> LOOKALIKE =
      Map.ofEntries(
          Map.entry('A', '\u0410'),
          Map.entry('B', '\u0412'),
          Map.entry('C', '\u0421'),
          Map.entry('E', '\u0415'),
          Map.entry('H', '\u041d'),
          Map.entry('K', '\u039a'),
          Map.entry('M', '\u041c'),
          Map.entry('P', '\u0420'),
          Map.entry('T', '\u0422'),
          Map.entry('X', '\u0425'),
          Map.entry('N', '\u039d'),
          Map.entry('Z', '\u0396'));
  private static final Set<String> CASE_MATTERS = Set.of("crypto-address", "credentials", "email");
  private static final Map<String, String> ENTITY =
      Map.of(
          " ", "&nbsp;", "-", "&#45;", ".", "&#46;", "/", "&#47;", "@", "&#64;", ":", "&#58;", ",",
          "&#44;", "<", "&lt;", "\u00b0", "&deg;", "\"", "&quot;");

  private UnicodeNoise() {}

  static String apply(Kind kind, Identifier id, Random r) {
    String s = id.text();
    while (true) {
      String noisy =
          switch (r.nextInt(7)) {
            case 0 -> wide(s, r.nextBoolean());
            case 1, 2 ->
                sprinkle(
                    s, Draw.of(r, "\u200b", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"), r);
            case 3 -> sprinkle(s, "\u00ad", r);
            case 4 -> CASE_MATTERS.contains(kind.name()) ? s : lookalike(s);
            case 5 -> entities(s, r);
            default ->
                CASE_MATTERS.contains(kind.name())
                    ? sprinkle(s, "\u200b", r)
                    : s.replace("-", Draw.of(r, "\u2010", "\u2212", "\u2012"))
                        .replace(".", Draw.of(r, "\u2024", "\uff0e"));
          };
      if (!noisy.equals(s)) {
        return noisy;
      }
    }
  }

  private static String wide(String s, boolean digitsOnly) {
    StringBuilder out = new StringBuilder();
    for (char c : s.toCharArray()) {
      boolean change = digitsOnly ? c >= '0' && c <= '9' : c > ' ' && c < 127;
      out.append(change ? (char) (c + 0xfee0) : c);
    }
    return out.toString();
  }

  private static String sprinkle(String s, String mark, Random r) {
    StringBuilder out = new StringBuilder(s);
    int times = Draw.between(r, 1, 3);
    for (int i = 0; i < times; i++) {
      out.insert(Draw.between(r, 1, out.length() - 1), mark);
    }
    return out.toString();
  }

  /**
   * One or two letters from another script; digits from the mathematical alphabet when there is no
   * letter.
   */
  private static String lookalike(String s) {
    StringBuilder out = new StringBuilder();
    boolean letter = s.chars().anyMatch(c -> LOOKALIKE.containsKey((char) c));
    int left = 2;
    for (char c : s.toCharArray()) {
      if (letter && left > 0 && LOOKALIKE.containsKey(c)) {
        out.append(LOOKALIKE.get(c));
        left--;
      } else if (!letter && c >= '0' && c <= '9') {
        out.appendCodePoint(0x1d7f6 + c - '0');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String entities(String s, Random r) {
    boolean digits = r.nextInt(3) == 0;
    StringBuilder out = new StringBuilder();
    int left = 2;
    for (char c : s.toCharArray()) {
      String entity = ENTITY.get(String.valueOf(c));
      if (entity != null && !digits) {
        out.append(entity);
      } else if (digits && left > 0 && c >= '0' && c <= '9' && r.nextInt(3) == 0) {
        out.append(r.nextBoolean() ? "&#" + (int) c + ";" : "&#x" + Integer.toHexString(c) + ";");
        left--;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
