package io.touchstone.deidentification.recogniser;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words near a place. A number alone says little; "phone" before it says much (Presidio's
 * context enhancement: five words before the match, those of {@link FunctionWords} not counted). An
 * acronym with dots ("B.S.N.") is read as the word without them, a "#" behind a word belongs to it.
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

  /**
   * Whether a word before a place belongs to it: no other figures between, and at most so many
   * other words that carry the matter.
   *
   * @param words in lower case
   */
  static boolean isBeside(String text, int start, Set<String> words, int between) {
    Optional<Word> word = before(text, start, words);
    if (word.isEmpty()) {
      return false;
    }
    for (int i = word.get().place(); i < start; i++) {
      if (Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return word.get().distance() - 1 - fillers(text, word.get(), start) <= between;
  }

  private static int fillers(String text, Word word, int start) {
    int from = word.place() + word.word().length();
    return (int)
        WORD.splitAsStream(text.substring(from, start).toLowerCase(Locale.ROOT))
            .filter(each -> FILLERS.contains(each) && !FunctionWords.has(each))
            .count();
  }

  /** Whether it is "number" or the like. */
  static boolean isFiller(String word) {
    return FILLERS.contains(word);
  }

  /** Whether only "number" and the like stand there. */
  private static boolean isFiller(String text, int from, int to) {
    return WORD.splitAsStream(text.substring(from, to).toLowerCase(Locale.ROOT))
        .allMatch(word -> word.isEmpty() || FILLERS.contains(word) || FunctionWords.has(word));
  }

  private static Optional<Word> before(String text, int start, Set<String> words) {
    int seen = 0;
    int limit = Math.max(0, start - CHARACTERS);
    Later later = Later.NOTHING;
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
      seen += FunctionWords.has(word) ? 0 : 1;
      int distance = Math.max(1, seen);
      Optional<Word> found = alone(text, begin, end, distance, word, words);
      if (found.isEmpty() && end == begin + 1) {
        found = acronym(text, begin, limit, distance, words);
      }
      if (found.isEmpty()) {
        found = later.phrase(word, begin, words);
      }
      if (found.isPresent()) {
        return found;
      }
      later = new Later(word, distance, later.word());
      end = begin;
    }
    return Optional.empty();
  }

  private static Optional<Word> alone(
      String text, int begin, int end, int distance, String word, Set<String> words) {
    boolean sign = end < text.length() && text.charAt(end) == '#';
    return words.contains(word) || sign && words.contains(word + '#')
        ? Optional.of(new Word(word, distance, begin))
        : Optional.empty();
  }

  /** The words behind the one that is looked at, of which it may be the first. */
  private record Later(String word, int distance, String next) {

    private static final Later NOTHING = new Later("", 0, "");

    private Optional<Word> phrase(String first, int begin, Set<String> words) {
      if (word.isEmpty()) {
        return Optional.empty();
      }
      String two = first + ' ' + word;
      if (words.contains(two)) {
        return Optional.of(new Word(two, distance, begin));
      }
      return !next.isEmpty() && words.contains(two + ' ' + next)
          ? Optional.of(new Word(two + ' ' + next, distance, begin))
          : Optional.empty();
    }
  }

  /** The acronym with dots whose last letter stands there, if it is one of the words. */
  private static Optional<Word> acronym(
      String text, int letter, int limit, int distance, Set<String> words) {
    int start = letter;
    while (start - 2 >= limit
        && text.charAt(start - 1) == '.'
        && Character.isLetter(text.charAt(start - 2))
        && (start < 3 || !Character.isLetter(text.charAt(start - 3)))) {
      start -= 2;
    }
    if (start == letter) {
      return Optional.empty();
    }
    String word = text.substring(start, letter + 1).replace(".", "").toLowerCase(Locale.ROOT);
    return words.contains(word) ? Optional.of(new Word(word, distance, start)) : Optional.empty();
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
