package io.touchstone.quality.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.touchstone.answer.spans.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One judgement as it leaves the house.
 *
 * @param annotator user id, or the pseudonym after {@link #under}
 * @param role "annotator" or "adjudicator"
 * @param label in a project of classes
 * @param spans in a project of spans, places without the text they cover
 * @param activeSeconds time the person worked on it
 * @param assist what was suggested; empty without a suggestion, and until the batch has ended
 */
public record JudgementLine(
    String item,
    String annotator,
    String role,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> label,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Place>> spans,
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
   * @param label suggested; of a planted one the wrong label that was shown
   * @param spans likewise, in a project of spans
   * @param accepted taken over by the key for it
   * @param edited and changed before the submit
   */
  record Assist(
      String arm,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> label,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Place>> spans,
      String model,
      String version,
      boolean accepted,
      boolean edited) {}

  /** A span without its text. */
  record Place(int start, int end, String label) {

    static List<Place> of(List<Span> spans) {
      return spans.stream().map(span -> new Place(span.start(), span.end(), span.label())).toList();
    }
  }

  JudgementLine under(String pseudonym) {
    return new JudgementLine(
        item,
        pseudonym,
        role,
        label,
        spans,
        labelSchemaVersion,
        guidelineVersion,
        activeSeconds,
        simulated,
        at,
        assist);
  }
}
