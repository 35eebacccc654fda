package io.touchstone.ingestion;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.deidentification.RedactionSpeed;

/** De-identification of texts, one thread. */
final class RedactDenseBenchmark implements Benchmark {

  @Override
  public String name() {
    return "redact-dense";
  }

  @Override
  public String about() {
    return "De-identification by one thread: every sentence holds personal data, 20,000 texts of four";
  }

  @Override
  public void run(Report report) throws Exception {
    RedactionSpeed.measure(report, name(), 1);
  }
}
