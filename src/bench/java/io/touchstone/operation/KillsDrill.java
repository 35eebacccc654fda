package io.touchstone.operation;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.operation.RestartDrill.End;
import java.util.stream.IntStream;

/** Twelve kills under load; {@code -Dkills} and {@code -Dseconds} say otherwise. */
final class KillsDrill implements Benchmark {

  private static final int KILLS = Integer.getInteger("kills", 12);
  private static final int SECONDS = Integer.getInteger("seconds", 15);

  /** One kill in so many takes the database server with it. */
  private static final int DATABASE_TOO = 3;

  @Override
  public String name() {
    return "drill-kills";
  }

  @Override
  public String about() {
    return "12 kills, each third with the database, under 20 retrying clients";
  }

  @Override
  public void run(Report report) throws Exception {
    DrillReport.of(
        "kills",
        IntStream.range(0, KILLS)
            .mapToObj(
                number ->
                    number % DATABASE_TOO == DATABASE_TOO - 1 ? End.KILL_WITH_DATABASE : End.KILL)
            .toList(),
        SECONDS,
        report);
  }
}
