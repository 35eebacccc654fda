package io.touchstone.quality.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judgements on nominal labels with the annotators who made them; any may be missing. */
public final class NominalJudgements {

  private final List<String> declared;
  private final Set<String> known;
  private final Map<String, Map<String, String>> labelByItemAndAnnotator = new LinkedHashMap<>();
  private final Set<String> annotators = new HashSet<>();

  /**
   * @param declared the label set in its order, used or not; when empty, the labels that occur
   */
  public NominalJudgements(List<String> declared) {
    this.declared = List.copyOf(declared);
    known = Set.copyOf(declared);
  }

  /**
   * Adds one judgement.
   *
   * @throws IllegalArgumentException if the annotator judged the item before, or the label is not
   *     in the declared set
   */
  public NominalJudgements add(String item, String annotator, String label) {
    if (!known.isEmpty() && !known.contains(label)) {
      throw new IllegalArgumentException(
          "A judgement names a label that the declared categories do not have.");
    }
    Map<String, String> ofItem =
        labelByItemAndAnnotator.computeIfAbsent(item, key -> new HashMap<>(4));
    if (ofItem.putIfAbsent(annotator, label) != null) {
      throw new IllegalArgumentException(
          "An annotator has more than one judgement on the same item. Send the current one only.");
    }
    annotators.add(annotator);
    return this;
  }

  /** The labels that occur. */
  public Set<String> occurring() {
    Set<String> labels = new HashSet<>();
    labelByItemAndAnnotator.values().forEach(ofItem -> labels.addAll(ofItem.values()));
    return labels;
  }

  /**
   * The same judgements with a label set.
   *
   * @param labels every label that occurs, in the order of the set
   */
  public NominalJudgements labelled(List<String> labels) {
    NominalJudgements same = new NominalJudgements(labels);
    same.labelByItemAndAnnotator.putAll(labelByItemAndAnnotator);
    same.annotators.addAll(annotators);
    return same;
  }

  /** The judgements without names. */
  public LabelCounts counts() {
    LabelCounts.Builder counts = LabelCounts.builder(declared, annotators.size());
    labelByItemAndAnnotator
        .values()
        .forEach(ofItem -> counts.add(new ArrayList<>(ofItem.values()), 1));
    return counts.build();
  }

  /**
   * Items per pair of labels where exactly two annotators took part and both judged the item; rows
   * are the annotator whose id sorts first. Empty with any other number of annotators.
   */
  Optional<long[][]> contingency(List<String> labels) {
    if (annotators.size() != 2) {
      return Optional.empty();
    }
    String[] pair = annotators.stream().sorted().toArray(String[]::new);
    Map<String, Integer> positions = positions(labels);
    long[][] table = new long[labels.size()][labels.size()];
    for (Map<String, String> ofItem : labelByItemAndAnnotator.values()) {
      if (Arrays.stream(pair).allMatch(ofItem::containsKey)) {
        table[positions.get(ofItem.get(pair[0]))][positions.get(ofItem.get(pair[1]))]++;
      }
    }
    return Optional.of(table);
  }

  /**
   * The judgements by positions; annotators are numbered in the order of their ids, and items stand
   * in an order that does not depend on that in which they came.
   */
  NamedJudgements named(List<String> labels) {
    Map<String, Integer> ofLabel = positions(labels);
    Map<String, Integer> ofAnnotator = positions(annotators.stream().sorted().toList());
    List<int[]> items = new ArrayList<>();
    for (Map<String, String> ofItem : labelByItemAndAnnotator.values()) {
      items.add(
          ofItem.entrySet().stream()
              .map(e -> new int[] {ofAnnotator.get(e.getKey()), ofLabel.get(e.getValue())})
              .sorted(Arrays::compare)
              .flatMapToInt(Arrays::stream)
              .toArray());
    }
    items.sort(Arrays::compare);
    return new NamedJudgements(items, annotators.size(), labels.size());
  }

  private static Map<String, Integer> positions(List<String> names) {
    Map<String, Integer> positions = new HashMap<>();
    for (int at = 0; at < names.size(); at++) {
      positions.put(names.get(at), at);
    }
    return positions;
  }
}
