package io.touchstone.ingestion;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.deidentification.RedactionSpeed;

/** De-identification of texts, one thread. */
final class RedactBenchmark implements Benchmark {

  @Override
  public String name() {
    return "redact";
  }

  @Override
  public String about() {
    return "De-identification by one thread: ordinary prose, 20,000 texts of four sentences";
  }

  @Override
  public void run(Report report) throws Exception {
    RedactionSpeed.measure(report, name(), 0);
  }
}
