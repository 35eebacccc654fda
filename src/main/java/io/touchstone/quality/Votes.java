package io.touchstone.quality;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the judgements on one item fall.
 *
 * @param byLabel judgements per label that occurs
 */
record Votes(SortedMap<String, Integer> byLabel) {

  /**
   * @param labels one per judgement, in any order
   */
  static Votes of(Collection<String> labels) {
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
    return leading().size() > 1;
  }

  /** The label with the most judgements; empty on a tie and without judgements. */
  Optional<String> majority() {
    List<String> leading = leading();
    return leading.size() == 1 ? Optional.of(leading.get(0)) : Optional.empty();
  }

  /**
   * What the routing table looks at.
   *
   * @param annotatorsPerItem judgements that the project asks for
   */
  RoutingCase routingCase(int annotatorsPerItem) {
    return new RoutingCase(count(), top(), byLabel.size(), tie(), annotatorsPerItem);
  }

  private List<String> leading() {
    int top = top();
    return byLabel.entrySet().stream()
        .filter(entry -> entry.getValue() == top)
        .map(Map.Entry::getKey)
        .toList();
  }
}
