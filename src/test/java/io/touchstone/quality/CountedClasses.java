package io.touchstone.quality;

import io.touchstone.answer.AgreementCounts;
import io.touchstone.answer.Answer;
import io.touchstone.answer.GivenAnswers;
import io.touchstone.answer.oneclass.ClassQuestion;
import io.touchstone.quality.round.LabelCombination;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/** Combinations of classes, counted as a batch's measurement counts them. */
public final class CountedClasses {

  private CountedClasses() {}

  public static AgreementCounts of(List<String> labels, Map<LabelCombination, Long> items) {
    Map<List<String>, Long> byCategories = new HashMap<>();
    items.forEach((each, count) -> byCategories.merge(each.labels(), count, Long::sum));
    return new ClassQuestion(labels)
        .counted(
            new GivenAnswers() {
              @Override
              public int annotators() {
                return 3;
              }

              @Override
              public Map<List<String>, Long> byCategories() {
                return byCategories;
              }

              @Override
              public void forEachItem(Consumer<SortedMap<String, Answer>> taker) {
                throw new UnsupportedOperationException("Classes are counted by categories.");
              }
            });
  }
}
