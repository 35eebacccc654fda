package io.touchstone.calculator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What the calculator reads, as the description of the interface shows it; the judgements are never
 * held in this form.
 *
 * @param bootstrap how intervals are resampled; 1,000 rounds with seed 1 unless said otherwise
 */
public record AgreementQuestion(
    AgreementTask task,
    List<Judgement> judgements,
    Optional<AgreementCalculator.Resampling> bootstrap) {

  /**
   * What one annotator said of one item.
   *
   * @param label a word or number; of multilabel tasks a list of them, of spans, boxes and segments
   *     a list of objects, empty for nothing marked
   * @param spans another name for the label of span tasks
   */
  record Judgement(
      String item, String annotator, Optional<JsonNode> label, Optional<JsonNode> spans) {}
}
