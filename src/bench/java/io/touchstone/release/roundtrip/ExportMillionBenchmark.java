package io.touchstone.release.roundtrip;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import java.util.List;

/** A dataset of a million records in all formats, in the heap of the product. */
final class ExportMillionBenchmark implements Benchmark {

  @Override
  public String name() {
    return "export-million";
  }

  @Override
  public String about() {
    return "1,000,000 records written as JSON Lines and CSV, read back and compared; a minute";
  }

  @Override
  public void run(Report report) throws Exception {
    report.time(name(), ExportSpeed.once(1_000_000, List.of("csv")));
  }
}
