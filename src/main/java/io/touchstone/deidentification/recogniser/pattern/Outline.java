package io.touchstone.deidentification.recogniser.pattern;

import java.util.Optional;

/**
 * What every match of a pattern has: bounds of its length, digits, a character that a scan can look
 * for first.
 *
 * @param shortest characters of the shortest match
 * @param longest characters of the longest match, {@link #UNBOUNDED} where there is none
 * @param digits least number of ASCII digits
 * @param need the rarest character it cannot do without, where one is known
 */
public record Outline(int shortest, int longest, int digits, Optional<Need> need) {

  static final int UNBOUNDED = 1 << 28;

  /** Nothing: an anchor, the empty text. */
  static final Outline EMPTY = new Outline(0, 0, 0, Optional.empty());

  /** Nothing is known. */
  static final Outline UNKNOWN = new Outline(0, UNBOUNDED, 0, Optional.empty());

  /**
   * A character of a set stands between two places of the match, both included.
   *
   * @param first characters from the match's start
   * @param last {@link #UNBOUNDED} where it can be anywhere
   */
  public record Need(CharacterSet set, int first, int last) {

    private static final int STOP = 8;

    private Need behind(Outline before) {
      return new Need(set, first + before.shortest, sum(last, before.longest));
    }

    /** Grows with how often a scan stops for it, and with the places it then tries. */
    private long cost() {
      return last >= UNBOUNDED
          ? Long.MAX_VALUE
          : (long) set.frequency() * (last - first + 1 + STOP);
    }
  }

  /** What every match of a pattern has. */
  public static Outline of(PatternPart part) {
    if (part instanceof PatternPart.One one) {
      return of(one.set());
    }
    if (part instanceof PatternPart.Sequence sequence) {
      return sequence.parts().stream().map(Outline::of).reduce(EMPTY, Outline::then);
    }
    if (part instanceof PatternPart.Choice choice) {
      return choice.parts().stream().map(Outline::of).reduce(Outline::or).orElse(EMPTY);
    }
    if (part instanceof PatternPart.Repeated repeated) {
      return of(repeated.part()).times(repeated.least(), repeated.most());
    }
    if (part instanceof PatternPart.Ahead ahead) {
      return of(ahead.part()).ahead();
    }
    if (part instanceof PatternPart.Again again) {
      return of(again.part());
    }
    return EMPTY;
  }

  private static Outline of(CharacterSet set) {
    boolean digit = set.isWithin(CharacterSet.DIGITS);
    // A character beyond the first plane is two of UTF-16.
    return new Outline(1, set.others() ? 2 : 1, digit ? 1 : 0, Optional.of(new Need(set, 0, 0)));
  }

  /** This, then the other. */
  private Outline then(Outline next) {
    Optional<Need> later = next.need.map(each -> each.behind(this));
    Optional<Need> best =
        need.isPresent() && (later.isEmpty() || need.get().cost() <= later.get().cost())
            ? need
            : later;
    return new Outline(
        shortest + next.shortest, sum(longest, next.longest), digits + next.digits, best);
  }

  /** This or the other. */
  private Outline or(Outline other) {
    Optional<Need> both =
        need.flatMap(
            mine ->
                other.need.map(
                    theirs ->
                        new Need(
                            mine.set.or(theirs.set),
                            Math.min(mine.first, theirs.first),
                            Math.max(mine.last, theirs.last))));
    return new Outline(
        Math.min(shortest, other.shortest),
        Math.max(longest, other.longest),
        Math.min(digits, other.digits),
        both);
  }

  /**
   * This again and again.
   *
   * @param most {@link #UNBOUNDED} where it may be repeated without end
   */
  private Outline times(int least, int most) {
    long length = (long) longest * most;
    return new Outline(
        Math.min(shortest * least, UNBOUNDED),
        longest == 0 ? 0 : (int) Math.min(length, UNBOUNDED),
        digits * least,
        least == 0 ? Optional.empty() : need);
  }

  /** What is only looked at. */
  private Outline ahead() {
    return new Outline(0, 0, 0, need);
  }

  /** With a bound that is kept elsewhere. */
  Outline atMost(int characters) {
    return new Outline(shortest, Math.min(longest, characters), digits, need);
  }

  private static int sum(int left, int right) {
    return Math.min(left + right, UNBOUNDED);
  }
}
