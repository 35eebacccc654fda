package io.touchstone.assist;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.project.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the suggestions of one item: a list of {@code {"label", "score", "model", "version"}}, at
 * most ten. Strict: what is not understood is refused, never guessed.
 */
final class SuggestionReader {

  /** More than a handful of alternatives helps nobody. */
  static final int MOST = 10;

  private static final Set<String> FIELDS = Set.of("label", "score", "model", "version");
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} ._:/@+-]{1,100}");

  private final Project project;

  SuggestionReader(Project project) {
    this.project = project;
  }

  /** What became of reading. */
  sealed interface Reading {

    /**
     * All of them could be read.
     *
     * @param suggestions the surest first; equally sure ones in the sender's order
     */
    record Taken(List<Suggestion> suggestions) implements Reading {}

    /**
     * One of them is wrong, so none is taken.
     *
     * @param because place, fault, what to do; quotes nothing that was sent
     */
    record Refused(String because) implements Reading {}
  }

  Reading read(JsonNode list) {
    if (!list.isArray()) {
      return new Reading.Refused(
          "the field \"suggestions\" must be a list. Write [] around its suggestions.");
    }
    if (list.size() > MOST) {
      return new Reading.Refused(
          "there are more than " + MOST + " suggestions. Send those with the highest scores.");
    }
    List<Suggestion> read = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Optional<String> fault = fault(list.get(i));
      if (fault.isPresent()) {
        return new Reading.Refused("suggestion " + (i + 1) + " " + fault.get());
      }
      read.add(suggestion(list.get(i)));
    }
    read.sort(Comparator.comparingDouble(Suggestion::score).reversed());
    return new Reading.Taken(List.copyOf(read));
  }

  private Optional<String> fault(JsonNode node) {
    if (!node.isObject()) {
      return Optional.of(
          "is no JSON object. Write {\"label\", \"score\", \"model\", \"version\"}.");
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      if (!FIELDS.contains(names.next())) {
        return Optional.of(
            "has a field that is not known. Its fields are label, score, model and version.");
      }
    }
    if (!node.path("label").isTextual() || !project.knowsLabel(node.path("label").textValue())) {
      return Optional.of(
          "names no label of the label schema. Use the ids of the labels in project.yaml.");
    }
    JsonNode score = node.path("score");
    if (!score.isNumber() || !(score.doubleValue() >= 0 && score.doubleValue() <= 1)) {
      return Optional.of("has a score that is no number from 0 to 1.");
    }
    return nameFault(node, "model").or(() -> nameFault(node, "version"));
  }

  private static Optional<String> nameFault(JsonNode node, String field) {
    JsonNode name = node.path(field);
    if (name.isTextual()
        && PLAIN.matcher(name.textValue()).matches()
        && !name.textValue().isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        "does not say its "
            + field
            + ". Write a text of letters, digits, spaces and . _ : / @ + - of up to 100"
            + " characters: what cannot be traced to a model is not shown to anybody.");
  }

  private static Suggestion suggestion(JsonNode node) {
    return new Suggestion(
        node.get("label").textValue(),
        node.get("score").doubleValue(),
        node.get("model").textValue(),
        node.get("version").textValue());
  }
}
