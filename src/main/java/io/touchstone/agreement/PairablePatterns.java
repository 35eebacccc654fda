package io.touchstone.agreement;

import java.util.List;

/** The patterns with two or more judgements, laid out flat, since resampling walks them often. */
public final class PairablePatterns {

  private final int[] starts;
  private final int[] labels;
  private final int[] counts;
  private final int[] judgements;
  private final long[] items;
  private final int ofSet;

  public PairablePatterns(LabelCounts data) {
    List<LabelPattern> patterns = data.patterns().stream().filter(LabelPattern::pairable).toList();
    ofSet = data.labels().size();
    starts = new int[patterns.size() + 1];
    judgements = new int[patterns.size()];
    items = new long[patterns.size()];
    int entries = patterns.stream().mapToInt(pattern -> pattern.labels().length).sum();
    labels = new int[entries];
    counts = new int[entries];
    for (int at = 0; at < items.length; at++) {
      LabelPattern pattern = patterns.get(at);
      int length = pattern.labels().length;
      System.arraycopy(pattern.labels(), 0, labels, starts[at], length);
      System.arraycopy(pattern.counts(), 0, counts, starts[at], length);
      starts[at + 1] = starts[at] + length;
      judgements[at] = pattern.judgements();
      items[at] = pattern.items();
    }
  }

  public int size() {
    return items.length;
  }

  /** Different labels over all patterns, which is what one walk looks at. */
  public int entries() {
    return labels.length;
  }

  /** Items per pattern. */
  public long[] items() {
    return items;
  }

  public int judgements(int pattern) {
    return judgements[pattern];
  }

  /** The entries of a pattern are those from its start to before the start of the next. */
  public int start(int pattern) {
    return starts[pattern];
  }

  public int label(int entry) {
    return labels[entry];
  }

  /** Judgements that name the label of the entry. */
  public int count(int entry) {
    return counts[entry];
  }

  /** Judgements per label when each pattern occurs so often. */
  public double[] perLabel(long[] times) {
    double[] sums = new double[ofSet];
    for (int pattern = 0; pattern < times.length; pattern++) {
      long often = times[pattern];
      if (often > 0) {
        for (int entry = starts[pattern]; entry < starts[pattern + 1]; entry++) {
          sums[labels[entry]] += often * (double) counts[entry];
        }
      }
    }
    return sums;
  }

  /** The sum over items of what each pattern brings. */
  public static double sum(long[] times, double[] ofPattern) {
    double sum = 0;
    for (int pattern = 0; pattern < times.length; pattern++) {
      sum += times[pattern] * ofPattern[pattern];
    }
    return sum;
  }

  public static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
