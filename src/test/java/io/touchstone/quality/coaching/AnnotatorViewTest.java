package io.touchstone.quality.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.quality.coaching.AnnotatorFiguresRepository.Stored;
import io.touchstone.quality.gold.GoldScore;
import io.touchstone.quality.gold.GoldView;
import io.touchstone.statistics.Estimate;
import io.touchstone.statistics.ShareDifference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One person's batches put together. */
class AnnotatorViewTest {

  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void batches_are_weighted_by_what_was_done_in_them() {
    AnnotatorView view =
        AnnotatorView.of(
            "p1",
            "batch-2",
            List.of(
                stored(1, estimate(0.9, 0.1, 100), estimate(1, 0, 100)),
                stored(2, estimate(0.6, 0.1, 300), estimate(4, 0, 100))));

    assertThat(view.figures().agreement().value()).isEqualTo(0.6);
    assertThat(view.history())
        .extracting(AnnotatorView.OfBatch::batchId)
        .containsExactly("batch-1", "batch-2");
    Estimate agreement = view.overBatches().agreement();
    // (100 * 0.9 + 300 * 0.6) / 400, half width sqrt(10^2 + 30^2) / 400.
    assertThat(agreement.value()).isCloseTo(0.675, within(1e-12));
    assertThat(agreement.low()).isCloseTo(0.675 - Math.sqrt(1_000) / 400, within(1e-12));
    assertThat(agreement.high()).isCloseTo(0.675 + Math.sqrt(1_000) / 400, within(1e-12));
    assertThat(agreement.n()).isEqualTo(400);
    assertThat(view.overBatches().pace().value()).as("geometric mean").isCloseTo(2, within(1e-12));
    assertThat(view.overBatches().agreementTrend())
        .isEqualTo(new AnnotatorView.Trend(null, null, 2));
  }

  /** Five falling values: S = -10, one-sided 1 in 120 orders. */
  @Test
  void from_five_batches_on_a_trend_is_told() {
    List<Stored> falling = new ArrayList<>();
    for (int batch = 1; batch <= 5; batch++) {
      falling.add(stored(batch, estimate(1 - 0.1 * batch, 0.05, 50), Estimate.none("NONE")));
    }

    AnnotatorView view = AnnotatorView.of("p1", "batch-5", falling);

    assertThat(view.overBatches().agreementTrend().s()).isEqualTo(-10);
    assertThat(view.overBatches().agreementTrend().pValue()).isCloseTo(2.0 / 120, within(1e-12));
    assertThat(view.overBatches().pace().reason()).isEqualTo("NO_BATCH");
  }

  private static Estimate estimate(double value, double half, long n) {
    return new Estimate(value, value - half, value + half, n, "");
  }

  private static Stored stored(int batch, Estimate agreement, Estimate pace) {
    return new Stored(
        "ada",
        "batch-" + batch,
        1,
        AT,
        new AnnotatorFigures(
            agreement.n(),
            1,
            Estimate.none("NONE"),
            pace,
            agreement,
            Estimate.none("NONE"),
            ShareDifference.of(0, 0, "NONE", 0, 0, "NONE"),
            GoldView.of(GoldScore.NONE),
            AnnotatorFigures.Decline.NONE,
            List.of(),
            List.of()));
  }
}
