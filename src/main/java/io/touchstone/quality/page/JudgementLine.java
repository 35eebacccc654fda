package io.touchstone.quality.page;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One judgement as it leaves the house.
 *
 * @param annotator user id, or the pseudonym after {@link #under}
 * @param role "annotator" or "adjudicator"
 * @param answer under the member of its kind, without the text that it covers
 * @param activeSeconds time the person worked on it
 * @param assist what was suggested; empty without a suggestion, and until the batch has ended
 */
public record JudgementLine(
    String item,
    String annotator,
    String role,
    @JsonIgnore Answer answer,
    int labelSchemaVersion,
    int guidelineVersion,
    double activeSeconds,
    boolean simulated,
    Instant at,
    Optional<Assist> assist) {

  /**
   * What a model suggested for the judgement.
   *
   * @param arm "shown", "blind" or "planted"
   * @param answer suggested; of a planted one the wrong answer that was shown
   * @param accepted taken over by the key for it
   * @param edited and changed before the submit
   */
  record Assist(
      String arm,
      @JsonIgnore Answer answer,
      String model,
      String version,
      boolean accepted,
      boolean edited) {

    @JsonAnyGetter
    Map<String, JsonNode> members() {
      return Map.of(answer.kind().member(), answer.stored());
    }
  }

  @JsonAnyGetter
  Map<String, JsonNode> members() {
    return Map.of(answer.kind().member(), answer.stored());
  }

  JudgementLine under(String pseudonym) {
    return new JudgementLine(
        item,
        pseudonym,
        role,
        answer,
        labelSchemaVersion,
        guidelineVersion,
        activeSeconds,
        simulated,
        at,
        assist);
  }
}
