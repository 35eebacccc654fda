package io.touchstone.ingestion.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.deidentification.operator.DeidentificationRules.Faces;
import io.touchstone.deidentification.operator.DeidentificationRules.Listed;
import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.deidentification.operator.DeidentificationRules.Scope;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.platform.web.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rules that somebody tries on a text, {@code {"types": {"EMAIL": "surrogate"}, "otherwise": "tag",
 * "scope": "item", "deny": ["..."], "allow": ["..."]}}.
 */
final class TriedRules {

  private TriedRules() {}

  /**
   * @throws Refusal 422 for an unknown kind, operator or scope
   */
  static DeidentificationRules read(JsonNode rules) {
    Map<String, Operator> types = new TreeMap<>();
    rules
        .path("types")
        .fields()
        .forEachRemaining(
            each -> {
              if (!EntityType.isId(each.getKey())) {
                throw refused("A kind of personal data is written in capitals: \"EMAIL\".");
              }
              types.put(each.getKey(), operator(each.getValue().asText()));
            });
    return new DeidentificationRules(
        types,
        operator(rules.path("otherwise").asText(Operator.TAG.id())),
        scope(rules.path("scope").asText("item")),
        listed(rules.path("deny")),
        listed(rules.path("allow")),
        Map.of(),
        Faces.FILL);
  }

  private static Operator operator(String id) {
    return Operator.of(id)
        .orElseThrow(
            () ->
                refused(
                    "This operator is not known. Choose of "
                        + Arrays.stream(Operator.values()).map(Operator::id).toList()
                        + "."));
  }

  private static Scope scope(String id) {
    return Arrays.stream(Scope.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(id))
        .findFirst()
        .orElseThrow(
            () -> refused("This scope is not known. Choose of [item, subject, project, corpus]."));
  }

  private static List<Listed> listed(JsonNode strings) {
    List<Listed> listed = new ArrayList<>();
    for (JsonNode each : strings) {
      String text = each.asText().strip();
      boolean exact = text.startsWith("=");
      if (text.length() > 2) {
        listed.add(new Listed(exact ? text.substring(1) : text, EntityType.OTHER.id(), exact));
      }
    }
    return listed;
  }

  private static Refusal refused(String sentence) {
    return new Refusal(422, "unknown-rule", sentence);
  }
}
