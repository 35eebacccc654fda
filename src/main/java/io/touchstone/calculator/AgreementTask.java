package io.touchstone.calculator;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.agreement.scale.Scale;
import io.touchstone.platform.web.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What kind of labels a caller wants compared.
 *
 * @param type one of {@link #TYPES}
 * @param categories the declared label set, of an ordinal task in ascending or descending order;
 *     when absent, the labels that occur
 * @param scores what each category counts, in the order of the categories; when absent, the number
 *     that it is or, of an ordinal task, its place
 * @param weights of a nominal or ordinal task, how far two categories that differ still agree, a
 *     list of rows in the order of the categories: symmetric, from 0 to 1, 1 from each to itself
 */
public record AgreementTask(
    Optional<String> type,
    Optional<List<String>> categories,
    Optional<List<Double>> scores,
    Optional<List<List<Double>>> weights) {

  public AgreementTask(
      Optional<String> type, Optional<List<String>> categories, Optional<List<Double>> scores) {
    this(type, categories, scores, Optional.empty());
  }

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

  /**
   * Reads a task; empty where none is given.
   *
   * @throws Refusal with 422 and the place if it has not the form of a task
   */
  static Optional<AgreementTask> of(JsonNode sent) {
    if (sent.isNull()) {
      return Optional.empty();
    }
    if (!sent.isObject()) {
      throw AgreementCalculator.invalid("task", "The task is an object with a type.");
    }
    JsonNode type = sent.path("type");
    return Optional.of(
        new AgreementTask(
            type.isTextual() ? Optional.of(type.textValue()) : Optional.empty(),
            list(sent, "categories", JsonNode::isValueNode)
                .map(nodes -> nodes.stream().map(AgreementTask::category).toList()),
            list(sent, "scores", JsonNode::isNumber).map(AgreementTask::numbers),
            list(sent, "weights", AgreementTask::isRow)
                .map(rows -> rows.stream().map(row -> numbers(nodes(row))).toList())));
  }

  private static boolean isRow(JsonNode sent) {
    return sent.isArray() && nodes(sent).stream().allMatch(JsonNode::isNumber);
  }

  private static List<JsonNode> nodes(JsonNode sent) {
    List<JsonNode> nodes = new ArrayList<>();
    sent.forEach(nodes::add);
    return nodes;
  }

  private static List<Double> numbers(List<JsonNode> nodes) {
    return nodes.stream().map(JsonNode::doubleValue).toList();
  }

  private static String category(JsonNode sent) {
    return sent.isNull() || sent.asText().isBlank()
        ? ""
        : AgreementCalculator.at("task.categories", () -> NominalTally.single(sent));
  }

  private static Optional<List<JsonNode>> list(
      JsonNode task, String field, Predicate<JsonNode> form) {
    JsonNode sent = task.path(field);
    if (sent.isMissingNode() || sent.isNull()) {
      return Optional.empty();
    }
    List<JsonNode> nodes = nodes(sent);
    if (!sent.isArray() || !nodes.stream().allMatch(form)) {
      throw AgreementCalculator.invalid(
          "task." + field,
          "The "
              + field
              + " are a list: categories of words or numbers, scores of finite numbers, weights of"
              + " rows of numbers.");
    }
    return Optional.of(List.copyOf(nodes));
  }

  /** What collects judgements of this task. */
  Tally tally() {
    List<String> declared = declared();
    Optional<double[][]> weighted = weighted(declared);
    return switch (type.orElse("")) {
      case "nominal" -> new NominalTally(declared, weighted);
      case "ordinal" -> new ScaleTally(Scale.ORDINAL, declared, scored(declared), weighted);
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
    if (declared.stream().anyMatch(String::isBlank)
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
    if (scored.stream().anyMatch(score -> score == null || !(Math.abs(score) <= 1e100))
        || new HashSet<>(scored).size() < scored.size()) {
      throw AgreementCalculator.invalid(
          "task.scores",
          "A score is not a finite number or stands twice: give each category its own.");
    }
    if (!scored.isEmpty() && scored.size() != declared.size()) {
      throw AgreementCalculator.invalid(
          "task.scores",
          "There are not as many scores as categories: give one score for each declared category,"
              + " in the same order.");
    }
    return scored;
  }

  private Optional<double[][]> weighted(List<String> declared) {
    if (weights.isEmpty()) {
      return Optional.empty();
    }
    if (!List.of("nominal", "ordinal").contains(type.orElse("")) || declared.isEmpty()) {
      throw AgreementCalculator.invalid(
          "task.weights",
          "Weights belong to a nominal or ordinal task whose categories are declared.");
    }
    double[][] matrix =
        weights.get().stream()
            .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    if (!areWeights(matrix, declared.size())) {
      throw AgreementCalculator.invalid(
          "task.weights",
          "The weights are one row for each category with one number from 0 to 1 for each category:"
              + " 1 from each to itself, and the same both ways.");
    }
    return Optional.of(matrix);
  }

  private static boolean areWeights(double[][] matrix, int categories) {
    if (matrix.length != categories) {
      return false;
    }
    for (int k = 0; k < categories; k++) {
      if (matrix[k].length != categories || matrix[k][k] != 1) {
        return false;
      }
      for (int l = 0; l < k; l++) {
        if (!(matrix[k][l] >= 0 && matrix[k][l] <= 1) || matrix[k][l] != matrix[l][k]) {
          return false;
        }
      }
    }
    return true;
  }
}
