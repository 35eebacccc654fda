package io.touchstone.calculator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels that judgements may name, each kept once: those that are declared, or, where none are,
 * those that occur, up to {@value AgreementTask#MOST_CATEGORIES}.
 */
final class LabelSet {

  private final int declared;
  private final Map<String, String> labels = new HashMap<>();

  LabelSet(List<String> declared) {
    this.declared = declared.size();
    declared.forEach(label -> labels.put(label, label));
  }

  /**
   * The one text for this label.
   *
   * @throws IllegalArgumentException with a sentence if the set does not have it and cannot take it
   */
  String known(String label) {
    String known = labels.get(label);
    if (known != null) {
      return known;
    }
    if (label.isBlank()) {
      throw new IllegalArgumentException("A label is empty. Name it, or leave the part out.");
    }
    if (declared > 0) {
      throw new IllegalArgumentException(
          "A judgement names a label that is none of the "
              + declared
              + " declared categories. Declare it, or correct the label.");
    }
    if (labels.size() == AgreementTask.MOST_CATEGORIES) {
      throw new IllegalArgumentException(
          "More than 1,000 different labels occur. Declare the labels that people choose from; for"
              + " free text ask for the type text, for numbers for the type interval.");
    }
    labels.put(label, label);
    return label;
  }

  int size() {
    return labels.size();
  }
}
