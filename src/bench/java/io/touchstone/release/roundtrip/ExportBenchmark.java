package io.touchstone.release.roundtrip;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.bench.Stopwatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a further format costs. */
final class ExportBenchmark implements Benchmark {

  private static final int RECORDS = 50_000;
  private static final int WARMING = 4;
  private static final int RUNS = 7;

  @Override
  public String name() {
    return "export-50000";
  }

  @Override
  public String about() {
    return "Files of 50,000 records written, read back and compared, without a database; with CSV";
  }

  @Override
  public void run(Report report) throws Exception {
    List<Stopwatch.Time> alone = new ArrayList<>();
    List<Stopwatch.Time> both = new ArrayList<>();
    for (int run = 0; run < WARMING + RUNS; run++) {
      alone.add(ExportSpeed.once(RECORDS, List.of()));
      both.add(ExportSpeed.once(RECORDS, List.of("csv")));
    }
    report.time(name(), median(alone));
    report.time("export-csv-50000", median(both), median(alone), "JSON Lines alone");
  }

  /** Of the runs that count, by the processors' time. */
  private static Stopwatch.Time median(List<Stopwatch.Time> runs) {
    return runs.subList(WARMING, runs.size()).stream()
        .sorted(Comparator.comparingDouble(Stopwatch.Time::processors))
        .toList()
        .get(RUNS / 2);
  }
}
