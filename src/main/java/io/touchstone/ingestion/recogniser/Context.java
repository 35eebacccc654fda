package io.touchstone.ingestion.recogniser;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words near a place. A number alone says little; "phone" before it says much (Presidio's
 * context enhancement: five words before the match).
 */
final class Context {

  private static final int WORDS = 5;
  private static final int WORDS_AFTER = 3;
  static final int CHARACTERS = 60;

  private static final Pattern WORD = Pattern.compile("[^\\p{L}]+");
  private static final Set<String> FILLERS =
      Set.of(
          ("number no nr num is was the of as follows code id numero n\u00fam n\u00famero "
                  + "num\u00e9ro nummer numer ist lautet est es \u00e8 on am le el il")
              .split(" "));

  private Context() {}

  /**
   * A word that was looked for.
   *
   * @param distance how many words lie between, and itself
   */
  record Word(String word, int distance, int place) {}

  /**
   * Whether one of the words stands among the five before the place. A word is a run of letters;
   * tags of an earlier redaction and line ends are not looked beyond.
   *
   * @param words in lower case
   */
  static boolean has(String text, int start, Set<String> words) {
    return before(text, start, words).isPresent();
  }

  /** The same, the line above included where the place is on the first words of its line. */
  static boolean hasAbove(String text, int start, Set<String> words) {
    int line = text.lastIndexOf('\n', start - 1);
    return has(text, start, words)
        || line > 0 && start - line < CHARACTERS / 2 && has(text, line, words);
  }

  /**
   * The nearest of the words among the five before the place and the three after it in the same
   * clause. An entry of two words is found where they follow each other.
   *
   * @param words in lower case
   */
  static Optional<Word> nearest(String text, int start, int end, Set<String> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Optional<Word> before = before(text, start, words);
    if (end == start || before.isPresent()) {
      return before;
    }
    return after(text, end, words);
  }

  /**
   * Whether other figures, or words of the line above, stand between a place and the word before
   * it: then it heads a column or belongs to something else.
   *
   * @param words in lower case
   */
  static boolean isCutOff(String text, int start, int end, Set<String> words) {
    Optional<Word> word = before(text, start, words);
    if (word.isEmpty()) {
      return Gap.hasBreak(text, start, end);
    }
    int from = word.get().place() + word.get().word().length();
    int lineEnd = start;
    for (int i = start - 1; i >= from; i--) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
      lineEnd = Gap.isBreak(text.charAt(i)) ? i : lineEnd;
    }
    return lineEnd < start && !isFiller(text, from, lineEnd);
  }

  /** Whether it is "number" or the like. */
  static boolean isFiller(String word) {
    return FILLERS.contains(word);
  }

  /** Whether only "number" and the like stand there. */
  private static boolean isFiller(String text, int from, int to) {
    return WORD.splitAsStream(text.substring(from, to).toLowerCase(Locale.ROOT))
        .allMatch(word -> word.isEmpty() || FILLERS.contains(word));
  }

  private static Optional<Word> before(String text, int start, Set<String> words) {
    int seen = 0;
    int limit = Math.max(0, start - CHARACTERS);
    String later = "";
    for (int end = start; end > limit && seen < WORDS; ) {
      char c = text.charAt(end - 1);
      if (c == ']' || c == '\n') {
        return Optional.empty();
      }
      if (!Character.isLetter(c)) {
        end--;
        continue;
      }
      int begin = end;
      while (begin > limit && Character.isLetter(text.charAt(begin - 1))) {
        begin--;
      }
      if (begin == limit && begin > 0 && Character.isLetter(text.charAt(begin - 1))) {
        // A part of a word is no word.
        return Optional.empty();
      }
      String word = text.substring(begin, end).toLowerCase(Locale.ROOT);
      seen++;
      if (words.contains(word)) {
        return Optional.of(new Word(word, seen, begin));
      }
      if (seen > 1 && words.contains(word + " " + later)) {
        return Optional.of(new Word(word + " " + later, seen - 1, begin));
      }
      later = word;
      end = begin;
    }
    return Optional.empty();
  }

  private static Optional<Word> after(String text, int end, Set<String> words) {
    int seen = 0;
    int limit = Math.min(text.length(), end + CHARACTERS);
    String earlier = "";
    for (int begin = end; begin < limit && seen < WORDS_AFTER; ) {
      char c = text.charAt(begin);
      if ("[\n.;:!?,".indexOf(c) >= 0 || Gap.isBreak(c)) {
        return Optional.empty();
      }
      if (!Character.isLetter(c)) {
        begin++;
        continue;
      }
      int stop = begin;
      while (stop < limit && Character.isLetter(text.charAt(stop))) {
        stop++;
      }
      if (stop == limit && stop < text.length() && Character.isLetter(text.charAt(stop))) {
        return Optional.empty();
      }
      String word = text.substring(begin, stop).toLowerCase(Locale.ROOT);
      seen++;
      if (words.contains(word)) {
        return Optional.of(new Word(word, seen, begin));
      }
      if (seen > 1 && words.contains(earlier + " " + word)) {
        return Optional.of(new Word(earlier + " " + word, seen, begin));
      }
      earlier = word;
      begin = stop;
    }
    return Optional.empty();
  }
}
