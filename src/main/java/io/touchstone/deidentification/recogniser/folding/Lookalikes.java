package io.touchstone.deidentification.recogniser.folding;

/**
 * Cyrillic and Greek letters that look like Latin letters or digits (a choice from Unicode's
 * confusables, UTS 39). They are replaced in a word that also holds Latin letters or digits, and
 * where a few capitals stand between the parts of a code: any other word wholly in its own script
 * is what it seems.
 */
final class Lookalikes {

  private static final String ALIKE =
      "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425\u0423\u0405\u0406\u0408"
          + "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u0501\u051B\u051D\u04BB"
          + "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7"
          + "\u03BF\u03BD\u03C1\u03B1\u03B9\u03BA";
  private static final String LATIN =
      "ABEKMHOPCTXYSIJ" + "aeopcyxsijdqwh" + "ABEZHIKMNOPTYX" + "ovpaik";

  /** Letters that look like digits, for words in which all else is digits. */
  private static final String DIGIT_ALIKE = "\u041E\u043E\u039F\u03BF\u0417\u0437\u0431";

  private static final String DIGITS = "0000336";

  /** Of a code that stand together. */
  private static final int MOST_CAPITALS = 3;

  private Lookalikes() {}

  static boolean has(int codePoint) {
    return codePoint >= 0x370
        && codePoint < 0x530
        && (ALIKE.indexOf(codePoint) >= 0 || DIGIT_ALIKE.indexOf(codePoint) >= 0);
  }

  /** Replaces them one for one. */
  static void replace(StringBuilder text) {
    for (int start = 0; start < text.length(); ) {
      if (!Character.isLetterOrDigit(text.charAt(start))) {
        start++;
        continue;
      }
      int end = start;
      while (end < text.length() && isOfWord(text.charAt(end))) {
        end++;
      }
      replace(text, start, end);
      start = end;
    }
  }

  /** Whether capitals that look like Latin ones have a digit, a Latin capital or a filler near. */
  private static boolean isOfCode(StringBuilder text, int start, int behind) {
    int end = behind;
    while (end > start && !Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    if (end - start > MOST_CAPITALS) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (ALIKE.indexOf(text.charAt(i)) < 0 || !Character.isUpperCase(text.charAt(i))) {
        return false;
      }
    }
    return isCode(text, start - 1)
        || isCode(text, start - 2)
        || isCode(text, end)
        || isCode(text, end + 1);
  }

  private static boolean isCode(StringBuilder text, int place) {
    if (place < 0 || place >= text.length()) {
      return false;
    }
    char c = text.charAt(place);
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '<';
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '@' || c == '.' || c == '-' || c == '_';
  }

  private static void replace(StringBuilder text, int start, int end) {
    boolean latin = false;
    boolean digit = false;
    boolean digitsOnly = true;
    boolean alike = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      latin |= c < 0x80 && Character.isLetter(c);
      digit |= c >= '0' && c <= '9';
      alike |= has(c);
      digitsOnly &= !Character.isLetter(c) || DIGIT_ALIKE.indexOf(c) >= 0;
    }
    if (!alike || !latin && !digit && !isOfCode(text, start, end)) {
      return;
    }
    String from = digitsOnly ? DIGIT_ALIKE : ALIKE;
    String to = digitsOnly ? DIGITS : LATIN;
    for (int i = start; i < end; i++) {
      int place = from.indexOf(text.charAt(i));
      if (place >= 0) {
        text.setCharAt(i, to.charAt(place));
      }
    }
  }
}
