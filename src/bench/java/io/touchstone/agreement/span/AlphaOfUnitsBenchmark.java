package io.touchstone.agreement.span;

import io.touchstone.agreement.Bootstrap;
import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.bench.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;

/**
 * Krippendorff's alpha of units with its interval. The baseline takes most of a minute for all
 * units: it gets a share, and so do we beside it.
 */
final class AlphaOfUnitsBenchmark implements Benchmark {

  private static final int ITEMS = 160;
  private static final int SHARE = 20;
  private static final int UNITS = 100;
  private static final int LENGTH = 20 * UNITS;

  private final Bootstrap bootstrap = Bootstrap.seeded(1);

  @Override
  public String name() {
    return "alpha-u";
  }

  @Override
  public String about() {
    return "16,000 units a rater, 2 raters, 160 items, 2 labels: alpha of units, 1,000 rounds";
  }

  @Override
  public void run(Report report) throws Exception {
    MarkedJudgements all = judgements(ITEMS);
    report.time("alpha-u-first", Stopwatch.once(() -> AlphaOfUnits.of(all, bootstrap)));
    report.time("alpha-u", Stopwatch.median(1, 5, () -> AlphaOfUnits.of(all, bootstrap)));
    MarkedJudgements share = judgements(SHARE);
    UnitizingAnnotationStudy study = study(SHARE);
    report.time(
        "alpha-u-2000",
        Stopwatch.median(1, 5, () -> AlphaOfUnits.of(share, bootstrap)),
        Stopwatch.once(() -> new KrippendorffAlphaUnitizingAgreement(study).calculateAgreement()),
        "DKPro 2.2.1 on 2,000 units a rater: the value alone, without an interval");
  }

  private static MarkedJudgements judgements(int items) {
    SplittableRandom random = new SplittableRandom(5);
    MarkedJudgements judgements = new MarkedJudgements();
    for (int item = 0; item < items; item++) {
      judgements.add("item-" + item, "a", spans(random)).add("item-" + item, "b", spans(random));
    }
    return judgements;
  }

  /** The items one after the other, each of the same length. */
  private static UnitizingAnnotationStudy study(int items) {
    SplittableRandom random = new SplittableRandom(5);
    UnitizingAnnotationStudy study = new UnitizingAnnotationStudy(2, items * LENGTH);
    for (int item = 0; item < items; item++) {
      for (int rater = 0; rater < 2; rater++) {
        for (Region span : spans(random)) {
          long start = (long) item * LENGTH + (long) span.x();
          study.addUnit(start, (long) span.width(), rater, span.label());
        }
      }
    }
    return study;
  }

  private static List<Region> spans(SplittableRandom random) {
    List<Region> spans = new ArrayList<>();
    for (int at = 0; at < UNITS; at++) {
      int start = 20 * at + random.nextInt(8);
      String label = random.nextBoolean() ? "x" : "y";
      spans.add(Region.stretch(start, start + 2 + random.nextInt(10), label));
    }
    return spans;
  }
}
