package io.touchstone.quality.round;

import io.touchstone.answer.GivenAnswers;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the judgements on one item fall.
 *
 * @param byLabel judgements per label that occurs
 * @param abstentions judgements that give no answer; each differs from all others
 */
public record Votes(SortedMap<String, Integer> byLabel, int abstentions) {

  /**
   * @param labels one per judgement, in any order; {@link GivenAnswers#ABSTAINED} for each that
   *     gives no answer
   */
  public static Votes of(Collection<String> labels) {
    SortedMap<String, Integer> byLabel = new TreeMap<>();
    labels.forEach(label -> byLabel.merge(label, 1, Integer::sum));
    Integer abstentions = byLabel.remove(GivenAnswers.ABSTAINED);
    return new Votes(byLabel, abstentions == null ? 0 : abstentions);
  }

  int count() {
    return abstentions + byLabel.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Judgements for the most frequent label, 0 where nobody gave one. */
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
    return new Fall(count(), top(), byLabel.size() + abstentions, tie(), abstentions);
  }

  /**
   * How the labels of an item fall.
   *
   * @param count judgements of annotators on the item
   * @param top of these, for the most frequent label
   * @param distinct labels that occur, each abstention counted as one of its own
   * @param tie whether several labels have the most
   * @param abstentions of these, judgements that give no answer
   */
  public record Fall(int count, int top, int distinct, boolean tie, int abstentions) {}
}
