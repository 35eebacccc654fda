package io.touchstone.deidentification.recogniser;

import io.touchstone.deidentification.recogniser.folding.Folding;
import io.touchstone.deidentification.recogniser.pattern.CharacterSet;
import io.touchstone.deidentification.recogniser.pattern.Expression;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/**
 * One pass over a text that notes where what recognisers ask for stands: digits, characters that
 * are rare in prose, words of a context. They then look only there. For one thread.
 */
public final class Survey {

  /** How far from a place a word of the context may begin. */
  private static final int REACH = Context.CHARACTERS;

  private final String text;
  private final char[] characters;
  private final SurveyPlan plan;
  private final int[][] places;
  private final int[] counts;
  private int[] words = new int[16];
  private int[] wordIds = new int[16];
  private int wordCount;
  private final BitSet ids = new BitSet();
  private long[] starts = new long[0];

  /** Places of a joined text at which one character stands for a longer gap. */
  private final BitSet longer;

  private final boolean joined;

  private Survey(String text, SurveyPlan plan, BitSet longer, boolean joined) {
    this.text = text;
    this.plan = plan;
    this.longer = longer;
    this.joined = joined;
    this.characters = text.toCharArray();
    this.places = new int[plan.lists()][16];
    this.counts = new int[plan.lists()];
    look();
  }

  /** Looks through a text as {@link Folding} makes it. */
  public static Survey of(String text, SurveyPlan plan) {
    return new Survey(text, plan, new BitSet(), false);
  }

  /** Looks through what {@link Joining} made of another survey's text. */
  static Survey of(Joining.Joined joined, SurveyPlan plan) {
    return new Survey(joined.text().text(), plan, joined.longer(), true);
  }

  /** Whether the text is a joined one, in which gaps are single characters. */
  public boolean isJoined() {
    return joined;
  }

  /** Whether the character there stands for a longer gap. */
  boolean isLonger(int place) {
    return longer.get(place);
  }

  /** Whether a digit, a joint of numbers and a digit stand there: the parts are one number. */
  boolean joins(int place) {
    return Form.joinsDigits(characters, place) && !longer.get(place + 1);
  }

  /** Farthest gap that is looked for, in characters. */
  private static final int FAR = 160;

  /** Whether a longer gap stands anywhere. */
  boolean hasLonger() {
    return !longer.isEmpty();
  }

