package io.touchstone.quality.gold;

/**
 * A gold score in a report; accuracy and its 95 % interval are null without gold.
 *
 * @param count gold items judged
 */
public record GoldView(long count, long correct, Double accuracy, Double low, Double high) {

  public static GoldView of(GoldScore score) {
    return score
        .interval()
        .map(
            interval ->
                new GoldView(
                    score.count(),
                    score.correct(),
                    score.accuracy().getAsDouble(),
                    interval.low(),
                    interval.high()))
        .orElse(new GoldView(score.count(), score.correct(), null, null, null));
  }
}
