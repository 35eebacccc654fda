package io.touchstone.operation;

import io.touchstone.bench.Report;
import io.touchstone.operation.RestartDrill.End;
import io.touchstone.operation.RestartDrill.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a drill in a folder of its own and prints its figures, and what went wrong. */
final class DrillReport {

  private static final int SHOWN = 20;

  private DrillReport() {}

  /**
   * @throws IllegalStateException if a start did not come up or anything was lost
   */
  static void of(String name, List<End> ends, int seconds, Report report) throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), name + "-");
    Outcome outcome = new RestartDrill(folder).run(ends, seconds);
    report.figure(name + "-starts", outcome.starts(), "starts");
    report.figure(name + "-up", outcome.up(), "starts");
    report.figure(name + "-acknowledged", outcome.answers(), "answers");
    report.figure(name + "-lost", outcome.lost().size(), "answers");
    report.figure(name + "-doubled", outcome.doubled().size(), "answers");
    report.figure(name + "-faults", outcome.faults().size(), "answers");
    report.figure(name + "-deadlocks", outcome.deadlocks().size(), "lines");
    report.figure(
        name + "-longest-start",
        outcome.readySeconds().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN),
        "seconds");
    List.of(outcome.lost(), outcome.doubled(), outcome.faults(), outcome.deadlocks())
        .forEach(list -> list.stream().limit(SHOWN).forEach(System.out::println));
    boolean sound =
        outcome.up() == outcome.starts()
            && outcome.lost().isEmpty()
            && outcome.doubled().isEmpty()
            && outcome.faults().isEmpty()
            && outcome.deadlocks().isEmpty();
    if (!sound) {
      throw new IllegalStateException("The drill failed; outputs of the starts are in " + folder);
    }
  }
}
