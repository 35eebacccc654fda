package io.touchstone.assist;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerFault;
import io.touchstone.answer.AnswerReading;
import io.touchstone.answer.Question;
import io.touchstone.project.Project;
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

  private final Question question;
  private final String member;
  private final Set<String> fields;

  SuggestionReader(Project project) {
    this.question = project.question();
    this.member = question.kind().member();
    this.fields = Set.of(member, "score", "model", "version");
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
    if (!node.isObject()) {
      return Optional.of(
          "is no JSON object. Write {\"" + member + "\", \"score\", \"model\", \"version\"}.");
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      if (!fields.contains(names.next())) {
        return Optional.of(
            "has a field that is not known. In this project its fields are "
                + member
                + ", score, model and version.");
      }
    }
    return answerFault(node, text)
        .or(() -> scoreFault(node))
        .or(() -> nameFault(node, "model"))
        .or(() -> nameFault(node, "version"));
  }

  private Optional<String> answerFault(JsonNode node, SuggestedText text) {
    return question.take(node.path(member), text.answered())
            instanceof AnswerReading.Refused refused
        ? Optional.of(sentence(refused.fault()))
        : Optional.empty();
  }

  private static String sentence(AnswerFault fault) {
    String hint =
        fault.reason().equals("unknown-label") ? " Use the ids of the labels in project.yaml." : "";
    return "is wrong at " + fault.place() + ": " + fault.sentence() + hint;
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
    AnswerReading taken = question.take(node.get(member), text.answered());
    Answer.Carried seen = text.seen(((AnswerReading.Read) taken).answer());
    return new Suggestion(seen.answer(), seen.lost().size(), score, model, version);
  }
}
