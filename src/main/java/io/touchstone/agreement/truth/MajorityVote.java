package io.touchstone.agreement.truth;

import java.util.Arrays;
import java.util.OptionalInt;

/** The label that most judgements of an item name. */
public final class MajorityVote {

  private MajorityVote() {}

  /**
   * Writes the share of each label among the item's judgements; equal shares without judgements.
   *
   * @param into one place per label
   */
  public static void shares(JudgedItems items, int item, double[] into) {
    int begin = items.begin(item);
    int end = items.end(item);
    if (begin == end) {
      Arrays.fill(into, 1.0 / into.length);
      return;
    }
    Arrays.fill(into, 0);
    for (int judgement = begin; judgement < end; judgement++) {
      into[items.label(judgement)]++;
    }
    for (int label = 0; label < into.length; label++) {
      into[label] /= end - begin;
    }
  }

  /** The one label with the largest share; empty if several have it. */
  public static OptionalInt label(double[] shares) {
    int leading = leading(shares);
    return leaders(shares) == 1 ? OptionalInt.of(leading) : OptionalInt.empty();
  }

  /** How many labels have the largest share. */
  static int leaders(double[] shares) {
    double top = shares[leading(shares)];
    return (int) Arrays.stream(shares).filter(share -> share == top).count();
  }

  /** The label with the largest share or probability, the first of several. */
  public static int leading(double[] shares) {
    int leading = 0;
    for (int label = 1; label < shares.length; label++) {
      if (shares[label] > shares[leading]) {
        leading = label;
      }
    }
    return leading;
  }
}
