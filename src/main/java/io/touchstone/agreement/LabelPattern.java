package io.touchstone.agreement;

/**
 * How often each label was given to an item, and how many items look exactly so. Only labels that
 * occur are listed.
 *
 * @param labels positions in the label set, ascending
 * @param counts judgements per label, each at least 1
 * @param items at least 1
 */
public record LabelPattern(int[] labels, int[] counts, long items) {

  /** Judgements on one such item that name the label at this position of the set. */
  int of(int label) {
    for (int at = 0; at < labels.length; at++) {
      if (labels[at] == label) {
        return counts[at];
      }
    }
    return 0;
  }

  /** Judgements on one such item. */
  public int judgements() {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  /** Unordered pairs of judgements on one such item. */
  public long pairs() {
    long judgements = judgements();
    return judgements * (judgements - 1) / 2;
  }

  public boolean pairable() {
    return judgements() >= 2;
  }

  /** Ordered pairs of judgements on one such item that agree. */
  long agreeing() {
    long sum = 0;
    for (int count : counts) {
      sum += (long) count * (count - 1);
    }
    return sum;
  }

  /** Share of the item's pairs that agree; 0 for a single judgement. */
  double agreement() {
    return pairable() ? agreeing() / (2.0 * pairs()) : 0;
  }
}
