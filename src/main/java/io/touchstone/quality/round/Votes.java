package io.touchstone.quality.round;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the judgements on one item fall.
 *
 * @param byLabel judgements per label that occurs
 */
public record Votes(SortedMap<String, Integer> byLabel) {

  /**
   * @param labels one per judgement, in any order
   */
  public static Votes of(Collection<String> labels) {
    SortedMap<String, Integer> byLabel = new TreeMap<>();
    labels.forEach(label -> byLabel.merge(label, 1, Integer::sum));
    return new Votes(byLabel);
  }

  int count() {
    return byLabel.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Judgements for the most frequent label, 0 without judgements. */
  int top() {
    return byLabel.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** Whether two or more labels share the most judgements. */
  boolean tie() {
    int top = top();
    return byLabel.values().stream().filter(votes -> votes == top).count() > 1;
  }

  /** How they fall, whatever the labels are. */
  public Fall fall() {
    return new Fall(count(), top(), byLabel.size(), tie());
  }

  /**
   * How the labels of an item fall.
   *
   * @param count judgements of annotators on the item
   * @param top of these, for the most frequent label
   * @param distinct labels that occur
   * @param tie whether several labels have the most
   */
  public record Fall(int count, int top, int distinct, boolean tie) {}
}
