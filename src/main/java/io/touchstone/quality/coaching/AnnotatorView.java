package io.touchstone.quality.coaching;

import io.touchstone.statistics.Estimate;
import io.touchstone.statistics.MannKendall;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * One person on a batch and over all batches of the project, under a pseudonym.
 *
 * @param figures on the batch, from its newest measurement
 * @param overBatches all batches together
 * @param history batch by batch, the oldest first
 */
public record AnnotatorView(
    String annotator, AnnotatorFigures figures, OverBatches overBatches, List<OfBatch> history) {

  /** The figures that are to be compared between batches. */
  record OfBatch(
      String batchId,
      int round,
      Instant at,
      long judgements,
      Estimate secondsPerItem,
      Estimate pace,
      Estimate agreement,
      Estimate sameAsTruth) {

    private static OfBatch of(AnnotatorFiguresRepository.Stored stored) {
      AnnotatorFigures figures = stored.figures();
      return new OfBatch(
          stored.batchId(),
          stored.round(),
          stored.at(),
          figures.judgements(),
          figures.secondsPerItem(),
          figures.pace(),
          figures.agreement(),
          figures.sameAsTruth());
    }
  }

  /**
   * All batches together.
   *
   * @param pace geometric mean of the batches' paces, weighted by judgements
   * @param agreement mean of the batches' agreements, weighted by items
   * @param sameAsTruth likewise
   * @param agreementTrend whether agreement rises or falls from batch to batch
   */
  record OverBatches(
      int batches,
      long judgements,
      Estimate pace,
      Estimate agreement,
      Estimate sameAsTruth,
      Trend agreementTrend) {}

  /**
   * The test of Mann and Kendall over batches.
   *
   * @param s pairs that rise less pairs that fall; null below five batches, of which no order could
   *     be told from chance
   * @param pValue two-sided; likewise
   */
  record Trend(Long s, Double pValue, int batches) {

    private static final int FEWEST = 5;

    private static Trend of(List<OfBatch> history) {
      double[] values =
          history.stream()
              .filter(batch -> batch.agreement().value() != null)
              .mapToDouble(batch -> batch.agreement().value())
              .toArray();
      if (values.length < FEWEST) {
        return new Trend(null, null, values.length);
      }
      MannKendall test = MannKendall.of(values);
      return new Trend(test.s(), test.pValue(), values.length);
    }
  }

  /**
   * @param stored of one person, in the order of the batches
   */
  static AnnotatorView of(
      String pseudonym, String batchId, List<AnnotatorFiguresRepository.Stored> stored) {
    List<OfBatch> history = stored.stream().map(OfBatch::of).toList();
    AnnotatorFigures here =
        stored.stream()
            .filter(each -> each.batchId().equals(batchId))
            .findFirst()
            .orElseThrow()
            .figures();
    OverBatches all =
        new OverBatches(
            history.size(),
            history.stream().mapToLong(OfBatch::judgements).sum(),
            pooled(history, batch -> batch.pace().map(Math::log)).map(Math::exp),
            pooled(history, OfBatch::agreement).map(share -> Math.max(0, Math.min(1, share))),
            pooled(history, OfBatch::sameAsTruth).map(share -> Math.max(0, Math.min(1, share))),
            Trend.of(history));
    return new AnnotatorView(pseudonym, here, all, history);
  }

  /**
   * The mean weighted by observations. Batches are independent, so the squares of the weighted half
   * widths of their intervals add up; a batch without an interval leaves the mean without one.
   */
  private static Estimate pooled(List<OfBatch> history, Function<OfBatch, Estimate> figure) {
    List<Estimate> known =
        history.stream().map(figure).filter(each -> each.value() != null).toList();
    if (known.isEmpty()) {
      return Estimate.none("NO_BATCH");
    }
    long n = known.stream().mapToLong(Estimate::n).sum();
    double mean = known.stream().mapToDouble(each -> each.value() * each.n()).sum() / n;
    if (known.stream().anyMatch(each -> each.low() == null)) {
      return new Estimate(mean, null, null, n, "");
    }
    double below = halfWidth(known, each -> each.value() - each.low()) / n;
    double above = halfWidth(known, each -> each.high() - each.value()) / n;
    return new Estimate(mean, mean - below, mean + above, n, "");
  }

  private static double halfWidth(List<Estimate> known, Function<Estimate, Double> width) {
    return Math.sqrt(
        known.stream()
            .mapToDouble(each -> width.apply(each) * each.n())
            .map(each -> each * each)
            .sum());
  }
}
