package io.touchstone.ingestion.recogniser;

import java.util.Locale;
import java.util.Set;

/**
 * The words shortly before a place. A number alone says little; "phone" before it says much
 * (Presidio's context enhancement: five words before the match).
 */
final class Context {

  private static final int WORDS = 5;
  private static final int CHARACTERS = 60;

  private Context() {}

  /**
   * Whether one of the words stands among the five before the place. A word is a run of letters;
   * tags of an earlier redaction and line ends are not looked beyond.
   *
   * @param words in lower case
   */
  static boolean has(String text, int start, Set<String> words) {
    int seen = 0;
    int limit = Math.max(0, start - CHARACTERS);
    for (int end = start; end > limit && seen < WORDS; ) {
      char c = text.charAt(end - 1);
      if (c == ']' || c == '\n') {
        return false;
      }
      if (!Character.isLetter(c)) {
        end--;
        continue;
      }
      int begin = end;
      while (begin > limit && Character.isLetter(text.charAt(begin - 1))) {
        begin--;
      }
      if (words.contains(text.substring(begin, end).toLowerCase(Locale.ROOT))) {
        return true;
      }
      seen++;
      end = begin;
    }
    return false;
  }
}
