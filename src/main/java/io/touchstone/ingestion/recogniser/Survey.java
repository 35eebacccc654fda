package io.touchstone.ingestion.recogniser;

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
  private long[] starts = new long[0];

  private Survey(String text, SurveyPlan plan) {
    this.text = text;
    this.plan = plan;
    this.characters = text.toCharArray();
    this.places = new int[plan.lists()][16];
    this.counts = new int[plan.lists()];
    look();
  }

  /** Looks through a text as {@link Folding} makes it. */
  public static Survey of(String text, SurveyPlan plan) {
    return new Survey(text, plan);
  }

  private void look() {
    int[] table = plan.table();
    char[] text = characters;
    for (int i = 0; i < text.length; ) {
      char c = text[i];
      if (c < 128) {
        int asked = table[c];
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
    int[] table = plan.table();
    char[] text = characters;
    int hash = 0;
    int end = start;
    boolean ascii = true;
    while (end < text.length) {
      char c = text[end];
      if (c < 128) {
        int asked = table[c];
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
      if (wordCount == words.length) {
        words = Arrays.copyOf(words, 2 * wordCount);
        wordIds = Arrays.copyOf(wordIds, 2 * wordCount);
      }
      words[wordCount] = start;
      wordIds[wordCount++] = id;
    }
    return end;
  }

  private void note(int asked, int place) {
    for (int rest = asked; rest != 0; rest &= rest - 1) {
      int list = Integer.numberOfTrailingZeros(rest);
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
      if (!(amid && ofWord) && !(i > 1 && Form.joinsDigits(characters, i - 2))) {
        starts[i >> 6] |= 1L << i;
      }
      amid = ofWord;
    }
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

  /** Whether a digit stands there and none before it. */
  boolean beginsDigits(int number) {
    return number == 0 || digit(number - 1) != digit(number) - 1;
  }

  /** Places of a set that was asked for. */
  Places of(CharacterSet set) {
    int list = plan.list(set);
    return list < 0 ? new Places(new int[0], -1) : new Places(places[list], counts[list]);
  }

  /** Whether one of these words may be near enough to count; true more often than it counts. */
  boolean mentions(Set<String> asked, int from, int to) {
    BitSet ids = plan.ids(asked);
    int first = Arrays.binarySearch(words, 0, wordCount, from - REACH);
    for (int i = first < 0 ? -first - 1 : first; i < wordCount && words[i] <= to + REACH; i++) {
      if (ids.get(wordIds[i])) {
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

    boolean known() {
      return count >= 0;
    }
  }
}
