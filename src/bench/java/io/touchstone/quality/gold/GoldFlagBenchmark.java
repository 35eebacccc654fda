package io.touchstone.quality.gold;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.bench.Stopwatch;
import io.touchstone.quality.round.TablesOnDisk;
import io.touchstone.statistics.Cusum;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a look at somebody's gold costs after a submit, the database left out: the sum of evidence,
 * the interval, and the table gold-flag once per answer. The answers all differ in what they ask of
 * the table, so that nothing is remembered from one submit to the next.
 */
final class GoldFlagBenchmark implements Benchmark {

  private static final int SUBMITS = 200;
  private static final int GOLD_PER_SUBMIT = 5;
  private static final int BEFORE = 19;
  private static final double MILLIS = 1_000;

  @Override
  public String name() {
    return "gold-flag";
  }

  @Override
  public String about() {
    return "one submit with 5 new gold answers after 19 others: looks by the table as it is shipped";
  }

  @Override
  public void run(Report report) throws Exception {
    TablesOnDisk shipped = new TablesOnDisk();
    Random chance = new Random(20_260_304);
    List<List<GoldAnswer>> submits =
        IntStream.range(0, SUBMITS).mapToObj(submit -> answers(chance)).toList();
    Stopwatch.Time time =
        Stopwatch.median(
            2,
            5,
            () ->
                submits.stream()
                    .mapToInt(answers -> new WatchedGold(shipped).watch(answers).size())
                    .sum());
    report.figure("gold-flag-submit", time.wall() * MILLIS / SUBMITS, "milliseconds");
    report.figure("gold-flag-submit-cpu", time.processors() * MILLIS / SUBMITS, "milliseconds");
  }

  /** Tables that remember nothing of earlier submits. */
  private record WatchedGold(TablesOnDisk shipped) {

    List<GoldWatch.Finding> watch(List<GoldAnswer> answers) {
      GoldTables fresh = new GoldTables(shipped);
      Cusum evidence = fresh.looks("any").evidence();
      GoldWindow window = GoldWindow.EMPTY;
      for (GoldAnswer answer : answers.subList(0, BEFORE)) {
        window = window.next(answer.correct(), evidence);
      }
      return new GoldWatch(fresh, evidence)
          .watch(window, answers.subList(BEFORE, answers.size()), 0);
    }
  }

  private static List<GoldAnswer> answers(Random chance) {
    return IntStream.rangeClosed(1, BEFORE + GOLD_PER_SUBMIT)
        .mapToObj(i -> new GoldAnswer(i, "batch", chance.nextDouble() < 0.9))
        .toList();
  }
}
