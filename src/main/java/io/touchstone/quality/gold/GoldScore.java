package io.touchstone.quality.gold;

import io.touchstone.statistics.WilsonInterval;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How often somebody's judgements on gold items were right.
 *
 * @param count gold items judged
 * @param correct of these, judged as the gold answer says
 */
public record GoldScore(long count, long correct) {

  public static final GoldScore NONE = new GoldScore(0, 0);

  public GoldScore {
    if (correct < 0 || correct > count) {
      throw new IllegalArgumentException("More gold items are correct than were judged.");
    }
  }

  public static GoldScore sum(Collection<GoldScore> scores) {
    return new GoldScore(
        scores.stream().mapToLong(GoldScore::count).sum(),
        scores.stream().mapToLong(GoldScore::correct).sum());
  }

  /** Share of correct ones; empty without gold. */
  public OptionalDouble accuracy() {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) correct / count);
  }

  /** 95 % interval of the accuracy; empty without gold. */
  public Optional<WilsonInterval> interval() {
    return count == 0
        ? Optional.empty()
        : Optional.of(WilsonInterval.of(correct, count, WilsonInterval.Z_95));
  }
}
