package io.touchstone.ingestion;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.ingestion.intake.StageOneRun;

/** Stage 1 in the real application. */
final class IngestMillionBenchmark implements Benchmark {

  @Override
  public String name() {
    return "ingest-million";
  }

  @Override
  public String about() {
    return "The same with 1,000,000 texts";
  }

  @Override
  public void run(Report report) throws Exception {
    StageOneRun.measure(report, name(), 1_000_000);
  }
}