  /** Whether a longer gap or one of some characters stands between two places. */
  boolean hasGap(int from, int to, String dividers) {
    int begin = Math.max(0, from);
    int first = longer.nextSetBit(begin);
    int end = Math.min(characters.length, Math.min(to, begin + FAR));
    if (first >= 0 && first < end) {
      return true;
    }
    for (int i = begin; i < end && !dividers.isEmpty(); i++) {
      if (dividers.indexOf(characters[i]) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a blank between two places stands for several. */
  boolean hasLongerBlank(int from, int to) {
    for (int i = longer.nextSetBit(from); i >= 0 && i < to; i = longer.nextSetBit(i + 1)) {
      if (characters[i] == ' ') {
        return true;
      }
    }
    return false;
  }

  /** Whether the place is amid a number that a divider without blanks parts. */
  boolean amidNumber(int place) {
    return place > 1 && joins(place - 2);
  }

  private void look() {
    long[] table = plan.table();
    char[] text = characters;
    for (int i = 0; i < text.length; ) {
      char c = text[i];
      if (c < 128) {
        long asked = table[c];
        if (asked == 0) {
          i++;
        } else if ((asked & SurveyPlan.LETTER) != 0) {
          i = word(i);
        } else {
          note(asked, i++);
        }
      } else if (Character.isLetter(c)) {
        i = word(i);
      } else {
        note(plan.asked(c), i++);
      }
    }
  }

  /** Passes over a run of letters. */
  private int word(int start) {
    long[] table = plan.table();
    char[] text = characters;
    int hash = 0;
    int end = start;
    boolean ascii = true;
    while (end < text.length) {
      char c = text[end];
      if (c < 128) {
        long asked = table[c];
        if ((asked & SurveyPlan.LETTER) == 0) {
          break;
        }
        if (asked != SurveyPlan.LETTER) {
          note(asked & ~SurveyPlan.LETTER, end);
        }
        hash = 31 * hash + (c | 0x20);
      } else if (Character.isLetter(c)) {
        note(plan.asked(c), end);
        ascii = false;
      } else {
        break;
      }
      end++;
    }
    int id =
        ascii
            ? plan.word(hash, text, start, end)
            : plan.word(new String(text, start, end - start).toLowerCase(Locale.ROOT));
    if (id >= 0) {
      noteWord(id, start);
    }
    if (end == start + 1 && end + 1 < text.length && text[end] == '.') {
      noteAcronym(start);
    }
    return end;
  }

  /** Letters with dots between them are read as a word without dots. */
  private void noteAcronym(int start) {
    if (start > 1 && characters[start - 1] == '.' && isLoneLetter(start - 2)) {
      return;
    }
    int last = start;
    while (last + 2 < characters.length && characters[last + 1] == '.' && isLoneLetter(last + 2)) {
      last += 2;
    }
    if (last > start) {
      String letters = text.substring(start, last + 1).replace(".", "");
      int id = plan.word(letters.toLowerCase(Locale.ROOT));
      if (id >= 0) {
        noteWord(id, start);
      }
    }
  }

  private boolean isLoneLetter(int place) {
    return Character.isLetter(characters[place])
        && (place == 0 || !Character.isLetter(characters[place - 1]))
        && (place + 1 == characters.length || !Character.isLetter(characters[place + 1]));
  }

  private void noteWord(int id, int start) {
    if (wordCount == words.length) {
      words = Arrays.copyOf(words, 2 * wordCount);
      wordIds = Arrays.copyOf(wordIds, 2 * wordCount);
    }
    words[wordCount] = start;
    wordIds[wordCount++] = id;
    ids.set(id);
  }

  /** Number of the first word that is asked for and does not begin before a place. */
  private int wordFrom(int place) {
    int found = Arrays.binarySearch(words, 0, wordCount, place);
    int first = found < 0 ? -found - 1 : found;
    while (first > 0 && words[first - 1] == place) {
      first--;
    }
    return first;
  }

  private void note(long asked, int place) {
    for (long rest = asked; rest != 0; rest &= rest - 1) {
      int list = Long.numberOfTrailingZeros(rest);
      if (counts[list] == places[list].length) {
        places[list] = Arrays.copyOf(places[list], 2 * counts[list]);
      }
      places[list][counts[list]++] = place;
    }
  }

  /** What was looked through. */
  public String text() {
    return text;
  }

  /** The same in an array, not to be changed. */
  char[] characters() {
    return characters;
  }

  /**
   * The first place from one on where a match of a pattern can begin: not amid a word and not with
   * the rest of a longer number; the text's length if there is none.
   */
  int nextStart(int from) {
    if (starts.length == 0) {
      findStarts();
    }
    for (int block = from >> 6; block < starts.length; block++) {
      long rest = block == from >> 6 ? starts[block] & -1L << from : starts[block];
      if (rest != 0) {
        return (block << 6) + Long.numberOfTrailingZeros(rest);
      }
    }
    return characters.length;
  }

  private void findStarts() {
    starts = new long[(characters.length >> 6) + 1];
    boolean amid = false;
    for (int i = 0; i < characters.length; i++) {
      char c = characters[i];
      boolean ofWord = Expression.isOfWord(c);
      boolean free = !(amid && ofWord) || c <= '9' && isGlued(i);
      if (free && !(i > 1 && joins(i - 2) && !isOrdinal(i - 2))) {
        starts[i >> 6] |= 1L << i;
      }
      amid = ofWord;
    }
  }

  /** Whether a digit follows without a blank on the word that announces it. */
  private boolean isGlued(int digit) {
    int start = digit;
    while (start > 0 && isLetter(characters[start - 1])) {
      start--;
    }
    if (digit - start < 2 || start > 0 && Expression.isOfWord(characters[start - 1])) {
      return false;
    }
    if (Context.isFiller(text.substring(start, digit).toLowerCase(Locale.ROOT))) {
      return true;
    }
    int word = wordFrom(start);
    return word < wordCount && words[word] == start && plan.isSupporting(wordIds[word]);
  }

  private static boolean isLetter(char c) {
    return c < 128 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' : Character.isLetter(c);
  }

  /** Whether one figure with a colon counts what follows ("IMEI 1:..."), as no time of day does. */
  private boolean isOrdinal(int figure) {
    return characters[figure + 1] == ':'
        && (figure == 0 || characters[figure - 1] == ' ')
        && figure + 6 <= characters.length
        && text.substring(figure + 2, figure + 6).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Number of ASCII digits. */
  int digits() {
    return counts[0];
  }

  /** Place of a digit by its number. */
  int digit(int number) {
    return places[0][number];
  }

  /** Number of the first digit that is not before a place; {@link #digits()} if there is none. */
  int digitFrom(int place) {
    int found = Arrays.binarySearch(places[0], 0, counts[0], place);
    return found < 0 ? -found - 1 : found;
  }

  /** Whether a digit stands between two places. */
  boolean hasDigit(int from, int to) {
    int digit = digitFrom(from);
    return digit < counts[0] && places[0][digit] < to;
  }

  /** Whether a digit stands there and none before it. */
  boolean beginsDigits(int number) {
    return number == 0 || digit(number - 1) != digit(number) - 1;
  }

  /** Whether any word that speaks for something begins between two places. */
  boolean hasWord(int from, int to) {
    for (int i = wordFrom(from); i < wordCount && words[i] <= to; i++) {
      if (plan.isSupporting(wordIds[i])) {
        return true;
      }
    }
    return false;
  }

  /** Places of what a form cannot do without. */
  Places of(Form form) {
    int list = plan.list(form);
    return list < 0 ? Places.UNKNOWN : new Places(places[list], counts[list]);
  }

  /** Places of a set that was asked for. */
  Places of(CharacterSet set) {
    int list = plan.list(set);
    return list < 0 ? Places.UNKNOWN : new Places(places[list], counts[list]);
  }

  /** Whether one of these words stands anywhere. */
  boolean mentions(Set<String> asked) {
    return wordCount > 0 && ids.intersects(plan.ids(asked));
  }

  /** Whether one of these words may be near enough to count; true more often than it counts. */
  boolean mentions(Set<String> asked, int from, int to) {
    if (wordCount == 0) {
      return false;
    }
    BitSet meant = plan.ids(asked);
    for (int i = wordFrom(from - REACH); i < wordCount && words[i] <= to + REACH; i++) {
      if (meant.get(wordIds[i])) {
        return true;
      }
    }
    return false;
  }

  /**
   * Ascending places.
   *
   * @param at the first {@code count} of them count
   * @param count -1 where the places are not known
   */
  record Places(int[] at, int count) {

    private static final Places UNKNOWN = new Places(new int[0], -1);

    boolean known() {
      return count >= 0;
    }
  }
}
