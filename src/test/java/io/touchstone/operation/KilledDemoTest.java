package io.touchstone.operation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo killed again and again comes to what an undisturbed one comes to. The moments are spread
 * over what the undisturbed one logs, so that they follow the demo wherever it goes.
 */
@Tag("slow")
class KilledDemoTest {

  private static final String DEMO = "--spring.profiles.active=demo";
  private static final String END = "Worth trying next";
  private static final long SEED = 20_260_301;

  /** {@code drill-killed-demo} has twenty. */
  private static final int KILLS = Integer.getInteger("kills", 8);

  /** One kill in so many takes the database server with it. */
  private static final int DATABASE_TOO = 3;

  /** The database starts, the schema and the processes are put in: the first kill falls there. */
  private static final String STARTING = "database_started";

  private static final int STARTING_MILLIS = 6_000;

  /** A line of the log about a batch or a review, from its event's name to its first number. */
  private static final Pattern EVENT =
      Pattern.compile(
          "(?m)^[\\d:.]+ INFO +\\w+ (\\w+ (?:batch=\\S+ (?:(?:stage|gate)=\\S+)?|review=))");

  /**
   * When to kill.
   *
   * @param after expression for lines of the log, of which the first that comes counts
   * @param millis after that line
   * @param databaseToo whether the database server dies with it
   */
  private record Kill(String after, int millis, boolean databaseToo) {}

  @TempDir Path folder;
  private List<String> events;
  private int seen;
  private int mostMillis;

  @Test
  void killed_at_any_moment_the_demo_ends_as_if_undisturbed() throws Exception {
    DemoOutcome undisturbed = undisturbed();
    undisturbed.assertSound();
    assertThat(undisturbed.rows().get("gates"))
        .as("the demo goes the way back, too")
        .contains("gate-quality revise-guideline");

    Random chance = new Random(SEED);
    int inTheMiddle = 0;
    inTheMiddle += killAt(new Kill(STARTING, chance.nextInt(STARTING_MILLIS), false)) ? 1 : 0;
    for (int number = 1; number < KILLS; number++) {
      inTheMiddle += killAt(kill(number, chance)) ? 1 : 0;
    }
    System.out.printf("killed_in_the_middle %d of %d%n", inTheMiddle, KILLS);
    assertThat(inTheMiddle).as("kills before the demo's end").isGreaterThan(KILLS / 2);

    try (var last = StartedApplication.start(folder.resolve("killed"), Map.of(), DEMO)) {
      last.await(END);
      System.out.printf("killed_demo_finished %.1f seconds%n", last.seconds());
      DemoOutcome outcome = DemoOutcome.of(last);
      outcome.assertSound();
      assertThat(last.output()).doesNotContain("\tat ");
      if (sameBatches(outcome, undisturbed)) {
        assertThat(outcome).isEqualTo(undisturbed);
      } else {
        System.out.printf("killed_demo_other_ids %s %s%n", outcome.published(), outcome.open());
      }
    }
  }

  /**
   * Who is killed in the instant between taking a batch's number and storing the batch has spent
   * the number: the next batch has another id, from which other ids and draws follow, and the two
   * runs are alike in all but them.
   */
  private static boolean sameBatches(DemoOutcome one, DemoOutcome other) {
    return one.published().equals(other.published()) && one.open().equals(other.open());
  }

  private DemoOutcome undisturbed() throws Exception {
    try (var demo = StartedApplication.start(folder.resolve("undisturbed"), Map.of(), DEMO)) {
      demo.await("ready url=");
      double ready = demo.seconds();
      demo.await(END);
      mostMillis = (int) ((demo.seconds() - ready) * 1_000 / KILLS / 2);
      System.out.printf("undisturbed_demo %.1f seconds%n", demo.seconds());
      events = eventsOf(demo);
      DemoOutcome outcome = DemoOutcome.of(demo);
      System.out.printf("stop %.1f seconds%n", demo.terminate());
      assertThat(demo.output()).doesNotContain("\tat ", " WARN ", " ERROR ");
      return outcome;
    }
  }

  private static List<String> eventsOf(StartedApplication demo) {
    return EVENT.matcher(demo.output()).results().map(found -> found.group(1)).toList();
  }

  /**
   * The kills that are left are spread evenly over the events that are left; whichever of this
   * kill's event and the later ones comes first counts.
   */
  private Kill kill(int number, Random chance) {
    int from = Math.min(seen + (events.size() - seen) / (KILLS - number + 1), events.size() - 1);
    String after =
        events.subList(from, events.size()).stream()
            .distinct()
            .map(Pattern::quote)
            .collect(joining("|"));
    return new Kill(after, chance.nextInt(mostMillis), number % DATABASE_TOO == 0);
  }

  /** Notes how far the demo has come. A step that is done again is not taken for a later one. */
  private void see(StartedApplication demo) {
    for (String event : eventsOf(demo)) {
      int at = events.subList(seen, events.size()).indexOf(event);
      if (at >= 0 && !events.subList(0, seen).contains(event)) {
        seen += at + 1;
      }
    }
  }

  /** Whether the demo had not come to its end. */
  private boolean killAt(Kill kill) {
    var demo = StartedApplication.start(folder.resolve("killed"), Map.of(), DEMO);
    String line = demo.await(kill.after() + "|" + END);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(kill.millis()));
    if (kill.databaseToo()) {
      demo.killWithDatabase();
    } else {
      demo.kill();
    }
    see(demo);
    System.out.printf(
        "killed after=\"%s\" plus %d milliseconds, %.1f seconds in all, database_too=%b,"
            + " orphan_stopped=%b, events %d, last line: %s%n",
        line.strip(),
        kill.millis(),
        demo.seconds(),
        kill.databaseToo(),
        demo.output().contains("database_orphan_stopped"),
        seen,
        demo.output().lines().reduce("", (before, next) -> next.isBlank() ? before : next));
    return !demo.output().contains(END);
  }
}
