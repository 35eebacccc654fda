package io.touchstone.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  public List<LabelPattern> patterns() {
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

  /** The items with two or more judgements. */
  LabelCounts pairableOnly() {
    List<LabelPattern> pairable = patterns.stream().filter(LabelPattern::pairable).toList();
    // Why nothing can be compared stays the reason.
    return pairable.isEmpty() ? this : new LabelCounts(labels, pairable, annotators);
  }

  /** The same judgements with one label kept and all others merged into "the rest". */
  LabelCounts oneAgainstTheRest(int label) {
    // Counted before they are merged: of a thousand labels most combinations name none but others.
    Map<Long, Long> items = new HashMap<>();
    for (LabelPattern pattern : patterns) {
      long kept = pattern.of(label);
      items.merge(kept << Integer.SIZE | pattern.judgements(), pattern.items(), Long::sum);
    }
    Builder merged = new Builder(List.of("label", "rest"), annotators);
    items.forEach(
        (counts, count) -> {
          int kept = (int) (counts >> Integer.SIZE);
          merged.addCounts(new int[] {kept, counts.intValue() - kept}, count);
        });
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

    private final boolean declared;
    private final int annotators;
    private final Numbering labels;
    private final CountedSequences found = new CountedSequences();

    private Builder(List<String> declared, int annotators) {
      this.declared = !declared.isEmpty();
      this.annotators = annotators;
      labels = Numbering.of(declared);
    }

    /**
     * Adds items that carry these labels, one entry per judgement, in any order. No labels: the
     * items are ignored, as nobody judged them.
     *
     * @throws IllegalArgumentException if a judgement names a label outside the declared set
     */
    public Builder add(List<String> labelsOfItem, long items) {
      int[] places = new int[labelsOfItem.size()];
      for (int at = 0; at < places.length; at++) {
        String label = labelsOfItem.get(at);
        if (declared && !labels.knows(label)) {
          throw new IllegalArgumentException(
              "A judgement names a label that the label set does not have.");
        }
        places[at] = labels.of(label);
      }
      return addPlaces(places, items);
    }

    /** Adds items by the positions of their labels in the declared set, one per judgement. */
    Builder addPlaces(int[] places, long items) {
      if (places.length > 0 && items > 0) {
        long[] sorted = new long[places.length];
        for (int at = 0; at < sorted.length; at++) {
          sorted[at] = places[at];
        }
        Arrays.sort(sorted);
        found.add(sorted, sorted.length, items);
      }
      return this;
    }

    /** Adds items by how many of their judgements name each label of the declared set. */
    public void addCounts(int[] counts, long items) {
      int[] places = new int[Arrays.stream(counts).sum()];
      int filled = 0;
      for (int label = 0; label < counts.length; label++) {
        Arrays.fill(places, filled, filled + counts[label], label);
        filled += counts[label];
      }
      addPlaces(places, items);
    }

    public LabelCounts build() {
      if (!declared && labels.size() > 0) {
        return inAlphabeticalOrder().build();
      }
      List<LabelPattern> patterns = new ArrayList<>(found.size());
      for (int sequence : found.ordered()) {
        patterns.add(pattern(sequence));
      }
      return new LabelCounts(
          List.copyOf(labels.names()), Collections.unmodifiableList(patterns), annotators);
    }

    private Builder inAlphabeticalOrder() {
      List<String> ordered = labels.names().stream().sorted().toList();
      int[] place = labels.placesAmong(ordered);
      Builder same = new Builder(ordered, annotators);
      for (int sequence = 0; sequence < found.size(); sequence++) {
        int[] places = new int[found.length(sequence)];
        for (int at = 0; at < places.length; at++) {
          places[at] = place[(int) found.number(sequence, at)];
        }
        same.addPlaces(places, found.times(sequence));
      }
      return same;
    }

    private LabelPattern pattern(int sequence) {
      int judgements = found.length(sequence);
      int[] given = new int[judgements];
      int[] counts = new int[judgements];
      int filled = 0;
      for (int at = 0; at < judgements; at++) {
        int label = (int) found.number(sequence, at);
        if (filled == 0 || given[filled - 1] != label) {
          given[filled++] = label;
        }
        counts[filled - 1]++;
      }
      return new LabelPattern(
          Arrays.copyOf(given, filled), Arrays.copyOf(counts, filled), found.times(sequence));
    }
  }
}
