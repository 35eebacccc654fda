package io.touchstone.quality.agreement;

import java.util.List;

/**
 * Who gave which label to each item, by positions.
 *
 * @param each item's judgements, annotator and label by turns
 * @param ofAll how many annotators there are
 * @param ofSet how many labels the set has
 */
record NamedJudgements(List<int[]> each, int ofAll, int ofSet) {

  int items() {
    return each.size();
  }

  int judgements(int item) {
    return each.get(item).length / 2;
  }

  int annotator(int item, int judgement) {
    return each.get(item)[2 * judgement];
  }

  int label(int item, int judgement) {
    return each.get(item)[2 * judgement + 1];
  }

  /** Mean weight of the item's pairs of judgements; 0 for a single one. */
  double agreement(int item, Weights weights) {
    int judgements = judgements(item);
    double sum = 0;
    for (int a = 0; a < judgements; a++) {
      for (int b = 0; b < a; b++) {
        sum += weights.matrix()[label(item, a)][label(item, b)];
      }
    }
    return judgements < 2 ? 0 : 2 * sum / judgements / (judgements - 1);
  }

  /** Judgements that each annotator made. */
  long[] perAnnotator() {
    long[] sums = new long[ofAll];
    for (int item = 0; item < items(); item++) {
      for (int at = 0; at < judgements(item); at++) {
        sums[annotator(item, at)]++;
      }
    }
    return sums;
  }

  /**
   * Share of each label among the judgements of each annotator.
   *
   * @param given judgements that each annotator made
   */
  double[][] shares(long[] given) {
    double[][] shares = new double[ofAll][ofSet];
    for (int item = 0; item < items(); item++) {
      for (int at = 0; at < judgements(item); at++) {
        shares[annotator(item, at)][label(item, at)]++;
      }
    }
    for (int annotator = 0; annotator < ofAll; annotator++) {
      for (int label = 0; label < ofSet; label++) {
        shares[annotator][label] /= given[annotator];
      }
    }
    return shares;
  }
}
