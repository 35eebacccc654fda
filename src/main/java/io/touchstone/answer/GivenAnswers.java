package io.touchstone.answer;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/** What people answered to one question about the items of a batch. */
public interface GivenAnswers {

  /** The category of whoever gave no answer; no label has this id. */
  String ABSTAINED = "~";

  /** Distinct annotators behind the answers. */
  int annotators();

  /**
   * Items by the categories that their answers fall into, one for each answer, sorted, {@link
   * #ABSTAINED} for each that is none; the empty list stands for items without an answer.
   */
  Map<List<String>, Long> byCategories();

  /** Hands over the answers to one item after the other, by annotator, items in a fixed order. */
  void forEachItem(Consumer<SortedMap<String, Answer>> taker);
}
