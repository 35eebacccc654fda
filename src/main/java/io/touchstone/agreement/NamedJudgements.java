package io.touchstone.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Who gave which label, by positions, items that look the same counted together. Annotators are
 * numbered in the order of their ids; the patterns stand in an order that does not depend on that
 * in which the items came.
 */
public final class NamedJudgements {

  private final List<String> labels;
  private final int annotators;
  private final int[][] patterns;
  private final long[] items;
  private final LabelCounts counts;

  private NamedJudgements(List<String> labels, int annotators, CountedSequences found) {
    this.labels = labels;
    this.annotators = annotators;
    int[] order = found.ordered();
    patterns = new int[order.length][];
    items = new long[order.length];
    for (int at = 0; at < order.length; at++) {
      patterns[at] = unpacked(found, order[at]);
      items[at] = found.times(order[at]);
    }
    counts = unnamed();
  }

  /**
   * @param placeOfAnnotator by the number of the annotator in the columns
   * @param placeOfLabel by the number of the label in the columns
   */
  static NamedJudgements of(
      JudgementColumns columns,
      int[] placeOfAnnotator,
      int[] placeOfLabel,
      int annotators,
      List<String> labels) {
    CountedSequences found = new CountedSequences();
    long[] packed = new long[8];
    for (int item = 0; item < columns.items(); item++) {
      int judgements = columns.judgements(item);
      packed = judgements > packed.length ? new long[2 * judgements] : packed;
      long[] ofItem = packed;
      int[] filled = new int[1];
      columns.forEach(
          item,
          (annotator, label) ->
              ofItem[filled[0]++] =
                  (long) placeOfAnnotator[annotator] << Integer.SIZE | placeOfLabel[label]);
      Arrays.sort(ofItem, 0, judgements);
      found.add(ofItem, judgements, 1);
    }
    return new NamedJudgements(labels, annotators, found);
  }

  private static int[] unpacked(CountedSequences found, int sequence) {
    int[] pattern = new int[2 * found.length(sequence)];
    for (int at = 0; at < pattern.length / 2; at++) {
      long packed = found.number(sequence, at);
      pattern[2 * at] = (int) (packed >>> Integer.SIZE);
      pattern[2 * at + 1] = (int) packed;
    }
    return pattern;
  }

  private LabelCounts unnamed() {
    LabelCounts.Builder builder = LabelCounts.builder(labels, annotators);
    for (int pattern = 0; pattern < patterns(); pattern++) {
      int[] given = new int[judgements(pattern)];
      for (int at = 0; at < given.length; at++) {
        given[at] = label(pattern, at);
      }
      builder.addPlaces(given, items[pattern]);
    }
    return builder.build();
  }

  /** The judgements without names. */
  LabelCounts counts() {
    return counts;
  }

  int annotators() {
    return annotators;
  }

  int patterns() {
    return patterns.length;
  }

  /** Items that look like this. */
  long items(int pattern) {
    return items[pattern];
  }

  int judgements(int pattern) {
    return patterns[pattern].length / 2;
  }

  int annotator(int pattern, int judgement) {
    return patterns[pattern][2 * judgement];
  }

  int label(int pattern, int judgement) {
    return patterns[pattern][2 * judgement + 1];
  }

  /** Mean weight of the item's pairs of judgements; 0 for a single one. */
  double agreement(int pattern, Weights weights) {
    int judgements = judgements(pattern);
    if (judgements > labels.size()) {
      return weights.agreement(unnamed(pattern));
    }
    double sum = 0;
    for (int a = 0; a < judgements; a++) {
      for (int b = 0; b < a; b++) {
        sum += weights.matrix()[label(pattern, a)][label(pattern, b)];
      }
    }
    return judgements < 2 ? 0 : 2 * sum / judgements / (judgements - 1);
  }

  private LabelPattern unnamed(int pattern) {
    int[] counts = new int[labels.size()];
    for (int at = 0; at < judgements(pattern); at++) {
      counts[label(pattern, at)]++;
    }
    int[] given = IntStream.range(0, counts.length).filter(label -> counts[label] > 0).toArray();
    int[] ofGiven = IntStream.of(given).map(label -> counts[label]).toArray();
    return new LabelPattern(given, ofGiven, items[pattern]);
  }

  /** Judgements that each annotator made. */
  long[] perAnnotator() {
    long[] sums = new long[annotators];
    for (int pattern = 0; pattern < patterns(); pattern++) {
      for (int at = 0; at < judgements(pattern); at++) {
        sums[annotator(pattern, at)] += items[pattern];
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
    double[][] shares = new double[annotators][labels.size()];
    for (int pattern = 0; pattern < patterns(); pattern++) {
      for (int at = 0; at < judgements(pattern); at++) {
        shares[annotator(pattern, at)][label(pattern, at)] += items[pattern];
      }
    }
    for (int annotator = 0; annotator < annotators; annotator++) {
      for (int label = 0; label < labels.size(); label++) {
        shares[annotator][label] /= given[annotator];
      }
    }
    return shares;
  }

  /**
   * Items per pair of labels where exactly two annotators took part and both judged the item; rows
   * are the annotator whose id sorts first. Empty with any other number of annotators.
   */
  Optional<long[][]> contingency() {
    if (annotators != 2) {
      return Optional.empty();
    }
    long[][] table = new long[labels.size()][labels.size()];
    for (int pattern = 0; pattern < patterns(); pattern++) {
      if (judgements(pattern) == 2) {
        table[label(pattern, 0)][label(pattern, 1)] += items[pattern];
      }
    }
    return Optional.of(table);
  }
}
