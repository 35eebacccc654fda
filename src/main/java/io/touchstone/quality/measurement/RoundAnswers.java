package io.touchstone.quality.measurement;

import io.touchstone.answer.Answer;
import io.touchstone.answer.GivenAnswers;
import io.touchstone.quality.round.LabelCombination;
import io.touchstone.quality.round.RoundRepository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * What was answered to a question in a batch's present round, read when it is asked for.
 *
 * @param people distinct annotators of the batch
 * @param without those whose answers are left out
 */
record RoundAnswers(
    String batchId,
    String question,
    int people,
    Set<String> without,
    RoundRepository rounds,
    GivenAnswerRepository given)
    implements GivenAnswers {

  @Override
  public int annotators() {
    return Math.max(0, people - without.size());
  }

  @Override
  public Map<List<String>, Long> byCategories() {
    Map<List<String>, Long> items = new HashMap<>();
    combinations().forEach((each, count) -> items.merge(each.labels(), count, Long::sum));
    return items;
  }

  private Map<LabelCombination, Long> combinations() {
    return without.isEmpty()
        ? rounds.combinations(batchId, question)
        : rounds.combinationsWithout(batchId, question, without);
  }

  @Override
  public void forEachItem(Consumer<SortedMap<String, Answer>> taker) {
    given.forEachItem(batchId, question, without, taker);
  }
}
