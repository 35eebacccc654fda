package io.touchstone.assist;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanFault;
import io.touchstone.answer.spans.SpanReader;
import io.touchstone.answer.spans.SpanReading;
import io.touchstone.project.Labelling;
import io.touchstone.project.Project;
import io.touchstone.project.ProjectSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the suggestions of one item: a list of {@code {"label" or "spans", "score", "model",
 * "version"}}, at most ten. Strict: what is not understood is refused, never guessed.
 */
final class SuggestionReader {

  /** More than a handful of alternatives helps nobody. */
  static final int MOST = 10;

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} ._:/@+-]{1,100}");

  private final Project project;
  private final boolean spans;
  private final Set<String> fields;

  SuggestionReader(Project project) {
    this.project = project;
    this.spans = project.task() == ProjectSettings.Task.SPANS;
    this.fields = Set.of(spans ? "spans" : "label", "score", "model", "version");
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

  /**
   * @param text on which spans are counted
   */
  Reading read(JsonNode list, SuggestedText text) {
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
      JsonNode node = list.get(i);
      Optional<String> fault = fault(node, text);
      if (fault.isPresent()) {
        return new Reading.Refused("suggestion " + (i + 1) + " " + fault.get());
      }
      read.add(suggestion(node, text));
    }
    read.sort(Comparator.comparingDouble(Suggestion::score).reversed());
    return new Reading.Taken(List.copyOf(read));
  }

  private Optional<String> fault(JsonNode node, SuggestedText text) {
    String answer = spans ? "spans" : "label";
    if (!node.isObject()) {
      return Optional.of(
          "is no JSON object. Write {\"" + answer + "\", \"score\", \"model\", \"version\"}.");
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      if (!fields.contains(names.next())) {
        return Optional.of(
            "has a field that is not known. In this project its fields are "
                + answer
                + ", score, model and version.");
      }
    }
    return (spans ? spansFault(node, text) : labelFault(node))
        .or(() -> scoreFault(node))
        .or(() -> nameFault(node, "model"))
        .or(() -> nameFault(node, "version"));
  }

  private Optional<String> labelFault(JsonNode node) {
    return node.path("label").isTextual() && project.knowsLabel(node.get("label").textValue())
        ? Optional.empty()
        : Optional.of(
            "names no label of the label schema. Use the ids of the labels in project.yaml.");
  }

  private Optional<String> spansFault(JsonNode node, SuggestedText text) {
    SpanReading read = SpanReader.readOn(text.raw(), node.path("spans"));
    Optional<SpanFault> fault =
        read instanceof SpanReading.Malformed malformed
            ? Optional.of(malformed.fault())
            : project
                .settings()
                .spanRules()
                .orElseThrow()
                .fault(
                    text.raw(),
                    text.covered(((SpanReading.Read) read).spans()),
                    project::knowsLabel);
    return fault.map(found -> "is wrong at " + found.place() + ": " + found.sentence());
  }

  private static Optional<String> scoreFault(JsonNode node) {
    JsonNode score = node.path("score");
    return score.isNumber() && score.doubleValue() >= 0 && score.doubleValue() <= 1
        ? Optional.empty()
        : Optional.of("has a score that is no number from 0 to 1.");
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

  private Suggestion suggestion(JsonNode node, SuggestedText text) {
    double score = node.get("score").doubleValue();
    String model = node.get("model").textValue();
    String version = node.get("version").textValue();
    if (!spans) {
      Labelling label = new Labelling.ClassLabel(node.get("label").textValue());
      return new Suggestion(label, 0, score, model, version);
    }
    List<Span> sent = ((SpanReading.Read) SpanReader.readOn(text.raw(), node.get("spans"))).spans();
    List<Span> seen = text.seen(sent);
    return new Suggestion(
        new Labelling.SpanSet(seen), sent.size() - seen.size(), score, model, version);
  }
}
