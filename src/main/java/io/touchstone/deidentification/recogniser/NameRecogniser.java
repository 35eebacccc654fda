package io.touchstone.deidentification.recogniser;

import io.touchstone.deidentification.recogniser.folding.Folding;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Person names of a project's list: whole words of any script, with or without diacritics. Names
 * that follow each other, with initials between them, are one finding. A word all in lower case is
 * a name only if the list's entry is no common word ("will", "rose").
 */
public final class NameRecogniser implements Recogniser {

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*+");

  /** Between the words of one name: "Anna-Lena", "O'Brien", "van der Berg". */
  private static final Pattern WITHIN = Pattern.compile("[ \\t]{1,2}|[-'.]|\\. ");

  /** Between two names that are one person's: blanks, a hyphen, initials. */
  private static final Pattern BETWEEN =
      Pattern.compile("[ \\t]{1,2}(?:\\p{Lu}\\.?[ \\t]{1,2}){0,3}|-");

  private static final int MASK = 0xFFFF;

  private static final Set<String> COMMON_WORDS =
      Set.of(
          ("amber angel april art august autumn bill bob brook buck carol chance charity chase chip"
                  + " christian clay cliff colt crystal daisy dale dawn dean dick drew earnest eve"
                  + " faith fern ford forest frank gene glen grace grant guy hale harry hazel heather"
                  + " holly hope hunter iris ivy jack jasmine jay jewel joy june king lance lane"
                  + " laurel lily lock mark may mercy miles nick olive page pat patience pearl penny"
                  + " price ray reed rich rob robin rock rose ruby rusty sally sandy skip sky stone"
                  + " storm sue summer tony trip trust victor violet wade ward will wood young brown"
                  + " black white green cook baker fox hill long short bush lang klein gross kurz"
                  + " ernst kai jung stark fuchs wolf vogel")
              .split(" "));

  /** A name of the list as the folded words it consists of. */
  private record Entry(List<String> words) {}

  private record Word(int start, int end, String folded) {}

  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

  /** Tells most words apart from those with which names begin. */
  private final BitSet firstWordHashes = new BitSet();

  private final List<String> unspaced = new ArrayList<>();
  private final Set<String> entries = new TreeSet<>();

  /**
   * @param names single names or full names, in any order
   */
  public NameRecogniser(List<String> names) {
    for (String name : names) {
      String folded = Folding.of(name.strip());
      if (folded.codePoints().anyMatch(NameRecogniser::isOfUnspacedScript)) {
        unspaced.add(folded);
      } else {
        List<String> words = words(folded).stream().map(Word::folded).toList();
        if (!words.isEmpty()) {
          byFirstWord.computeIfAbsent(words.get(0), k -> new ArrayList<>()).add(new Entry(words));
        }
      }
      entries.add(folded);
    }
    byFirstWord.keySet().forEach(word -> firstWordHashes.set(word.hashCode() & MASK));
    byFirstWord
        .values()
        .forEach(list -> list.sort(Comparator.comparingInt((Entry e) -> -e.words().size())));
  }

  @Override
  public EntityType type() {
    return EntityType.NAME;
  }

  @Override
  public String name() {
    return "name-list";
  }

  @Override
  public String configuration() {
    return "1 " + WITHIN + BETWEEN + COMMON_WORDS.stream().sorted().toList() + entries;
  }

  @Override
  public List<Match> find(Survey survey) {
    return survey.isJoined() ? List.of() : find(survey.text());
  }

  @Override
  public List<Match> find(String text) {
    List<Match> matches = new ArrayList<>();
    if (!byFirstWord.isEmpty() && mayNameSomebody(text)) {
      List<Word> words = words(text);
      for (int i = 0; i < words.size(); ) {
        int taken = wordsOfNameAt(text, words, i);
        if (taken > 0) {
          add(text, words.get(i).start(), words.get(i + taken - 1).end(), matches);
        }
        i += Math.max(1, taken);
      }
    }
    for (String name : unspaced) {
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
        matches.add(new Match(at, at + name.length(), 0.85, "a name of the project's list"));
      }
    }
    return matches;
  }

  /** Whether a word with which a name begins stands there; beyond ASCII that is left open. */
  private boolean mayNameSomebody(String text) {
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        return true;
      }
      int lower = c | 0x20;
      boolean letter = lower >= 'a' && lower <= 'z';
      if (!letter && hash != 0 && firstWordHashes.get(hash & MASK)) {
        return true;
      }
      hash = letter ? 31 * hash + lower : 0;
    }
    return hash != 0 && firstWordHashes.get(hash & MASK);
  }

  /** Joins a name to the one before it where only blanks, a hyphen or initials lie between. */
  private static void add(String text, int start, int end, List<Match> matches) {
    if (!matches.isEmpty()) {
      Match last = matches.get(matches.size() - 1);
      boolean near = start - last.end() <= 16;
      if (near && BETWEEN.matcher(text.substring(last.end(), start)).matches()) {
        matches.set(
            matches.size() - 1,
            new Match(last.start(), end, 0.95, "names of the project's list in a row"));
        return;
      }
    }
    matches.add(new Match(start, end, 0.85, "a name of the project's list"));
  }

  private int wordsOfNameAt(String text, List<Word> words, int first) {
    for (Entry entry : byFirstWord.getOrDefault(words.get(first).folded(), List.of())) {
      if (fits(text, words, first, entry.words())) {
        return entry.words().size();
      }
    }
    return 0;
  }

  private static boolean fits(String text, List<Word> words, int first, List<String> name) {
    if (first + name.size() > words.size()) {
      return false;
    }
    boolean capital = false;
    for (int i = 0; i < name.size(); i++) {
      Word word = words.get(first + i);
      if (!word.folded().equals(name.get(i))
          || touchesDigit(text, word)
          || i > 0 && !WITHIN.matcher(between(text, words.get(first + i - 1), word)).matches()) {
        return false;
      }
      capital |= !Character.isLowerCase(text.codePointAt(word.start()));
    }
    // Two words in a row that make up a listed full name are one in any case.
    return capital || name.size() > 1 || !COMMON_WORDS.contains(name.get(0));
  }

  private static String between(String text, Word left, Word right) {
    return text.substring(left.end(), right.start());
  }

  private static boolean touchesDigit(String text, Word word) {
    return word.start() > 0 && isPartOfWord(text.charAt(word.start() - 1))
        || word.end() < text.length() && isPartOfWord(text.charAt(word.end()));
  }

  private static boolean isPartOfWord(char c) {
    return Character.isDigit(c) || c == '_';
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(new Word(word.start(), word.end(), fold(word.group())));
    }
    return words;
  }

  /** Lower case without diacritics: "José", "JOSE" and "jose" are equal. */
  private static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) >= 0x80) {
        return Normalizer.normalize(lower, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replace("ß", "ss");
      }
    }
    return lower;
  }

  private static boolean isOfUnspacedScript(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
