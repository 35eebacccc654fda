package io.touchstone.quality.round;

import io.touchstone.answer.GivenAnswers;
import java.util.List;

/**
 * The labels of one item's judgements, whoever made them.
 *
 * @param text label ids, or numbers of equal span sets, sorted, joined by commas (ids are kebab
 *     case), then {@link GivenAnswers#ABSTAINED} for each abstention; empty without judgements
 */
public record LabelCombination(String text) {

  /** One for each judgement, abstentions among them. */
  public List<String> labels() {
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  public Votes votes() {
    return Votes.of(labels());
  }
}
