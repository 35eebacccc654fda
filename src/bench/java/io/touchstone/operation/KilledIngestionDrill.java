package io.touchstone.operation;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import java.nio.file.Files;

/** Stage 1 killed twenty times; {@code -Dkills} says otherwise. */
final class KilledIngestionDrill implements Benchmark {

  @Override
  public String name() {
    return "drill-killed-ingestion";
  }

  @Override
  public String about() {
    return "stage 1 killed 20 times, each fourth with its database, seals the same manifest";
  }

  @Override
  public void run(Report report) throws Exception {
    System.setProperty("kills", System.getProperty("kills", KilledDemoDrill.KILLS));
    KilledIngestionTest ingestion = new KilledIngestionTest();
    ingestion.folder = Files.createTempDirectory("drill-killed-ingestion-");
    ingestion.a_project_whose_privacy_officer_looks_at_a_few_items();
    ingestion.seals_the_manifest_of_an_undisturbed_run_and_leaves_nothing_behind();
  }
}
