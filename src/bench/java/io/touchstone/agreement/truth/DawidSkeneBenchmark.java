package io.touchstone.agreement.truth;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.bench.Stopwatch;
import java.util.SplittableRandom;

/**
 * Fifty rounds over a million judgements, whether they converge before or not. No library for the
 * JVM has the algorithm, so the baseline is its equations written down plainly: a table of
 * probabilities per item, one of rates per annotator, products of probabilities.
 */
final class DawidSkeneBenchmark implements Benchmark {

  private static final int ITEMS = 333_334;
  private static final int PER_ITEM = 3;
  private static final int JUDGEMENTS = 1_000_000;
  private static final int ANNOTATORS = 200;
  private static final int LABELS = 5;
  private static final int ROUNDS = 50;
  private static final int ROUNDS_OF_BASELINE = 5;
  private static final DawidSkene.Settings FIFTY =
      new DawidSkene.Settings(1, 20, 1e-10, ROUNDS, -1);

  @Override
  public String name() {
    return "dawid-skene";
  }

  @Override
  public String about() {
    return "1,000,000 judgements of 200 annotators, 5 labels: 50 rounds of Dawid-Skene";
  }

  @Override
  public void run(Report report) throws Exception {
    JudgedItems[] loaded = new JudgedItems[1];
    report.time("dawid-skene-load", Stopwatch.once(() -> loaded[0] = load()));
    Stopwatch.Time ours =
        Stopwatch.median(1, 3, () -> DawidSkene.fit(loaded[0], FIFTY).meanLogLikelihood());
    PlainDawidSkene plain = new PlainDawidSkene(loaded[0]);
    Stopwatch.Time five = Stopwatch.median(1, 1, () -> plain.fit(ROUNDS_OF_BASELINE));
    double times = (double) ROUNDS / ROUNDS_OF_BASELINE;
    report.time(
        "dawid-skene",
        ours,
        new Stopwatch.Time(five.wall() * times, five.processors() * times),
        "the equations written down plainly, 5 rounds times 10");
    report.figure(
        "dawid-skene-to-convergence",
        DawidSkene.fit(loaded[0], DawidSkene.Settings.STANDARD).iterations(),
        "rounds");
    report.figure("dawid-skene-difference", difference(loaded[0], plain), "probability");
  }

  /** Largest difference from the baseline after as many rounds, without pseudo-judgements. */
  private static double difference(JudgedItems items, PlainDawidSkene plain) {
    double[][] expected = plain.fit(ROUNDS_OF_BASELINE);
    TruthModel model =
        DawidSkene.fit(items, new DawidSkene.Settings(0, 0, 1e-10, ROUNDS_OF_BASELINE, -1));
    double largest = 0;
    double[] posterior = new double[LABELS];
    for (int item = 0; item < items.items(); item++) {
      model.posterior(items, item, posterior);
      for (int label = 0; label < LABELS; label++) {
        largest = Math.max(largest, Math.abs(expected[item][label] - posterior[label]));
      }
    }
    return largest;
  }

  /** Everybody has an accuracy of their own between 0.5 and 0.95. */
  private static JudgedItems load() {
    SplittableRandom random = new SplittableRandom(1);
    double[] accuracy = random.doubles(ANNOTATORS, 0.5, 0.95).toArray();
    JudgedItems.Builder items = JudgedItems.builder();
    for (int item = 0; item < ITEMS; item++) {
      int truth = random.nextInt(LABELS);
      items.item();
      for (int turn = 0; turn < PER_ITEM && item * PER_ITEM + turn < JUDGEMENTS; turn++) {
        int annotator = (random.nextInt(ANNOTATORS / PER_ITEM) * PER_ITEM + turn) % ANNOTATORS;
        boolean right = random.nextDouble() < accuracy[annotator];
        items.judgement(
            annotator, right ? truth : (truth + 1 + random.nextInt(LABELS - 1)) % LABELS);
      }
    }
    return items.build(LABELS);
  }
}
