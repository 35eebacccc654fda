package io.touchstone.quality.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judgements on nominal labels, reduced to what coefficients without named annotators need: which
 * combinations of labels occur on an item, and on how many items. A million items with three
 * judgements and nine labels are at most 165 combinations, so that resampling costs nothing.
 */
public final class LabelCounts {

  private final List<String> labels;
  private final List<LabelPattern> patterns;
  private final int annotators;

  private LabelCounts(List<String> labels, List<LabelPattern> patterns, int annotators) {
    this.labels = labels;
    this.patterns = patterns;
    this.annotators = annotators;
  }

  /**
   * @param declared the label set in its order, used or not; when empty, the labels that occur
   * @param annotators distinct annotators behind the judgements
   */
  public static Builder builder(List<String> declared, int annotators) {
    return new Builder(declared, annotators);
  }

  /** The label set: declared labels, or those that occur in alphabetical order. */
  public List<String> labels() {
    return labels;
  }

  public int annotators() {
    return annotators;
  }

  /** Items with at least one judgement. */
  public long items() {
    return patterns.stream().mapToLong(LabelPattern::items).sum();
  }

  /** Items with two or more judgements. */
  public long pairableItems() {
    return patterns.stream().filter(LabelPattern::pairable).mapToLong(LabelPattern::items).sum();
  }

  /** Unordered pairs of judgements on the same item. */
  public long pairs() {
    return patterns.stream().mapToLong(pattern -> pattern.pairs() * pattern.items()).sum();
  }

  public long judgements() {
    return patterns.stream().mapToLong(pattern -> pattern.judgements() * pattern.items()).sum();
  }

  /** Judgements per label, in the order of the label set. */
  public long[] judgementsPerLabel() {
    long[] sums = new long[labels.size()];
    for (LabelPattern pattern : patterns) {
      for (int at = 0; at < pattern.labels().length; at++) {
        sums[pattern.labels()[at]] += pattern.counts()[at] * pattern.items();
      }
    }
    return sums;
  }

  /** Combinations in an order that does not depend on that of the items. */
  List<LabelPattern> patterns() {
    return patterns;
  }

  /** Whether the judgements that can be compared name more than one label. */
  boolean varies() {
    return patterns.stream()
            .filter(LabelPattern::pairable)
            .flatMapToInt(pattern -> Arrays.stream(pattern.labels()))
            .distinct()
            .limit(2)
            .count()
        > 1;
  }

  /** The same judgements with one label kept and all others merged into "the rest". */
  LabelCounts oneAgainstTheRest(int label) {
    Builder merged = new Builder(List.of("label", "rest"), annotators);
    for (LabelPattern pattern : patterns) {
      int kept = pattern.of(label);
      merged.addCounts(new int[] {kept, pattern.judgements() - kept}, pattern.items());
    }
    return merged.build();
  }

  /** The judgements that name one of two labels; all others are left out. */
  LabelCounts onlyThese(int first, int second) {
    Builder two = new Builder(List.of("first", "second"), annotators);
    for (LabelPattern pattern : patterns) {
      two.addCounts(new int[] {pattern.of(first), pattern.of(second)}, pattern.items());
    }
    return two.build();
  }

  /** Items with two or more judgements of which at least one names each of these labels. */
  long pairableItemsNaming(int... named) {
    return patterns.stream()
        .filter(LabelPattern::pairable)
        .filter(pattern -> Arrays.stream(named).allMatch(label -> pattern.of(label) > 0))
        .mapToLong(LabelPattern::items)
        .sum();
  }

  /** Collects combinations. */
  public static final class Builder {

    private final List<String> declared;
    private final int annotators;
    private final Map<List<String>, long[]> itemsByLabels = new HashMap<>();

    private Builder(List<String> declared, int annotators) {
      this.declared = List.copyOf(declared);
      this.annotators = annotators;
    }

    /**
     * Adds items that carry these labels, one entry per judgement, in any order. No labels: the
     * items are ignored, as nobody judged them.
     */
    public Builder add(List<String> labelsOfItem, long items) {
      if (!labelsOfItem.isEmpty() && items > 0) {
        List<String> sorted = labelsOfItem.stream().sorted().toList();
        itemsByLabels.computeIfAbsent(sorted, key -> new long[1])[0] += items;
      }
      return this;
    }

    void addCounts(int[] counts, long items) {
      List<String> expanded = new ArrayList<>();
      for (int label = 0; label < counts.length; label++) {
        for (int n = 0; n < counts[label]; n++) {
          expanded.add(declared.get(label));
        }
      }
      add(expanded, items);
    }

    /**
     * @throws IllegalArgumentException if a judgement names a label outside the declared set
     */
    public LabelCounts build() {
      List<String> labels = declared.isEmpty() ? occurring() : declared;
      Map<String, Integer> positions = new HashMap<>();
      for (int at = 0; at < labels.size(); at++) {
        positions.put(labels.get(at), at);
      }
      List<LabelPattern> patterns = new ArrayList<>();
      itemsByLabels.forEach((key, items) -> patterns.add(pattern(key, items[0], positions)));
      patterns.sort(
          (left, right) -> {
            int byLabels = Arrays.compare(left.labels(), right.labels());
            return byLabels != 0 ? byLabels : Arrays.compare(left.counts(), right.counts());
          });
      return new LabelCounts(labels, List.copyOf(patterns), annotators);
    }

    private List<String> occurring() {
      TreeSet<String> labels = new TreeSet<>();
      itemsByLabels.keySet().forEach(labels::addAll);
      return List.copyOf(labels);
    }

    private static LabelPattern pattern(
        List<String> labels, long items, Map<String, Integer> positions) {
      TreeMap<Integer, Integer> counts = new TreeMap<>();
      for (String label : labels) {
        Integer position = positions.get(label);
        if (position == null) {
          throw new IllegalArgumentException(
              "A judgement names a label that the label set does not have.");
        }
        counts.merge(position, 1, Integer::sum);
      }
      return new LabelPattern(
          counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
          counts.values().stream().mapToInt(Integer::intValue).toArray(),
          items);
    }
  }
}
