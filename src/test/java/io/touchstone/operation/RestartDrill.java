package io.touchstone.operation;

import static java.util.stream.Collectors.joining;

import io.touchstone.pipeline.Batches;
import io.touchstone.pipeline.Stage;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.road.Installation;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * An installation that is stopped and started again and again while people go on working, by pages
 * that do not give up.
 */
final class RestartDrill {

  /** People at work. */
  static final int PEOPLE = 20;

  /** How the texts of gold begin, and their answer. */
  static final String GOLD_TEXT = "Parcel";

  static final String GOLD_LABEL = "red";

  private static final String PASSWORD = "Tarnfield-Restart-20";
  private static final String PROJECT = "restarts";
  private static final int GOLD = 60;

  /** Seconds within which people are back at work after a start has begun, on a busy machine. */
  private static final double PATIENCE = 180;

  private static final double ANSWERS_A_SECOND = PEOPLE / 0.6;

  /** How a start comes to its end. */
  enum End {
    /** As {@code kill -9}. */
    KILL,
    /** As {@code kill -9} of the database server, too. */
    KILL_WITH_DATABASE,
    /** As a service manager stops it. */
    STOP
  }

  /**
   * What came of it.
   *
   * @param up starts that were at work to their end
   * @param answers saves and submits that were acknowledged
   * @param lost acknowledged answers that are not there, or are others
   * @param doubled answers that are there more than once
   * @param faults answers of 500 and other answers that a page cannot deal with
   * @param deadlocks lines of the logs that tell of one
   * @param readySeconds of each start
   */
  record Outcome(
      int starts,
      int up,
      long answers,
      List<String> lost,
      List<String> doubled,
      List<String> faults,
      List<String> deadlocks,
      List<Double> readySeconds) {}

  private final Path folder;
  private final Acknowledged acknowledged = new Acknowledged();
  private final List<String> deadlocks = new ArrayList<>();
  private final List<Double> readySeconds = new ArrayList<>();

  /**
   * @param folder empty
   */
  RestartDrill(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs it.
   *
   * @param ends of the starts, one after the other
   * @param seconds of work that each start has to go through to count as up
   */
  Outcome run(List<End> ends, int seconds) throws Exception {
    writeProject();
    prepare((int) (ends.size() * seconds * ANSWERS_A_SECOND) + PEOPLE * 20);
    int port = freePort();
    List<RetryingClient> clients = clients(port);
    List<Thread> threads = clients.stream().map(Thread::new).toList();
    threads.forEach(Thread::start);
    int up = 0;
    try {
      for (End end : ends) {
        up += isUp(end, seconds, port) ? 1 : 0;
      }
    } finally {
      clients.forEach(RetryingClient::stop);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    return outcome(ends.size(), up, port);
  }

  private boolean isUp(End end, int seconds, int port) {
    StartedApplication started = start(port);
    boolean up = false;
    try {
      started.await("ready url=");
      readySeconds.add(started.seconds());
      up = worksFor(seconds, started);
    } catch (AssertionError neverReady) {
      acknowledged.fault("A start ended: " + last(started));
    } finally {
      finish(started, end);
      started.output().lines().filter(RestartDrill::tellsOfADeadlock).forEach(deadlocks::add);
    }
    System.out.printf(
        "restart end=%s up=%b ready=%.1f answers=%d%n",
        end,
        up,
        readySeconds.isEmpty() ? Double.NaN : readySeconds.get(readySeconds.size() - 1),
        acknowledged.answers());
    return up;
  }

  /**
   * Whether it is there to the end and answers people all the time, no quarter left out, once they
   * have logged in again.
   */
  private boolean worksFor(int seconds, StartedApplication started) {
    long atFirst = acknowledged.answers();
    while (acknowledged.answers() == atFirst && started.isAlive() && started.seconds() < PATIENCE) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    for (int quarter = 0; quarter < 4; quarter++) {
      long before = acknowledged.answers();
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds) / 4);
      if (!started.isAlive() || acknowledged.answers() == before && quarter > 0) {
        return false;
      }
    }
    return true;
  }

  private static void finish(StartedApplication started, End end) {
    if (!started.isAlive()) {
      return;
    }
    switch (end) {
      case KILL -> started.kill();
      case KILL_WITH_DATABASE -> started.killWithDatabase();
      case STOP -> started.terminate();
    }
  }

  private static boolean tellsOfADeadlock(String line) {
    return line.toLowerCase(java.util.Locale.ROOT).contains("deadlock");
  }

  private static String last(StartedApplication started) {
    return started.output().lines().reduce("", (before, next) -> next.isBlank() ? before : next);
  }

  private StartedApplication start(int port) {
    return StartedApplication.start(
        folder.resolve("data"),
        Map.of("SERVER_PORT", String.valueOf(port)),
        "--touchstone.projects=" + projects());
  }

