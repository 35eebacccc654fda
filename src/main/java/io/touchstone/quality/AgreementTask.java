package io.touchstone.quality;

import io.touchstone.platform.web.Refusal;
import io.touchstone.quality.agreement.Scale;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What kind of labels a caller wants compared.
 *
 * @param type one of {@link #TYPES}
 * @param categories the declared label set, of an ordinal task in ascending or descending order;
 *     when absent, the labels that occur
 * @param scores what each category counts, in the order of the categories; when absent, the number
 *     that it is or, of an ordinal task, its place
 */
record AgreementTask(
    Optional<String> type, Optional<List<String>> categories, Optional<List<Double>> scores) {

  static final List<String> TYPES =
      List.of(
          "nominal",
          "ordinal",
          "interval",
          "ratio",
          "multilabel",
          "span",
          "box",
          "segment",
          "text");

  /** A label set beyond this is a mistake: more labels than people can tell apart. */
  static final int MOST_CATEGORIES = 1_000;

  /** What collects judgements of this task. */
  Tally tally() {
    List<String> declared = declared();
    return switch (type.orElse("")) {
      case "nominal" -> new NominalTally(declared);
      case "ordinal" -> new ScaleTally(Scale.ORDINAL, declared, scored(declared));
      case "interval" -> new ScaleTally(Scale.INTERVAL, declared, scored(declared));
      case "ratio" -> new ScaleTally(Scale.RATIO, declared, scored(declared));
      case "multilabel" -> new MultilabelTally(declared);
      case "span" -> new SpanTally(declared);
      case "box" -> RegionTally.boxes(declared);
      case "segment" -> RegionTally.segments(declared);
      case "text" -> new TextTally();
      default ->
          throw new Refusal(
              422,
              "task-type-not-calculated",
              "Agreement is not calculated for this type of task. Name one of the types: "
                  + String.join(", ", TYPES)
                  + ".",
              Map.of("calculated", TYPES));
    };
  }

  private List<String> declared() {
    List<String> declared = categories.orElse(List.of());
    if (declared.stream().anyMatch(Objects::isNull)
        || new HashSet<>(declared).size() < declared.size()) {
      throw AgreementCalculator.invalid(
          "task.categories", "A declared category is empty or named twice: name each one once.");
    }
    if (declared.size() > MOST_CATEGORIES) {
      throw AgreementCalculator.invalid(
          "task.categories",
          "More than 1,000 categories are declared. Declare the labels that people choose from; for"
              + " numbers, ask for the type interval without categories.");
    }
    return declared;
  }

  private List<Double> scored(List<String> declared) {
    List<Double> scored = scores.orElse(List.of());
    if (scored.stream().anyMatch(score -> score == null || !Double.isFinite(score))
        || new HashSet<>(scored).size() < scored.size()) {
      throw AgreementCalculator.invalid(
          "task.scores",
          "A score is not a finite number or stands twice: give each category its own.");
    }
    if (!scored.isEmpty() && scored.size() != declared.size()) {
      throw AgreementCalculator.invalid(
          "task.scores",
          "There are not as many scores as categories: give one score for each declared category, in"
              + " the same order.");
    }
    return scored;
  }
}
