package io.touchstone.quality.truth;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the table truth-method looks at.
 *
 * @param labelsPerItem judgements of a judged item, median
 * @param labelsPerAnnotator judgements of an annotator, gold included, median
 * @param disagreement share of items whose label by Dawid-Skene is not among those with the most
 *     votes, 0 to 1
 * @param goldDifference accuracy on gold held out, Dawid-Skene less majority, -1 to 1
 * @param goldP two-sided exact p value of that difference, 0 to 1
 */
record TruthCase(
    OptionalDouble labelsPerItem,
    OptionalDouble labelsPerAnnotator,
    OptionalDouble disagreement,
    OptionalDouble goldDifference,
    OptionalDouble goldP) {

  Map<String, Object> inputs() {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("labelsPerItem", orNull(labelsPerItem));
    inputs.put("labelsPerAnnotator", orNull(labelsPerAnnotator));
    inputs.put("disagreement", orNull(disagreement));
    inputs.put("goldDifference", orNull(goldDifference));
    inputs.put("goldP", orNull(goldP));
    return inputs;
  }

  static Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
