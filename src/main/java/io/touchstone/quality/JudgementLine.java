package io.touchstone.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.touchstone.project.Span;
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
 */
record JudgementLine(
    String item,
    String annotator,
    String role,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> label,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Place>> spans,
    int labelSchemaVersion,
    int guidelineVersion,
    double activeSeconds,
    boolean simulated,
    Instant at) {

  /** A span without its text. */
  record Place(int start, int end, String label) {

    static Place of(Span span) {
      return new Place(span.start(), span.end(), span.label());
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
        at);
  }
}
