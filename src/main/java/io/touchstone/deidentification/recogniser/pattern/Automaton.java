package io.touchstone.deidentification.recogniser.pattern;

import java.util.List;
import java.util.Optional;

/**
 * Says quickly where a pattern cannot match: its positions as the bits of one number, all of them
 * moved on together (V. M. Glushkov, 1961). What is only looked at is left out, so where it says
 * yes, the pattern itself must decide; where it says no, there is no match.
 */
final class Automaton {

  private static final int MOST = 62;

  private final CharacterSet[] sets = new CharacterSet[MOST + 1];
  private final long[] follow = new long[MOST + 1];
  private final long[] holding = new long[129];
  private int size;
  private long first;
  private long last;

  /** Whether more may follow than is looked at. */
  private final boolean open;

  /** Too large for one number. */
  private static final class TooLarge extends RuntimeException {

    private TooLarge() {
      super("Too many positions.", null, false, false);
    }
  }

  /** Where a part begins and ends, and whether it can be empty. */
  private record Fragment(long first, long last, boolean empty) {}

  private Automaton(boolean open) {
    this.open = open;
  }

  /**
   * The automaton of a pattern that cannot match the empty text; of one that is too large, that of
   * its beginning, if that is small enough.
   */
  static Optional<Automaton> of(PatternPart part) {
    Optional<Automaton> whole = of(part, false);
    if (whole.isPresent() || !(part instanceof PatternPart.Sequence sequence)) {
      return whole;
    }
    List<PatternPart> parts = sequence.parts();
    for (int length = parts.size() - 1; length > 0; length--) {
      Optional<Automaton> beginning = of(new PatternPart.Sequence(parts.subList(0, length)), true);
      if (beginning.isPresent()) {
        return beginning;
      }
    }
    return whole;
  }

  private static Optional<Automaton> of(PatternPart part, boolean open) {
    Automaton automaton = new Automaton(open);
    try {
      Fragment all = automaton.add(part);
      automaton.first = all.first();
      automaton.last = all.last();
      automaton.fillTable();
      return all.empty() ? Optional.empty() : Optional.of(automaton);
    } catch (TooLarge e) {
      return Optional.empty();
    }
  }

  private void fillTable() {
    for (int c = 0; c <= 128; c++) {
      for (int i = 0; i < size; i++) {
        holding[c] |= sets[i].has((char) c) ? 1L << i : 0;
      }
    }
  }

  private Fragment add(PatternPart part) {
    if (part instanceof PatternPart.One one) {
      return one(one.set());
    }
    if (part instanceof PatternPart.Sequence sequence) {
      Fragment all = new Fragment(0, 0, true);
      for (PatternPart each : sequence.parts()) {
        all = then(all, add(each));
      }
      return all;
    }
    if (part instanceof PatternPart.Choice choice) {
      Fragment all = new Fragment(0, 0, false);
      for (PatternPart each : choice.parts()) {
        Fragment next = add(each);
        all =
            new Fragment(
                all.first() | next.first(), all.last() | next.last(), all.empty() || next.empty());
      }
      return all;
    }
    if (part instanceof PatternPart.Repeated repeated) {
      return repeated(repeated);
    }
    if (part instanceof PatternPart.Again again) {
      return add(again.part());
    }
    return new Fragment(0, 0, true);
  }

  private Fragment one(CharacterSet set) {
    long bit = position(set);
    if (!set.others()) {
      return new Fragment(bit, bit, false);
    }
    // Beyond the first plane a character is two of UTF-16.
    long second = position(new CharacterSet(0, 0, true));
    link(bit, second);
    return new Fragment(bit, bit | second, false);
  }

  private long position(CharacterSet set) {
    if (size == MOST) {
      throw new TooLarge();
    }
    sets[size] = set;
    return 1L << size++;
  }

  private Fragment then(Fragment one, Fragment next) {
    link(one.last(), next.first());
    return new Fragment(
        one.first() | (one.empty() ? next.first() : 0),
        next.last() | (next.empty() ? one.last() : 0),
        one.empty() && next.empty());
  }

  private Fragment repeated(PatternPart.Repeated repeated) {
    Fragment all = new Fragment(0, 0, true);
    boolean endless = repeated.most() >= Outline.UNBOUNDED;
    int copies = endless ? Math.max(1, repeated.least()) : repeated.most();
    for (int i = 0; i < copies; i++) {
      Fragment next = add(repeated.part());
      if (endless && i == copies - 1) {
        link(next.last(), next.first());
      }
      boolean may = next.empty() || i >= repeated.least();
      all = then(all, new Fragment(next.first(), next.last(), may));
    }
    return all;
  }

  private void link(long from, long to) {
    for (long rest = from; rest != 0; rest &= rest - 1) {
      follow[Long.numberOfTrailingZeros(rest)] |= to;
    }
  }

  /** Whether a match that ends at the end of a word may begin there. */
  boolean mayMatch(char[] text, int start) {
    long states = first;
    for (int i = start; i < text.length; i++) {
      states &= holding[Math.min(text[i], 128)];
      if (states == 0) {
        return false;
      }
      if ((states & last) != 0 && (open || !continues(text, i + 1))) {
        return true;
      }
      long next = 0;
      for (long rest = states; rest != 0; rest &= rest - 1) {
        next |= follow[Long.numberOfTrailingZeros(rest)];
      }
      states = next;
    }
    return false;
  }

  /** Whether a word surely goes on there; of characters outside ASCII that is left open. */
  private static boolean continues(char[] text, int place) {
    return place < text.length && text[place] < 128 && Expression.isOfWord(text[place]);
  }
}
