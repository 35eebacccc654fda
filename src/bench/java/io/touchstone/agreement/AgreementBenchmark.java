package io.touchstone.agreement;

import io.touchstone.agreement.scale.Scale;
import io.touchstone.agreement.scale.ScaleAgreement;
import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.bench.Stopwatch;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.coding.PercentageAgreement;
import org.dkpro.statistics.agreement.coding.RandolphKappaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;

/**
 * Every coding coefficient of a large nominal task, errors and resampling included; the baseline
 * gives four values without any interval.
 */
final class AgreementBenchmark implements Benchmark {

  private static final int ITEMS = 1_000_000;
  private static final int ANNOTATORS = 3;
  private static final List<String> LABELS = List.of("1", "2", "3", "4", "5");
  private static final double[] SCORES = {1, 2, 3, 4, 5};
  private static final double CARE = 0.7;

  @Override
  public String name() {
    return "agreement";
  }

  @Override
  public String about() {
    return "1,000,000 items x 3 annotators, 5 labels: all coding coefficients, errors, 1,000 rounds";
  }

  @Override
  public void run(Report report) throws Exception {
    Bootstrap bootstrap = Bootstrap.seeded(1);
    NominalJudgements[] loaded = new NominalJudgements[1];
    report.time("agreement-load", Stopwatch.once(() -> loaded[0] = load()));
    Callable<Object> all =
        () -> {
          NominalJudgements uncounted = loaded[0].labelled(LABELS);
          return List.of(
              NominalAgreement.of(uncounted, bootstrap),
              ScaleAgreement.of(uncounted, Scale.ORDINAL, SCORES, true, bootstrap));
        };
    report.time("agreement-first", Stopwatch.once(all));
    Stopwatch.Time ours = Stopwatch.median(1, 5, all);
    loaded[0] = null;
    CodingAnnotationStudy study = study();
    Stopwatch.Time dkpro =
        Stopwatch.once(
            () ->
                new PercentageAgreement(study).calculateAgreement()
                    + new FleissKappaAgreement(study).calculateAgreement()
                    + new RandolphKappaAgreement(study).calculateAgreement()
                    + new KrippendorffAlphaAgreement(study, new NominalDistanceFunction())
                        .calculateAgreement());
    report.time(
        "agreement",
        ours,
        dkpro,
        "DKPro 2.2.1: percent, Fleiss, Randolph, alpha, the values alone without intervals");
  }

  private static NominalJudgements load() {
    NominalJudgements judgements = new NominalJudgements(LABELS);
    SplittableRandom random = new SplittableRandom(1);
    for (int item = 0; item < ITEMS; item++) {
      String id = "item-" + item;
      int[] labels = labels(random);
      for (int annotator = 0; annotator < ANNOTATORS; annotator++) {
        judgements.add(id, "annotator-" + annotator, LABELS.get(labels[annotator]));
      }
    }
    return judgements;
  }

  private static CodingAnnotationStudy study() {
    CodingAnnotationStudy study = new CodingAnnotationStudy(ANNOTATORS);
    SplittableRandom random = new SplittableRandom(1);
    for (int item = 0; item < ITEMS; item++) {
      study.addItemAsArray(IntStream.of(labels(random)).mapToObj(LABELS::get).toArray());
    }
    return study;
  }

  /** Somebody careful sees the truth, somebody careless gives any label. */
  private static int[] labels(SplittableRandom random) {
    int truth = random.nextInt(LABELS.size());
    int[] labels = new int[ANNOTATORS];
    for (int annotator = 0; annotator < ANNOTATORS; annotator++) {
      labels[annotator] = random.nextDouble() < CARE ? truth : random.nextInt(LABELS.size());
    }
    return labels;
  }
}
