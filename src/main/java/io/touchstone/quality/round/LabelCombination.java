package io.touchstone.quality.round;

import java.util.List;

/**
 * The labels of one item's judgements, whoever made them.
 *
 * @param text label ids, or numbers of equal span sets, sorted, joined by commas (ids are kebab
 *     case); empty without judgements
 */
public record LabelCombination(String text) {

  public List<String> labels() {
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  public Votes votes() {
    return Votes.of(labels());
  }
}
