package io.touchstone.quality.measurement;

import io.touchstone.answer.abstention.Why;
import io.touchstone.statistics.WilsonInterval;
import java.util.Map;

/**
 * How often people gave no answer.
 *
 * @param judgements all of them
 * @param cannotTell judgements that say that nobody could tell
 * @param wrongItem judgements that say that something is wrong with the item
 * @param share of both in all judgements, 0 to 1
 * @param low lower end of its 95 % interval (Wilson 1927)
 * @param high upper end
 */
public record AbstentionView(
    long judgements, long cannotTell, long wrongItem, double share, double low, double high) {

  /**
   * @param judgements one or more
   * @param byWhy judgements without an answer, by the id of why
   */
  static AbstentionView of(long judgements, Map<String, Long> byWhy) {
    long cannotTell = byWhy.getOrDefault(Why.CANNOT_TELL.id(), 0L);
    long wrongItem = byWhy.getOrDefault(Why.WRONG_ITEM.id(), 0L);
    long all = cannotTell + wrongItem;
    WilsonInterval interval = WilsonInterval.of(all, judgements, WilsonInterval.Z_95);
    return new AbstentionView(
        judgements,
        cannotTell,
        wrongItem,
        (double) all / judgements,
        interval.low(),
        interval.high());
  }
}
