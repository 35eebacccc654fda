package io.touchstone.quality;

import java.util.List;

/**
 * The labels of one item's judgements, whoever made them.
 *
 * @param text label ids, or numbers of equal span sets, sorted, joined by commas (ids are kebab
 *     case); empty without judgements
 */
record LabelCombination(String text) {

  List<String> labels() {
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  Votes votes() {
    return Votes.of(labels());
  }
}
