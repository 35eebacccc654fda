package io.touchstone.agreement.span;

import io.touchstone.agreement.MeanOfPairs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judgements that are sets of spans, reduced to what exact F1 needs: for each item, how many spans
 * of a label its pairs of judgements have and have in common. Items that look the same are counted,
 * not kept.
 */
public final class SpanCounts {

  /** A span as exact matching sees it: equal if both places and the label are. */
  public record Place(int start, int end, String label) {}

  /**
   * What one item, or each of several, brings.
   *
   * @param judgements sets of spans on it
   * @param equalPairs unordered pairs of them that are equal
   * @param common per label, spans that both of a pair have, summed over the unordered pairs
   * @param marked per label, spans of the one plus those of the other, summed likewise
   * @param given per label, spans over all judgements
   */
  record Pattern(
      int judgements,
      long equalPairs,
      SortedMap<String, Integer> common,
      SortedMap<String, Integer> marked,
      SortedMap<String, Integer> given) {

    boolean pairable() {
      return judgements >= 2;
    }

    long pairs() {
      return (long) judgements * (judgements - 1) / 2;
    }

    boolean unanimous() {
      return equalPairs == pairs();
    }
  }

  private final List<String> labels;
  private final int annotators;
  private final List<Map.Entry<Pattern, Long>> patterns;
  private final MeanOfPairs meanOfPairs;

  private SpanCounts(
      List<String> labels, int annotators, Map<Pattern, Long> items, MeanOfPairs meanOfPairs) {
    this.labels = labels;
    this.annotators = annotators;
    this.meanOfPairs = meanOfPairs;
    List<Map.Entry<Pattern, Long>> ordered = new ArrayList<>(items.entrySet());
    ordered.sort(Map.Entry.comparingByKey((a, b) -> a.toString().compareTo(b.toString())));
    this.patterns = List.copyOf(ordered);
  }

  /**
   * @param labels the label set in its order
   * @param annotators distinct annotators behind the judgements
   */
  public static Builder builder(List<String> labels, int annotators) {
    return new Builder(labels, annotators);
  }

  public List<String> labels() {
    return labels;
  }

  public int annotators() {
    return annotators;
  }

  /** Items with at least one judgement. */
  public long items() {
    return patterns.stream().mapToLong(Map.Entry::getValue).sum();
  }

  /** Items with two or more judgements. */
  public long pairableItems() {
    return patterns.stream()
        .filter(entry -> entry.getKey().pairable())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Unordered pairs of judgements on the same item. */
  public long pairs() {
    return patterns.stream().mapToLong(e -> e.getKey().pairs() * e.getValue()).sum();
  }

  public long judgements() {
    return patterns.stream().mapToLong(e -> e.getKey().judgements() * e.getValue()).sum();
  }

  /** Spans of a label over all judgements. */
  long given(String label) {
    return patterns.stream()
        .mapToLong(e -> e.getKey().given().getOrDefault(label, 0) * e.getValue())
        .sum();
  }

  /**
   * Patterns with their numbers of items, in an order that does not depend on that of the items.
   */
  List<Map.Entry<Pattern, Long>> patterns() {
    return patterns;
  }

  /** Items with two or more judgements of which one or more mark a span of the label. */
  long pairableItemsMarking(String label) {
    return patterns.stream()
        .filter(e -> e.getKey().pairable() && e.getKey().given().containsKey(label))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** All that the numbers are made from, one line per pattern. */
  public List<String> lines() {
    return patterns.stream().map(entry -> entry.getKey() + " " + entry.getValue()).toList();
  }

  /** The exact F1 of each pair of annotators. */
  MeanOfPairs meanOfPairs() {
    return meanOfPairs;
  }

  /** Collects items. */
  public static final class Builder {

    private final List<String> labels;
    private final int annotators;
    private final Map<Pattern, Long> items = new HashMap<>();
    private final MeanOfPairs meanOfPairs = new MeanOfPairs(SpanAgreement.F1);

    private Builder(List<String> labels, int annotators) {
      this.labels = List.copyOf(labels);
      this.annotators = annotators;
    }

    /**
     * Adds an item with the set of spans of each annotator; without judgements it is ignored.
     *
     * @param judgements by annotator
     */
    public Builder add(SortedMap<String, Set<Place>> judgements) {
      if (judgements.isEmpty()) {
        return this;
      }
      List<String> people = List.copyOf(judgements.keySet());
      List<Set<Place>> sets = List.copyOf(judgements.values());
      SortedMap<String, Integer> common = new TreeMap<>();
      SortedMap<String, Integer> marked = new TreeMap<>();
      SortedMap<String, Integer> given = new TreeMap<>();
      long equalPairs = 0;
      List<MeanOfPairs.Part> parts = new ArrayList<>();
      for (int a = 0; a < sets.size(); a++) {
        for (Place span : sets.get(a)) {
          given.merge(span.label(), 1, Integer::sum);
          marked.merge(span.label(), sets.size() - 1, Integer::sum);
        }
        for (int b = 0; b < a; b++) {
          int same = common(sets.get(a), sets.get(b), common);
          int both = sets.get(a).size() + sets.get(b).size();
          equalPairs += 2 * same == both ? 1 : 0;
          parts.add(new MeanOfPairs.Part(people.get(b), people.get(a), 2.0 * same, both));
        }
      }
      meanOfPairs.add(parts);
      items.merge(new Pattern(sets.size(), equalPairs, common, marked, given), 1L, Long::sum);
      return this;
    }

    private static int common(
        Set<Place> first, Set<Place> second, SortedMap<String, Integer> perLabel) {
      int same = 0;
      for (Place span : first) {
        if (second.contains(span)) {
          perLabel.merge(span.label(), 1, Integer::sum);
          same++;
        }
      }
      return same;
    }

    /** Labels that spans name beside the declared ones come last, in alphabetical order. */
    public SpanCounts build() {
      List<String> all = new ArrayList<>(labels);
      items.keySet().stream()
          .flatMap(pattern -> pattern.given().keySet().stream())
          .filter(label -> !labels.contains(label))
          .distinct()
          .sorted()
          .forEach(all::add);
      return new SpanCounts(List.copyOf(all), annotators, items, meanOfPairs);
    }
  }
}
