package io.touchstone.deidentification.cleaning;

/**
 * How much of what a reader sees was lost by cleaning.
 *
 * @param seen words that a reader of the delivered object sees; 0 where nobody counted
 * @param lost those that are neither in the cleaned object nor in the item's text, and were not
 *     replaced
 */
public record WordLoss(int seen, int lost) {

  /** Nothing was counted. */
  public static final WordLoss NONE = new WordLoss(0, 0);

  /** An object of which more is lost is kept from everybody; a share of the words. */
  public static final double MOST = 0.02;

  /** Whether so much is lost that the object would mislead whoever labels it. */
  public boolean isTooMuch() {
    return lost > MOST * seen;
  }

  /** Both together. */
  public WordLoss plus(WordLoss other) {
    return new WordLoss(seen + other.seen, lost + other.lost);
  }
}
