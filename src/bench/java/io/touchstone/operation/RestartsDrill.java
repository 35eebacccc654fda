package io.touchstone.operation;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.operation.RestartDrill.End;
import java.util.stream.IntStream;

/** Thirty restarts under load; {@code -Drestarts} and {@code -Dseconds} say otherwise. */
final class RestartsDrill implements Benchmark {

  private static final int RESTARTS = Integer.getInteger("restarts", 30);
  private static final int SECONDS = Integer.getInteger("seconds", 60);

  @Override
  public String name() {
    return "drill-restarts";
  }

  @Override
  public String about() {
    return "30 restarts, killed and stopped by turns, under 20 retrying clients; up after a minute";
  }

  @Override
  public void run(Report report) throws Exception {
    DrillReport.of(
        "restarts",
        IntStream.range(0, RESTARTS)
            .mapToObj(number -> number % 2 == 0 ? End.KILL : End.STOP)
            .toList(),
        SECONDS,
        report);
  }
}
