package io.touchstone.ingestion;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.ingestion.object.PlantedStrings;

/** Plants strings that no recogniser knows and counts those that are left unseen. */
final class CanaryDrill implements Benchmark {

  private static final int STRINGS = 10_000;

  @Override
  public String name() {
    return "drill-canaries";
  }

  @Override
  public String about() {
    return "10,000 unknown strings beside the text of documents, left unseen after cleaning";
  }

  @Override
  public void run(Report report) throws Exception {
    PlantedStrings strings = new PlantedStrings().run(STRINGS);
    report.figure("canaries-planted", strings.planted(), "strings");
    report.figure("canaries-objects", strings.objects(), "objects");
    report.figure("canaries-left", PlantedStrings.sum(strings.left()), "strings");
    report.figure("canaries-seen", strings.seen(), "strings");
    report.figure("canaries-seen-lost", PlantedStrings.sum(strings.missing()), "strings");
  }
}