  private String projects() {
    return folder.resolve("projects") + "/";
  }

  private List<RetryingClient> clients(int port) {
    return IntStream.range(0, PEOPLE)
        .mapToObj(i -> new RetryingClient(person(i), PASSWORD, port, acknowledged, new Random(i)))
        .toList();
  }

  // Before

  private void prepare(int items) {
    try (Installation installation =
        Installation.start(folder.resolve("data"), Map.of("touchstone.projects", projects()))) {
      hire(installation);
      String batch = installation.deliver("manager", PASSWORD, PROJECT, rows(items));
      Batches batches = installation.bean(Batches.class);
      while (batches.require(batch).stage() != Stage.ANNOTATION) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }
  }

  private static void hire(Installation installation) {
    Directory directory = installation.bean(Directory.class);
    directory.add("manager", "Manager", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    for (int i = 0; i < PEOPLE; i++) {
      directory.add(person(i), person(i), Optional.of(PASSWORD), Set.of(Role.ANNOTATOR));
      installation
          .bean(Workforce.class)
          .register(
              new Annotator(person(i), "invented", true, true, Map.of(PROJECT, 1.0)), "manager");
    }
  }

  private static String person(int number) {
    return "annotator" + number;
  }

  private static String rows(int items) {
    return IntStream.range(0, items)
        .mapToObj(i -> i + ",Delivery " + i + " was left at door " + i % 89 + ".\n")
        .collect(joining("", "id,text\n", ""));
  }

  private void writeProject() throws IOException {
    Path project = Files.createDirectories(Path.of(projects()).resolve(PROJECT));
    Files.writeString(project.resolve("guideline.md"), "# Guideline\n\nRed or blue.\n");
    Files.writeString(
        project.resolve("gold.jsonl"),
        IntStream.range(0, GOLD)
            .mapToObj(
                i ->
                    "{\"id\": \"g-%d\", \"text\": \"%s %d came late.\", \"label\": \"%s\"}%n"
                        .formatted(i, GOLD_TEXT, i, GOLD_LABEL))
            .collect(joining()));
    Files.writeString(
        project.resolve("project.yaml"),
        """
        key: restarts
        name: Restarts
        description: What people label while the product stops and starts.
        task: classification
        deidentification: none
        deidentificationReason: The texts are invented.
        labels:
          - {id: red, name: Red, hint: ""}
          - {id: blue, name: Blue, hint: ""}
        skill: restarts
        annotatorsPerItem: 1
        goldShare: 0.1
        medianSecondsPerItem: 6
        packageMinutes: 1
        minimumSecondsPerItem: 0
        names: []
        licence: CC0-1.0
        creator: Nobody
        contact: nobody@example.org
        """);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  // After

  private Outcome outcome(int starts, int up, int port) throws Exception {
    List<String> lost = new ArrayList<>();
    List<String> doubled = new ArrayList<>();
    try (StartedApplication last = start(port)) {
      last.await("ready url=");
      try (Connection database = last.database()) {
        compare(
            "judgement",
            acknowledged.judgements(),
            pairs(
                database,
                "select j.assignment_id, s.category from touchstone.judgement j"
                    + " join touchstone.judgement_answer s on s.judgement_id = j.id"),
            lost);
        compare(
            "draft",
            acknowledged.drafts(),
            pairs(
                database,
                "select assignment_id, answers -> 'answer' ->> 'label' from touchstone.draft"),
            lost);
        Map<String, String> packages =
            pairs(
                database,
                "select id, state from touchstone.work_package where state = 'submitted'");
        acknowledged.packages().keySet().stream()
            .filter(each -> !packages.containsKey(each))
            .forEach(each -> lost.add("package " + each));
        doubled.addAll(
            pairs(
                    database,
                    """
                    select assignment_id, count(*) from touchstone.judgement
                    group by assignment_id having count(*) > 1
                    """)
                .keySet());
        doubled.addAll(
            pairs(
                    database,
                    """
                    select object, count(*) from touchstone.audit_event
                    where action = 'package_submitted' group by object having count(*) > 1
                    """)
                .keySet());
      }
    }
    return new Outcome(
        starts,
        up,
        acknowledged.answers(),
        lost,
        doubled,
        acknowledged.faults(),
        deadlocks,
        readySeconds);
  }

  private static void compare(
      String kind, Map<String, String> said, Map<String, String> stored, List<String> lost) {
    said.forEach(
        (key, label) -> {
          if (!label.equals(stored.get(key))) {
            lost.add(kind + " " + key + ": " + label + ", stored " + stored.get(key));
          }
        });
  }

  private static Map<String, String> pairs(Connection database, String query) throws SQLException {
    Map<String, String> pairs = new HashMap<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        pairs.put(row.getString(1), row.getString(2));
      }
    }
    return pairs;
  }
}
