package io.touchstone.project.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.touchstone.answer.classes.ClassesRules;
import io.touchstone.answer.spans.SpanRules;
import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.deidentification.operator.DeidentificationRules.Alternatives;
import io.touchstone.deidentification.operator.DeidentificationRules.Faces;
import io.touchstone.deidentification.operator.DeidentificationRules.Listed;
import io.touchstone.project.AskedQuestion;
import io.touchstone.project.FormatNames;
import io.touchstone.project.Label;
import io.touchstone.project.PrivacyReviewRules;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.RowNames;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Settings in the keys of {@code project.yaml}, so that {@link ProjectFile} reads them again. */
public final class SettingsForm {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS));
  private static final String HEAD =
      "# A project. What each key means and what is usual: config/README.md.\n";

  private SettingsForm() {}

  /** What the keys say, as the text of a {@code project.yaml}. */
  public static String yaml(JsonNode keys) {
    try {
      return HEAD + YAML.writeValueAsString(keys);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("These keys are not representable as YAML.", e);
    }
  }

  /**
   * The keys of a {@code project.yaml}, whatever they say.
   *
   * @throws IllegalArgumentException if it is no YAML of keys
   */
  public static ObjectNode keys(String yaml) {
    try {
      return YAML.readValue(yaml, ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("This is no YAML of keys.", e);
    }
  }

  /** The keys with what the settings say, without the lists of {@code deny} and {@code allow}. */
  public static ObjectNode of(ProjectSettings settings) {
    ObjectNode keys = JSON.createObjectNode();
    keys.put("key", settings.key())
        .put("name", settings.name())
        .put("description", settings.description());
    if (settings.questions().isEmpty()) {
      keys.put("task", settings.task().id());
    }
    keys.set("deidentification", deidentification(settings.deidentification()));
    settings
        .deidentificationReason()
        .ifPresent(reason -> keys.put("deidentificationReason", reason));
    settings
        .questions()
        .forEach(asked -> keys.withArray("questions").add(question(asked, settings)));
    if (settings.scale().isEmpty() && settings.questions().isEmpty()) {
      settings.labels().forEach(label -> keys.withArray("labels").add(label(label)));
    }
    settings.scale().ifPresent(scale -> keys.set("scale", JSON.valueToTree(scale)));
    keys.put("skill", settings.skill())
        .put("annotatorsPerItem", settings.annotatorsPerItem())
        .put("maxAnnotatorsPerItem", settings.maxAnnotatorsPerItem())
        .put("goldShare", settings.goldShare())
        .put("medianSecondsPerItem", settings.medianSecondsPerItem())
        .put("packageMinutes", settings.packageMinutes())
        .put("minimumSecondsPerItem", settings.minimumSecondsPerItem());
    keys.set("names", JSON.valueToTree(settings.names()));
    keys.set(
        "recognise",
        JSON.valueToTree(settings.recognise().stream().map(each -> lower(each.name())).toList()));
    keys.put("leakLimit", settings.leakLimit())
        .put("aql", settings.aql())
        .put("licence", settings.licence())
        .put("creator", settings.creator())
        .put("contact", settings.contact());
    settings.spanRules().ifPresent(rules -> spans(keys, rules));
    settings.classesRules().ifPresent(rules -> classes(keys, rules));
    settings.rawRetentionDays().ifPresent(days -> keys.put("rawRetentionDays", days));
    if (!settings.splits().isSingle()) {
      keys.set("splits", JSON.valueToTree(settings.splits().percent()));
    }
    settings
        .deliveryEncoding()
        .ifPresent(encoding -> keys.withObject("/delivery").put("encoding", encoding));
    settings
        .rowNames()
        .ifPresent(
            names -> {
              ObjectNode delivery = keys.withObject("/delivery");
              delivery.put(RowNames.TEXT, names.text()).put(RowNames.ID, names.id());
              names.ties().forEach((tie, column) -> delivery.put(tie.id(), column));
            });
    if (settings.secondPerson()) {
      keys.put("secondPerson", true);
    }
    if (!settings.formats().isEmpty()) {
      ArrayNode formats = keys.putArray("formats").add(FormatNames.KNOWN.get(0).id());
      settings.formats().forEach(formats::add);
    }
    return keys;
  }

  private static void spans(ObjectNode keys, SpanRules rules) {
    keys.put("overlappingSpans", rules.overlapping()).put("goldSpanF1", rules.goldF1());
  }

  private static void classes(ObjectNode keys, ClassesRules rules) {
    keys.put("noneAllowed", rules.noneAllowed()).put("goldClassesF1", rules.goldF1());
  }

  private static ObjectNode question(AskedQuestion asked, ProjectSettings settings) {
    ObjectNode keys = JSON.createObjectNode();
    keys.put("id", asked.id()).put("ask", asked.ask()).put("kind", asked.kind().id());
    if (!asked.required()) {
      keys.put("required", false);
    }
    asked
        .when()
        .ifPresent(
            when -> {
              ArrayNode answers = keys.putObject("when").putArray(when.question());
              when.labels().forEach(answers::add);
            });
    if (asked.scale().isEmpty()) {
      settings.labels().stream()
          .filter(label -> asked.labels().contains(label.id()))
          .forEach(label -> keys.withArray("labels").add(label(label)));
    }
    asked.scale().ifPresent(scale -> keys.set("scale", JSON.valueToTree(scale)));
    asked.spanRules().ifPresent(rules -> spans(keys, rules));
    asked.classesRules().ifPresent(rules -> classes(keys, rules));
    return keys;
  }

  private static ObjectNode label(Label label) {
    ObjectNode keys = JSON.createObjectNode();
    keys.put("id", label.id()).put("name", label.name()).put("hint", label.hint());
    if (label.highRisk()) {
      keys.put("highRisk", true);
    }
    label.colour().ifPresent(colour -> keys.put("colour", colour));
    label.key().ifPresent(key -> keys.put("key", key));
    return keys;
  }

  private static JsonNode deidentification(ProjectSettings.Deidentification section) {
    if (section.none()) {
      return JSON.getNodeFactory().textNode("none");
    }
    DeidentificationRules rules = section.rules();
    boolean usual = section.review().equals(PrivacyReviewRules.DEFAULT);
    if (usual && rules.withLists(List.of(), List.of()).equals(DeidentificationRules.PLAIN)) {
      return JSON.getNodeFactory().textNode("standard");
    }
    ObjectNode keys = JSON.createObjectNode();
    keys.put("otherwise", rules.otherwise().id()).put("scope", lower(rules.scope().name()));
    ObjectNode types = keys.putObject("types");
    rules.types().forEach((type, operator) -> types.put(type, operator.id()));
    ObjectNode columns = keys.putObject("columns");
    rules.columns().forEach((name, column) -> columns.put(name, column.written()));
    keys.put("faces", rules.faces() == Faces.NOISE ? "noise" : "fill")
        .put("alternatives", rules.alternatives() == Alternatives.REDACT ? "redact" : "drop")
        .put("ocr", !rules.ocrLanguages().isEmpty());
    if (!rules.ocrLanguages().isEmpty()) {
      keys.set("ocrLanguages", JSON.valueToTree(rules.ocrLanguages()));
    }
    if (!usual) {
      keys.putObject("review")
          .put("planted", section.review().planted())
          .put("risk", section.review().risk());
    }
    return keys;
  }

  /** Strings as {@code deny.txt} and {@code allow.txt} write them, one a line. */
  public static String list(List<Listed> strings) {
    return strings.stream()
        .map(
            each ->
                (each.exact() ? "=" : "")
                    + (each.type().equals("OTHER") ? "" : "[" + each.type() + "] ")
                    + each.text()
                    + "\n")
        .collect(Collectors.joining());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
