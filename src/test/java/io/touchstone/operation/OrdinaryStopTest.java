package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class OrdinaryStopTest {

  /** Alone on the machine it is below five seconds; the tests share it. */
  private static final double STOP_SECONDS = 10;

  @TempDir Path folder;

  @Test
  void in_the_middle_of_the_demo_a_stop_is_quick_and_quiet_and_ends_the_database()
      throws Exception {
    Path data = folder.resolve("data");
    try (var demo = StartedApplication.start(data, Map.of(), "--spring.profiles.active=demo")) {
      demo.await("stage_entered batch=support-tickets-1 stage=annotation");
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      ProcessHandle server = demo.databaseServer();
      double seconds = demo.terminate();
      System.out.printf("stop_in_the_middle %.1f seconds%n", seconds);
      assertThat(seconds).isLessThan(STOP_SECONDS);
      assertThat(demo.output()).doesNotContain("\tat ", " WARN ", " ERROR ");
      server.onExit().get(5, TimeUnit.SECONDS);
      assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }
  }
}
