package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo killed again and again comes to what an undisturbed one comes to. */
@Tag("slow")
class KilledDemoTest {

  private static final String DEMO = "--spring.profiles.active=demo";
  private static final String END = "Worth trying next";
  private static final long SEED = 20_260_301;

  /**
   * When to kill.
   *
   * @param after a line of the log
   * @param withinMillis the kill comes at a random moment within that time after the line
   * @param databaseToo whether the database server dies with it
   */
  private record Kill(String after, int withinMillis, boolean databaseToo) {}

  private static final List<Kill> KILLS =
      List.of(
          new Kill("database_started", 6_000, false),
          new Kill("stage_entered batch=support-tickets-1 stage=ingestion", 2_000, false),
          new Kill("stage_entered batch=support-tickets-1 stage=annotation", 6_000, true),
          new Kill("stage_entered batch=support-tickets-1 stage=quality", 3_000, false),
          new Kill("guideline_revised batch=support-tickets-1", 4_000, false),
          new Kill("stage_entered batch=support-tickets-1 stage=release", 3_000, true),
          new Kill("batch_received batch=support-tickets-2", 1_500, false));

  @TempDir Path folder;

  @Test
  void killed_at_any_moment_the_demo_ends_as_if_undisturbed() throws Exception {
    DemoOutcome undisturbed = undisturbed();
    assertThat(undisturbed.rows())
        .containsEntry("assignments without exactly one judgement", "0")
        .containsEntry("items without exactly one verdict", "0")
        .containsEntry(
            "gates of the first batch",
            "gate-ingestion pass, gate-task-creation pass, gate-annotation pass,"
                + " gate-quality revise-guideline, gate-task-creation pass, gate-annotation pass,"
                + " gate-quality pass, gate-release pass")
        .containsEntry("events recorded twice", "none")
        .containsEntry("incidents and jobs out of retries", "0")
        .containsEntry("deployments", "1");
    assertThat(undisturbed.dataset()).isNotEmpty();
    assertThat(undisturbed.tags()).hasSize(1);
    assertThat(undisturbed.leftovers()).isEmpty();

    Random chance = new Random(SEED);
    for (Kill kill : KILLS) {
      killAt(kill, chance.nextInt(kill.withinMillis()));
    }

    try (var last = StartedApplication.start(folder.resolve("killed"), Map.of(), DEMO)) {
      last.await(END);
      System.out.printf("killed_demo_finished %.1f seconds%n", last.seconds());
      assertThat(DemoOutcome.of(last)).isEqualTo(undisturbed);
      assertThat(last.output()).doesNotContain("\tat ");
    }
  }

  private DemoOutcome undisturbed() throws Exception {
    try (var demo = StartedApplication.start(folder.resolve("undisturbed"), Map.of(), DEMO)) {
      demo.await(END);
      System.out.printf("undisturbed_demo %.1f seconds%n", demo.seconds());
      DemoOutcome outcome = DemoOutcome.of(demo);
      System.out.printf("stop %.1f seconds%n", demo.terminate());
      assertThat(demo.output()).doesNotContain("\tat ", " WARN ", " ERROR ");
      return outcome;
    }
  }

  private void killAt(Kill kill, int delayMillis) {
    var demo = StartedApplication.start(folder.resolve("killed"), Map.of(), DEMO);
    demo.await(kill.after() + "|" + END);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delayMillis));
    if (kill.databaseToo()) {
      demo.killWithDatabase();
    } else {
      demo.kill();
    }
    System.out.printf(
        "killed after=\"%s\" plus %d milliseconds, ready after %s seconds, orphan_stopped=%b,"
            + " last line: %s%n",
        kill.after(),
        delayMillis,
        demo.output().replaceAll("(?s).* ready url=\\S+ port=\\d+ seconds=(\\d+).*|.*", "$1"),
        demo.output().contains("database_orphan_stopped"),
        demo.output().lines().reduce("", (before, line) -> line.isBlank() ? before : line));
  }
}
