package io.touchstone.agreement.span;

import io.touchstone.agreement.Basis;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Judgements that are lists of regions; items and annotators in the order of their ids. */
public final class MarkedJudgements {

  /** Regions at most in one judgement: all are held against all. */
  public static final int MOST_REGIONS = 1_000;

  private final SortedMap<String, SortedMap<String, List<Region>>> byItem = new TreeMap<>();
  private final Set<String> annotators = new TreeSet<>();

  /**
   * Adds one judgement.
   *
   * @throws IllegalArgumentException if the annotator judged the item before, marked a region
   *     twice, or marked too many
   */
  public MarkedJudgements add(String item, String annotator, List<Region> regions) {
    if (new HashSet<>(regions).size() < regions.size()) {
      throw new IllegalArgumentException("A judgement marks the same part with one label twice.");
    }
    if (regions.size() > MOST_REGIONS) {
      throw new IllegalArgumentException(
          "A judgement marks more than 1,000 parts. Split the item into smaller ones.");
    }
    if (byItem
            .computeIfAbsent(item, key -> new TreeMap<>())
            .putIfAbsent(annotator, List.copyOf(regions))
        != null) {
      throw new IllegalArgumentException(
          "An annotator judged the same item twice: send the judgement that holds.");
    }
    annotators.add(annotator);
    return this;
  }

  Basis basis() {
    long pairs = 0;
    for (SortedMap<String, List<Region>> ofItem : byItem.values()) {
      pairs += (long) ofItem.size() * (ofItem.size() - 1) / 2;
    }
    return new Basis(byItem.size(), pairable().size(), pairs, annotators.size());
  }

  public long judgements() {
    return byItem.values().stream().mapToLong(Map::size).sum();
  }

  List<String> annotators() {
    return List.copyOf(annotators);
  }

  /** The labels that occur, in alphabetical order. */
  List<String> labels() {
    Set<String> labels = new TreeSet<>();
    byItem.values().stream()
        .flatMap(ofItem -> ofItem.values().stream())
        .flatMap(List::stream)
        .forEach(region -> labels.add(region.label()));
    return List.copyOf(labels);
  }

  /** Per item with two or more judgements, the regions of each annotator. */
  List<SortedMap<String, List<Region>>> pairable() {
    return byItem.values().stream().filter(ofItem -> ofItem.size() > 1).toList();
  }

  /** The unordered pairs of the judgements of one item. */
  static List<List<List<Region>>> pairs(Collection<List<Region>> judgements) {
    List<List<Region>> all = List.copyOf(judgements);
    List<List<List<Region>>> pairs = new ArrayList<>();
    for (int b = 1; b < all.size(); b++) {
      for (int a = 0; a < b; a++) {
        pairs.add(List.of(all.get(a), all.get(b)));
      }
    }
    return pairs;
  }
}
