package io.touchstone.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A kind of answer: what there is to know about it before anything is asked. */
public interface AnswerKind {

  /** As {@code project.yaml} names it. */
  String id();

  /** The member under which an answer stands in JSON and in rows. */
  String member();

  /** Fewest labels that a question of this kind needs. */
  int fewestLabels();

  /** What people do here, as the end of "In this project". */
  String doing();

  /** Keys that its editor needs itself beside those of every editor, and what each does there. */
  default Map<String, String> keys() {
    return Map.of();
  }

  /**
   * Whether an adjudicator sees how many people gave an answer; otherwise each different one stands
   * there once, because its number would tell what to think.
   */
  boolean votesShown();

  /** Whether the truth of items is inferred from the categories of their answers. */
  boolean infersTruth();

  /** Stable code of the problem that a wrong answer of this kind is. */
  String problem();

  /** Reads an answer that says all that it quotes; its form alone is checked. */
  AnswerReading read(JsonNode sent);

  /**
   * Reads an answer about a text; what it leaves out and the text knows is taken from there.
   *
   * @param text of the item
   */
  default AnswerReading readOn(String text, JsonNode sent) {
    return read(sent);
  }
}
