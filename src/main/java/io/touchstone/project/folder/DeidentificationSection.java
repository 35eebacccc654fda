package io.touchstone.project.folder;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.deidentification.operator.DeidentificationRules.Column;
import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.deidentification.operator.DeidentificationRules.Scope;
import io.touchstone.platform.files.YamlDescription;
import io.touchstone.project.PrivacyReviewRules;
import io.touchstone.project.ProjectSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The key {@code deidentification} of a project's description: a word, or rules. */
final class DeidentificationSection {

  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,30}");
  private static final List<String> USUAL_LANGUAGES = List.of("eng");
  private static final int MOST_LANGUAGES = 5;
  private static final Pattern COLUMN = Pattern.compile("[^,\":\\s][^,\":\\r\\n]{0,99}");
  private static final List<String> KEYS =
      List.of(
          "types",
          "otherwise",
          "scope",
          "columns",
          "review",
          "faces",
          "ocr",
          "ocrLanguages",
          "alternatives");
  private static final List<String> REVIEW = List.of("planted", "risk");
  private static final List<String> TAKEN = List.of("id", "text", "suggestions", "spans");

  private final YamlDescription yaml;

  DeidentificationSection(YamlDescription yaml) {
    this.yaml = yaml;
  }

  /** What it says; mistakes are noted in the description. */
  ProjectSettings.Deidentification read(JsonNode node) {
    if (node == null || node.isNull()) {
      yaml.check("deidentification", false, "is missing; choose of [none, standard]");
      return ProjectSettings.Deidentification.STANDARD;
    }
    if (node.isObject()) {
      return new ProjectSettings.Deidentification(false, rules(node), review(node.path("review")));
    }
    boolean none = node.asText().equals("none");
    yaml.check(
        "deidentification",
        none || node.asText().equals("standard"),
        "is not known; choose of [none, standard], or give rules under it");
    return none ? ProjectSettings.Deidentification.NONE : ProjectSettings.Deidentification.STANDARD;
  }

  private DeidentificationRules rules(JsonNode node) {
    node.fieldNames()
        .forEachRemaining(
            key -> yaml.check(key, KEYS.contains(key), "is not known here; choose of " + KEYS));
    Map<String, Operator> types = new TreeMap<>();
    each(
        node.path("types"),
        (type, value) -> {
          yaml.check(type, TYPE.matcher(type).matches(), "must be a kind such as EMAIL or NAME");
          types.put(type, operator(type, value));
        });
    Map<String, Column> columns = new TreeMap<>();
    each(
        node.path("columns"),
        (column, value) -> {
          yaml.check(
              column,
              COLUMN.matcher(column).matches() && !TAKEN.contains(column),
              "must be a field beside id and text, without commas, colons and quotes");
          columns.put(column, column(column, value));
        });
    yaml.check(
        "columns",
        columns.values().stream().filter(c -> c.use() == Column.Use.SUBJECT).count() <= 1,
        "may name one subject only");
    return new DeidentificationRules(
        types,
        node.has("otherwise")
            ? operator("otherwise", node.get("otherwise").asText())
            : Operator.TAG,
        scope(node),
        List.of(),
        List.of(),
        columns,
        faces(node),
        ocrLanguages(node),
        alternatives(node));
  }

  /** Languages say nothing where pictures are not read. */
  private List<String> ocrLanguages(JsonNode node) {
    JsonNode asked = node.path("ocr");
    yaml.check("ocr", asked.isMissingNode() || asked.isBoolean(), "must be true or false");
    List<String> languages = new ArrayList<>();
    node.path("ocrLanguages").forEach(each -> languages.add(each.asText()));
    boolean given = node.has("ocrLanguages");
    yaml.check(
        "ocrLanguages",
        !given
            || node.get("ocrLanguages").isArray()
                && !languages.isEmpty()
                && languages.size() <= MOST_LANGUAGES
                && languages.stream().allMatch(each -> LANGUAGE.matcher(each).matches()),
        "must be a list of one to " + MOST_LANGUAGES + " languages of Tesseract: [eng, deu]");
    if (!asked.asBoolean(false)) {
      return List.of();
    }
    return given ? languages : USUAL_LANGUAGES;
  }

  private DeidentificationRules.Faces faces(JsonNode node) {
    String written = node.path("faces").asText("fill");
    yaml.check(
        "faces",
        written.equals("fill") || written.equals("noise"),
        "is not known; choose of [fill, noise]");
    return written.equals("noise")
        ? DeidentificationRules.Faces.NOISE
        : DeidentificationRules.Faces.FILL;
  }

  private DeidentificationRules.Alternatives alternatives(JsonNode node) {
    String written = node.path("alternatives").asText("drop");
    yaml.check(
        "alternatives",
        written.equals("drop") || written.equals("redact"),
        "is not known; choose of [drop, redact]");
    return written.equals("redact")
        ? DeidentificationRules.Alternatives.REDACT
        : DeidentificationRules.Alternatives.DROP;
  }

  private PrivacyReviewRules review(JsonNode node) {
    node.fieldNames()
        .forEachRemaining(
            key -> yaml.check(key, REVIEW.contains(key), "is not known here; choose of " + REVIEW));
    return new PrivacyReviewRules(
        share(node, "planted", 0.5, PrivacyReviewRules.DEFAULT.planted()),
        share(node, "risk", 1, PrivacyReviewRules.DEFAULT.risk()));
  }

  private double share(JsonNode node, String key, double most, double otherwise) {
    JsonNode value = node.get(key);
    if (value == null) {
      return otherwise;
    }
    boolean fits = value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= most;
    yaml.check(key, fits, "must be a share from 0 to " + most);
    return fits ? value.asDouble() : otherwise;
  }

  private static void each(JsonNode map, BiConsumer<String, String> entry) {
    map.fields().forEachRemaining(each -> entry.accept(each.getKey(), each.getValue().asText()));
  }

  private Operator operator(String key, String value) {
    Optional<Operator> operator = Operator.of(value);
    yaml.check(
        key,
        operator.isPresent(),
        "has an unknown operator; choose of "
            + Arrays.stream(Operator.values()).map(Operator::id).toList());
    return operator.orElse(Operator.TAG);
  }

  private Scope scope(JsonNode node) {
    String value = node.path("scope").asText("item");
    for (Scope scope : Scope.values()) {
      if (scope.name().toLowerCase(Locale.ROOT).equals(value)) {
        return scope;
      }
    }
    yaml.check("scope", false, "is not known; choose of [item, subject, project, corpus]");
    return Scope.ITEM;
  }

  private Column column(String key, String value) {
    for (Column.Use use : Column.Use.values()) {
      if (use != Column.Use.OPERATOR && use.name().toLowerCase(Locale.ROOT).equals(value)) {
        return new Column(use, Operator.KEEP, "OTHER");
      }
    }
    String[] words = value.split(" ", 2);
    String type = words.length < 2 ? "OTHER" : words[1].strip();
    boolean known = Operator.of(words[0]).filter(each -> each != Operator.KEEP).isPresent();
    yaml.check(
        key,
        known && TYPE.matcher(type).matches(),
        "must be drop, keep, text, subject, or an operator with a kind: \"surrogate PHONE\"");
    return new Column(Column.Use.OPERATOR, Operator.of(words[0]).orElse(Operator.TAG), type);
  }
}
