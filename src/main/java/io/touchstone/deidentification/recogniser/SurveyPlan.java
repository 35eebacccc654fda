package io.touchstone.deidentification.recogniser;

import io.touchstone.deidentification.recogniser.pattern.CharacterSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What recognisers ask of each text before they look closer. Filled once, then only read. */
public final class SurveyPlan {

  /** Digits are always asked for; a letter is looked at for its word. */
  static final long DIGIT = 1;

  static final long LETTER = 1 << 1;
  private static final BitSet NONE = new BitSet();
  private static final int FIRST_OWN = 2;
  private static final int MOST = 63;
  private static final int UNKNOWN = -1;

  private final long[] table = new long[128];
  private long others;
  private final Map<CharacterSet, Integer> sets = new HashMap<>();
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<Set<String>, BitSet> entries = new IdentityHashMap<>();
  private final BitSet supporting = new BitSet();
  private final Map<Form, Integer> forms = new IdentityHashMap<>();
  private int[] slots = new int[64];
  private List<String> spellings = List.of();

  /** A plan of these recognisers. */
  public static SurveyPlan of(Collection<? extends Recogniser> recognisers) {
    SurveyPlan plan = new SurveyPlan();
    recognisers.forEach(each -> each.ask(plan));
    plan.close();
    return plan;
  }

  private SurveyPlan() {
    for (char c = 0; c < 128; c++) {
      table[c] = Character.isDigit(c) ? DIGIT : Character.isLetter(c) ? LETTER : 0;
    }
  }

  /**
   * Asks where words stand that speak for something.
   *
   * @param asked in lower case; of an entry of several words the most telling counts. The same set,
   *     not an equal one, is to be given to {@link Survey#mentions}
   */
  void words(Set<String> asked) {
    opposing(asked);
    supporting.or(entries.get(asked));
  }

  /** Asks where words stand that alone do not speak for anything. */
  void opposing(Set<String> asked) {
    BitSet ids = entries.computeIfAbsent(asked, set -> new BitSet());
    for (String entry : asked) {
      ids.set(words.computeIfAbsent(tellingWord(entry), each -> words.size()));
    }
  }

  /** The longest, but "number" and the like only where there is nothing else. */
  private static String tellingWord(String entry) {
    String telling = "";
    for (String word : entry.split(" ")) {
      boolean more = word.length() > telling.length() && !Context.isFiller(word);
      telling = more || telling.isEmpty() || Context.isFiller(telling) ? word : telling;
    }
    return telling.endsWith("#") ? telling.substring(0, telling.length() - 1) : telling;
  }

  /** Asks where characters stand; too many different questions are not answered. */
  void characters(CharacterSet set) {
    if (!set.equals(CharacterSet.DIGITS)
        && !sets.containsKey(set)
        && sets.size() + FIRST_OWN < MOST) {
      long bit = 1L << FIRST_OWN + sets.size();
      sets.put(set, FIRST_OWN + sets.size());
      for (char c = 0; c < 128; c++) {
        table[c] |= set.has(c) ? bit : 0;
      }
      others |= set.others() ? bit : 0;
    }
  }

  /** Asks where what a form cannot do without stands. */
  void form(Form form) {
    form.expression()
        .prefilter()
        .outline()
        .need()
        .ifPresent(
            need -> {
              characters(need.set());
              forms.put(form, list(need.set()));
            });
  }

  private void close() {
    String[] byId = new String[words.size()];
    words.forEach((word, id) -> byId[id] = word);
    spellings = List.of(byId);
    slots = new int[Math.max(64, Integer.highestOneBit(byId.length + 1) * 8)];
    Arrays.fill(slots, -1);
    for (int id = 0; id < byId.length; id++) {
      int slot = slot(byId[id].hashCode());
      while (slots[slot] >= 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = id;
    }
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & slots.length - 1;
  }

  /** Bits of what is asked about a character; 0 for most. */
  long asked(char c) {
    return c < 128 ? table[c] : others;
  }

  long[] table() {
    return table;
  }

  /** Number of lists of places that are kept, digits and letters included. */
  int lists() {
    return FIRST_OWN + sets.size();
  }

  /** The list of a set's places, or -1 if they are not known. */
  int list(CharacterSet set) {
    if (set.equals(CharacterSet.DIGITS)) {
      return 0;
    }
    return sets.getOrDefault(set, -1);
  }

  /** The list of what a form cannot do without, or -1 if it is not known. */
  int list(Form form) {
    Integer list = forms.get(form);
    return list == null ? UNKNOWN : list;
  }

  /** Whether a word speaks for something. */
  boolean isSupporting(int id) {
    return supporting.get(id);
  }

  /** Which words are meant by a set. */
  BitSet ids(Set<String> asked) {
    return entries.getOrDefault(asked, NONE);
  }

  /**
   * Number of the word that is asked for, or -1.
   *
   * @param hash as {@link String#hashCode()} of the word in lower case
   */
  int word(int hash, char[] text, int start, int end) {
    for (int slot = slot(hash); slots[slot] >= 0; slot = slot + 1 & slots.length - 1) {
      if (isSpelt(spellings.get(slots[slot]), text, start, end)) {
        return slots[slot];
      }
    }
    return -1;
  }

  /** Number of a word of any script, in lower case, or -1. */
  int word(String lower) {
    return words.getOrDefault(lower, -1);
  }

  private static boolean isSpelt(String word, char[] text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = text[start + i];
      if (word.charAt(i) != (c >= 'A' && c <= 'Z' ? c + 32 : c)) {
        return false;
      }
    }
    return true;
  }
}
