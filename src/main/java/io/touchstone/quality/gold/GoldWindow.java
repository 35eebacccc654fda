package io.touchstone.quality.gold;

import io.touchstone.statistics.Cusum;
import io.touchstone.statistics.WilsonInterval;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody's answers to gold items since the last talk about the guideline.
 *
 * @param score of them
 * @param sinceLook how many of them came after the last look
 * @param cusum the sum of evidence after the latest, at least 0
 */
record GoldWindow(GoldScore score, long sinceLook, double cusum) {

  static final GoldWindow EMPTY = new GoldWindow(GoldScore.NONE, 0, 0);

  /** All answers as one look, without regard to their order. */
  static GoldWindow whole(GoldScore score) {
    return new GoldWindow(score, score.count(), 0);
  }

  GoldWindow next(boolean correct, Cusum evidence) {
    return new GoldWindow(
        new GoldScore(score.count() + 1, score.correct() + (correct ? 1 : 0)),
        sinceLook + 1,
        evidence.after(cusum, correct));
  }

  /** The same answers after a look that found nothing. */
  GoldWindow looked() {
    return new GoldWindow(score, 0, cusum);
  }

  /**
   * Inputs of the table gold-flag; the ends of the interval are null without gold. The number of
   * right answers and the lower end are there for tables of an earlier version.
   *
   * @param pausesBefore how often the person was paused in the project
   */
  Map<String, Object> inputs(long pausesBefore) {
    Optional<WilsonInterval> interval = score.interval();
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("goldCount", score.count());
    inputs.put("goldCorrect", score.correct());
    inputs.put("sinceLook", sinceLook);
    inputs.put("wilsonLow", interval.map(WilsonInterval::low).orElse(null));
    inputs.put("wilsonHigh", interval.map(WilsonInterval::high).orElse(null));
    inputs.put("cusum", cusum);
    inputs.put("pausesBefore", pausesBefore);
    return inputs;
  }
}
