package io.touchstone.agreement;

import io.touchstone.agreement.scale.Scale;
import io.touchstone.agreement.scale.ScaleAgreement;
import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.bench.Stopwatch;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;

/**
 * Every ordinal coefficient on a long scale, and the alphas of numbers that all differ. The
 * baseline takes minutes for all items: it gets a share, and so do we beside it.
 */
final class OrdinalBenchmark implements Benchmark {

  private static final int ITEMS = 100_000;
  private static final int SHARE = 2_000;
  private static final List<String> LABELS =
      IntStream.rangeClosed(0, 100).mapToObj(Integer::toString).toList();
  private static final double[] SCORES = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();

  private final Bootstrap bootstrap = Bootstrap.seeded(1);

  @Override
  public String name() {
    return "ordinal";
  }

  @Override
  public String about() {
    return "100,000 items x 2 annotators, labels 0 to 100 or all different: errors, 1,000 rounds";
  }

  @Override
  public void run(Report report) throws Exception {
    NominalJudgements all = onScale(ITEMS);
    report.time("ordinal-first", Stopwatch.once(() -> ordinal(all)));
    report.time("ordinal", Stopwatch.median(1, 5, () -> ordinal(all)));
    NominalJudgements share = onScale(SHARE);
    CodingAnnotationStudy study = study(SHARE);
    report.time(
        "ordinal-2000",
        Stopwatch.median(1, 5, () -> ordinal(share)),
        Stopwatch.once(
            () ->
                new KrippendorffAlphaAgreement(study, new OrdinalDistanceFunction())
                    .calculateAgreement()),
        "DKPro 2.2.1 on 2,000 of the items: alpha alone, without an interval");
    NominalJudgements different = allDifferent();
    List<String> ascending =
        different.occurring().stream()
            .sorted(Comparator.comparingDouble(Double::parseDouble))
            .toList();
    double[] scores = ascending.stream().mapToDouble(Double::parseDouble).toArray();
    for (Scale scale : Scale.values()) {
      report.time(
          "ordinal-distinct-" + scale.name().toLowerCase(Locale.ROOT),
          Stopwatch.median(1, 3, () -> distinct(different.labelled(ascending), scale, scores)));
    }
  }

  private Object ordinal(NominalJudgements judgements) {
    return ScaleAgreement.of(judgements.labelled(LABELS), Scale.ORDINAL, SCORES, true, bootstrap);
  }

  private Object distinct(NominalJudgements judgements, Scale scale, double[] scores) {
    return ScaleAgreement.of(judgements, scale, scores, false, bootstrap);
  }

  private static NominalJudgements onScale(int items) {
    NominalJudgements judgements = new NominalJudgements(LABELS);
    SplittableRandom random = new SplittableRandom(3);
    for (int item = 0; item < items; item++) {
      int[] labels = labels(random);
      judgements.add("item-" + item, "a", LABELS.get(labels[0]));
      judgements.add("item-" + item, "b", LABELS.get(labels[1]));
    }
    return judgements;
  }

  private static CodingAnnotationStudy study(int items) {
    CodingAnnotationStudy study = new CodingAnnotationStudy(2);
    SplittableRandom random = new SplittableRandom(3);
    for (int item = 0; item < items; item++) {
      int[] labels = labels(random);
      study.addItem(labels[0], labels[1]);
    }
    return study;
  }

  private static NominalJudgements allDifferent() {
    NominalJudgements judgements = new NominalJudgements(List.of());
    SplittableRandom random = new SplittableRandom(4);
    for (int item = 0; item < ITEMS; item++) {
      double truth = Math.exp(10 * random.nextDouble());
      judgements.add("item-" + item, "a", "" + truth * (1 + random.nextDouble()));
      judgements.add("item-" + item, "b", "" + truth * (1 + random.nextDouble()));
    }
    return judgements;
  }

  private static int[] labels(SplittableRandom random) {
    int first = random.nextInt(101);
    return new int[] {first, Math.min(100, Math.max(0, first + random.nextInt(21) - 10))};
  }
}
