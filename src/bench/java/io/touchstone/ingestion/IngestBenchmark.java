package io.touchstone.ingestion;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.ingestion.intake.StageOneRun;

/** Stage 1 in the real application. */
final class IngestBenchmark implements Benchmark {

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public String about() {
    return "100,000 short texts from a file to the privacy review, in the application, and the seal";
  }

  @Override
  public void run(Report report) throws Exception {
    StageOneRun.measure(report, name(), 100_000);
  }
}
