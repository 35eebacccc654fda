package io.touchstone.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerKind;
import io.touchstone.answer.AnswerReading;
import io.touchstone.answer.Question;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.ProjectSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;

/**
 * What is true of each item, by the id that its row carried; known to simulated people only.
 *
 * @param answers by external item id; places are those of the raw text
 * @param ambiguity what a guideline leaves open, until a later version says it
 */
public record Truth(Map<String, Answer> answers, Optional<Ambiguity> ambiguity) {

  /**
   * A class that a guideline does not tell from another.
   *
   * @param label the class
   * @param mistakenFor what half of the people take it for
   * @param clearFrom the guideline version that tells the two apart
   */
  public record Ambiguity(String label, String mistakenFor, int clearFrom) {}

  public Truth {
    answers = Map.copyOf(answers);
  }

  /** The truth under a guideline that leaves nothing open. */
  public Truth(Map<String, Answer> answers) {
    this(answers, Optional.empty());
  }

  /** The same truth under a guideline that leaves something open. */
  public Truth leavingOpen(Ambiguity open) {
    return new Truth(answers, Optional.of(open));
  }

  /**
   * What somebody takes for the truth who has read the guideline: each person tosses a coin of
   * their own where it leaves the class open.
   */
  Answer asRead(String personId, String itemKey, Answer right, int guidelineVersion, Hmac seed) {
    return right.relabelled(
        label ->
            ambiguity
                .filter(open -> open.label().equals(label) && guidelineVersion < open.clearFrom())
                .filter(open -> seed.draw("ambiguous", personId, itemKey) < 0.5)
                .map(Ambiguity::mistakenFor)
                .orElse(label));
  }

  /**
   * Reads lines of {@code {"id": ..., "label": ...}}, or with another kind's member in place of the
   * label; places are those of the raw text, and need not say what stands there.
   */
  public static Truth read(Resource... files) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, Answer> answers = new HashMap<>();
    for (Resource file : files) {
      for (String line : file.getContentAsString(StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank()) {
          JsonNode node = json.readTree(line);
          answers.put(node.get("id").asText(), answer(node));
        }
      }
    }
    return new Truth(answers);
  }

  private static Answer answer(JsonNode line) {
    Optional<AnswerKind> kind = ProjectSettings.Task.in(line);
    if (kind.isPresent()
        && kind.get().readOn("", line.get(kind.get().member()))
            instanceof AnswerReading.Read read) {
      return read.answer();
    }
    throw new IllegalArgumentException(
        "The truth of item " + line.get("id").asText() + " is no answer.");
  }

  /**
   * The true answer on the text as people see it, without what was masked; one that nobody has told
   * is imagined, the same by everybody, so that a simulated team can work on any batch.
   */
  Answer of(String itemKey, Question question, Answer.Passage seen, Hmac seed) {
    Answer known = answers.get(itemKey);
    return known == null
        ? question.imagined(what -> seed.draw(what[0], itemKey))
        : known.carried(seen).answer();
  }
}
