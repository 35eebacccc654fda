package io.touchstone.operation;

import static java.util.stream.Collectors.joining;

import io.touchstone.audit.History;
import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.pipeline.Batches;
import io.touchstone.pipeline.Stage;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.road.Installation;
import io.touchstone.road.StagedBatches;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moves {@code -Ditems} items, which wait to be labelled, and a batch that rests in each stage,
 * from the embedded database to another server.
 */
final class MoveDrill implements Benchmark {

  private static final int ITEMS = Integer.getInteger("items", 100_000);
  private static final int PEOPLE = 20;
  private static final String PROJECT = "large";
  private static final String PASSWORD = "Tarnfield-Large-20";

  private static final long SEED = 55;
  private static final int WORDS = 22;
  private static final List<String> SYLLABLES =
      List.of("ba", "den", "fi", "gor", "ha", "kel", "lo", "mi", "nur", "pa", "ri", "su", "tal");

  private static final Pattern MOVED =
      Pattern.compile(
          "moved tables=(?<tables>\\d+) rows=(?<rows>\\d+) megabytes=(?<megabytes>[\\d.]+)"
              + " seconds=(?<seconds>[\\d.]+)");

  @Override
  public String name() {
    return "drill-move";
  }

  @Override
  public String about() {
    return "100,000 items and a batch in each stage move to another server, where each ends";
  }

  @Override
  public void run(Report report) throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "move-");
    writeProject(folder);
    Map<Stage, String> resting;
    try (Installation installation = StagedBatches.start(folder, Map.of())) {
      resting = StagedBatches.begin(installation);
      deliver(installation);
    }
    try (ExistingServer server = new ExistingServer()) {
      server.prepare("labels");
      Path data = folder.resolve("data");
      try (var move =
          StartedApplication.start(data, server.environment("labels"), "move-database")) {
        if (move.exitCode() != 0) {
          throw new IllegalStateException(move.output());
        }
        tell(move.output(), report);
        report.figure("move-command", move.seconds(), "seconds");
      }
      end(folder, server, resting, report);
    }
  }

  private static void tell(String output, Report report) {
    Matcher moved = MOVED.matcher(output);
    if (!moved.find()) {
      throw new IllegalStateException(output);
    }
    for (String figure : new String[] {"tables", "rows", "megabytes"}) {
      report.figure("move-" + figure, Double.parseDouble(moved.group(figure)), figure);
    }
    report.figure("move", Double.parseDouble(moved.group("seconds")), "seconds");
  }

  private static void end(
      Path folder, ExistingServer server, Map<Stage, String> resting, Report report)
      throws IOException {
    try (Installation installation = StagedBatches.start(folder, server.settings("labels"))) {
      report.figure(
          "move-items",
          installation
              .bean(JdbcClient.class)
              .sql("select count(*) from touchstone.item")
              .query(Long.class)
              .single(),
          "items");
      StagedBatches.end(
          installation,
          resting,
          (stage, id) -> System.out.println("began in " + stage.id() + " and ended: " + id));
      report.figure("move-ended", resting.size(), "batches");
      if (!installation.bean(History.class).check(Optional.empty()).unbroken()) {
        throw new IllegalStateException("The sealed history does not hold after the move.");
      }
    }
  }

  /** People of its own, so that nobody labels it while the other batches come to their ends. */
  private static void deliver(Installation installation) {
    Directory directory = installation.bean(Directory.class);
    directory.add("largemanager", "Manager", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    for (int i = 0; i < PEOPLE; i++) {
      String id = "large" + i;
      directory.add(id, id, Optional.empty(), Set.of(Role.ANNOTATOR));
      installation
          .bean(Workforce.class)
          .register(
              new Annotator(id, "invented", true, true, Map.of(PROJECT, 1.0)), "largemanager");
    }
    Random chance = new Random(SEED);
    String rows =
        IntStream.range(0, ITEMS)
            .mapToObj(i -> i + "," + sentence(chance) + "\n")
            .collect(joining("", "id,text\n", ""));
    String batch = installation.deliver("largemanager", PASSWORD, PROJECT, rows);
    Batches batches = installation.bean(Batches.class);
    while (batches.require(batch).stage() != Stage.ANNOTATION) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  /** Some 140 characters; no two are alike, or comparing them would take most of the time. */
  private static String sentence(Random chance) {
    return Stream.generate(() -> word(chance)).limit(WORDS).collect(joining(" ", "", "."));
  }

  private static String word(Random chance) {
    return Stream.generate(() -> SYLLABLES.get(chance.nextInt(SYLLABLES.size())))
        .limit(2 + chance.nextInt(2))
        .collect(joining());
  }

  private static void writeProject(Path folder) throws IOException {
    Path project = Files.createDirectories(folder.resolve("projects").resolve(PROJECT));
    Files.writeString(project.resolve("guideline.md"), "# Guideline\n\nRed or blue.\n");
    Files.writeString(
        project.resolve("project.yaml"),
        """
        key: large
        name: Large
        description: Many items that wait.
        task: classification
        deidentification: none
        deidentificationReason: The texts are invented.
        labels:
          - {id: red, name: Red, hint: ""}
          - {id: blue, name: Blue, hint: ""}
        skill: large
        annotatorsPerItem: 2
        goldShare: 0
        medianSecondsPerItem: 6
        packageMinutes: 5
        minimumSecondsPerItem: 1
        names: []
        licence: CC0-1.0
        creator: Nobody
        contact: nobody@example.org
        """);
  }
}
