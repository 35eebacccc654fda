package io.touchstone.quality;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How often somebody's judgements on gold items were right.
 *
 * @param count gold items judged
 * @param correct of these, judged as the gold answer says
 */
record GoldScore(long count, long correct) {

  static final GoldScore NONE = new GoldScore(0, 0);

  GoldScore {
    if (correct < 0 || correct > count) {
      throw new IllegalArgumentException("More gold items are correct than were judged.");
    }
  }

  static GoldScore sum(Collection<GoldScore> scores) {
    return new GoldScore(
        scores.stream().mapToLong(GoldScore::count).sum(),
        scores.stream().mapToLong(GoldScore::correct).sum());
  }

  /** Share of correct ones; empty without gold. */
  OptionalDouble accuracy() {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) correct / count);
  }

  /** 95 % interval of the accuracy; empty without gold. */
  Optional<WilsonInterval> interval() {
    return count == 0
        ? Optional.empty()
        : Optional.of(WilsonInterval.of(correct, count, WilsonInterval.Z_95));
  }
}
