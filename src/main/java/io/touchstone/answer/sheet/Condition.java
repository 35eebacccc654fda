package io.touchstone.answer.sheet;

import io.touchstone.answer.Answer;
import java.util.List;

/**
 * When a question is asked: where an earlier one has one of these answers.
 *
 * @param question id of the earlier question
 * @param labels label ids, or points of a scale as text, one or more; of several classes one is
 *     enough
 */
public record Condition(String question, List<String> labels) {

  public Condition {
    labels = List.copyOf(labels);
  }

  boolean isMetBy(Answer answer) {
    return answer.labels().stream().anyMatch(labels::contains);
  }
}
