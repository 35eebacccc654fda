package io.touchstone.quality.coaching;

import io.touchstone.quality.gold.GoldScore;
import io.touchstone.quality.gold.GoldView;
import io.touchstone.quality.truth.WorkLog.PaceLine;
import io.touchstone.quality.truth.WorkLog.Work;
import io.touchstone.statistics.Estimate;
import io.touchstone.statistics.SeasonalTrend;
import io.touchstone.statistics.ShareDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The figures of one person after another, from the judgements in the order of their making. */
final class AnnotatorMeasurement {

  private static final int THIRDS = 3;
  private static final int MOST_PER_PACKAGE = 100;
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double TEN_MINUTES = 10;
  private static final double PERCENT = 100;

  private final Optional<AnnotatorLabels> labels;
  private final PaceLine paceLine;

  /**
   * @param labels what everybody said; empty for spans
   */
  AnnotatorMeasurement(Optional<AnnotatorLabels> labels, PaceLine paceLine) {
    this.labels = labels;
    this.paceLine = paceLine;
  }

  /**
   * @param work of the person, in the order in which it was done
   */
  AnnotatorFigures of(String annotator, List<Work> work, GoldScore gold) {
    List<Work> timed = work.stream().filter(each -> each.seconds() > 0).toList();
    List<List<Work>> packages = packages(work);
    AnnotatorLabels.Counts said =
        labels.map(all -> all.count(annotator, items(work))).orElse(AnnotatorLabels.Counts.NONE);
    return new AnnotatorFigures(
        work.size(),
        packages.size(),
        Estimate.median(timed.stream().mapToDouble(Work::seconds).toArray(), "NO_ACTIVE_TIME"),
        Estimate.median(timed.stream().mapToDouble(paceLine::residual).toArray(), "NO_ACTIVE_TIME")
            .map(Math::exp),
        said.agreement(),
        said.sameAsTruth(),
        drift(said.right()),
        GoldView.of(gold),
        decline(packages),
        said.byMajority(),
        said.byDawidSkene());
  }

  /** Of an item to which the person gave no answer there is no number. */
  private static int[] items(List<Work> work) {
    return work.stream().mapToInt(Work::item).filter(item -> item >= 0).toArray();
  }

  /** A package's judgements lie side by side, since it is submitted as a whole. */
  private static List<List<Work>> packages(List<Work> work) {
    List<List<Work>> packages = new ArrayList<>();
    int current = -1;
    for (Work each : work) {
      if (each.pack() != current) {
        current = each.pack();
        packages.add(new ArrayList<>());
      }
      packages.get(packages.size() - 1).add(each);
    }
    return packages;
  }

  /**
   * The last third less the first.
   *
   * @param right judgement by judgement whether it names the item's inferred label
   */
  private static ShareDifference drift(List<Boolean> right) {
    int third = right.size() / THIRDS;
    return ShareDifference.of(
        right(right.subList(right.size() - third, right.size())),
        third,
        "TOO_FEW_JUDGEMENTS",
        right(right.subList(0, third)),
        third,
        "TOO_FEW_JUDGEMENTS");
  }

  private static long right(List<Boolean> part) {
    return part.stream().filter(each -> each).count();
  }

  private static AnnotatorFigures.Decline decline(List<List<Work>> packages) {
    List<SeasonalTrend.Series> series =
        packages.stream()
            .map(AnnotatorMeasurement::series)
            .filter(each -> each.y().length > 1)
            .toList();
    if (series.isEmpty()) {
      return AnnotatorFigures.Decline.NONE;
    }
    SeasonalTrend trend = SeasonalTrend.of(series);
    return new AnnotatorFigures.Decline(
        percent(trend.slope()),
        percent(trend.low()),
        percent(trend.high()),
        trend.pValue(),
        trend.series(),
        trend.values());
  }

  private static double percent(double logPerMinute) {
    return PERCENT * Math.expm1(TEN_MINUTES * logPerMinute);
  }

  /**
   * Logarithm of the seconds against the minutes of active time before, so that pauses are none of
   * it; of a long package evenly spaced judgements, as the pairs grow with the square.
   */
  private static SeasonalTrend.Series series(List<Work> work) {
    int step = (work.size() + MOST_PER_PACKAGE - 1) / MOST_PER_PACKAGE;
    double[] x = new double[work.size()];
    double[] y = new double[work.size()];
    int count = 0;
    double before = 0;
    for (int at = 0; at < work.size(); at++) {
      double seconds = work.get(at).seconds();
      if (seconds > 0 && at % step == 0) {
        x[count] = before / SECONDS_PER_MINUTE;
        y[count++] = Math.log(seconds);
      }
      before += seconds;
    }
    return new SeasonalTrend.Series(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
  }
}
