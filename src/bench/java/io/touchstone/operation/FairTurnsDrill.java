package io.touchstone.operation;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import java.nio.file.Files;

/**
 * How long five rows take from their delivery to the sample of the privacy officer: alone, and
 * behind three archives of {@code -Dfiles} documents each.
 */
final class FairTurnsDrill implements Benchmark {

  private static final int FILES = Integer.getInteger("files", 210);

  @Override
  public String name() {
    return "drill-fair-turns";
  }

  @Override
  public String about() {
    return "5 rows alone, and behind three batches of 210 files";
  }

  @Override
  public void run(Report report) throws Exception {
    try (FairTurns turns = new FairTurns(Files.createTempDirectory("fair-turns-"))) {
      turns.fiveRows("first");
      double alone = turns.fiveRows("alone");
      turns.deliverLarge(FILES);
      double behind = turns.fiveRows("behind");
      report.figure("fair-turns-alone", alone, "seconds");
      report.figure("fair-turns-behind-large", behind, "seconds", alone, "the same rows alone");
      report.figure("fair-turns-large-done-before", turns.largeDone(), "batches");
    }
  }
}
