package io.touchstone.release.version;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.touchstone.release.format.QualityFigures;
import io.touchstone.release.format.TruthFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the figures that a data card shows out of a stored quality report. What is missing or of
 * another shape is not known, and the card says so.
 */
public final class CardFigures {

  private CardFigures() {}

  public static QualityFigures read(Optional<String> numbers) {
    return read(tree(numbers));
  }

  private static QualityFigures read(JsonNode root) {
    JsonNode named = root.path("agreement");
    JsonNode alpha = named.isObject() ? named : root.path("alpha");
    JsonNode gold = root.path("gold");
    JsonNode agreement = agreement(root);
    return new QualityFigures(
        number(agreement.isObject() ? agreement.path("value") : agreement),
        number(alpha.path("value")),
        number(alpha.path("ciLow")),
        number(alpha.path("ciHigh")),
        text(alpha.path("reason")),
        whole(root.path("adjudicatedItems")),
        whole(gold.path("count")),
        number(gold.path("accuracy")),
        text(named.path("name")),
        truth(root.path("truth")),
        questions(root.path("questions")));
  }

  private static List<QualityFigures.OfQuestion> questions(JsonNode questions) {
    List<QualityFigures.OfQuestion> all = new ArrayList<>();
    for (JsonNode each : questions) {
      all.add(new QualityFigures.OfQuestion(each.path("ask").asText(), read(each.path("numbers"))));
    }
    return all;
  }

  /** Of spans, what all have marked alike; reports from before had that as percent agreement. */
  private static JsonNode agreement(JsonNode root) {
    for (JsonNode coefficient : root.path("coefficients")) {
      if (coefficient.path("name").asText().equals("unanimity")) {
        return coefficient;
      }
    }
    return root.path("percentAgreement");
  }

  private static Optional<TruthFigures> truth(JsonNode truth) {
    return text(truth.path("method"))
        .map(
            method ->
                new TruthFigures(
                    method,
                    text(truth.path("because")).orElse(""),
                    number(truth.path("agreementWithMajority")),
                    whole(truth.path("gold").path("items")),
                    number(truth.path("gold").path("majority")),
                    number(truth.path("gold").path("dawidSkene"))));
  }

  private static JsonNode tree(Optional<String> numbers) {
    try {
      return JsonMapper.builder().build().readTree(numbers.orElse("{}"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored quality report is not JSON.");
    }
  }

  private static Optional<Double> number(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.doubleValue())
        ? Optional.of(node.doubleValue())
        : Optional.empty();
  }

  private static Optional<Long> whole(JsonNode node) {
    return node.isIntegralNumber() ? Optional.of(node.longValue()) : Optional.empty();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() && !node.textValue().isBlank()
        ? Optional.of(node.textValue())
        : Optional.empty();
  }
}
