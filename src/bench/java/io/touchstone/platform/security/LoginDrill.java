package io.touchstone.platform.security;

import io.touchstone.Browser;
import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.road.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Logins under load, through the door that browsers use, from one address: what a flood of wrong
 * ones does to somebody who is logged in, and how long a shift that arrives waits.
 */
public final class LoginDrill implements Benchmark {

  /** A line for each of thousands of wrong logins would be a part of what is measured. */
  private static final Map<String, String> QUIETLY = Map.of("logging.level.io.touchstone", "error");

  private static final String PASSWORD = "quiet marble staircase";
  private static final String READ = "/camunda/api/touchstone/v1/projects";

  /** More than may wait of one address. */
  private static final int FLOOD = 32;

  private static final long BETWEEN_READS_MILLIS = 50;

  private final int people;
  private final Duration arriving;
  private final Duration flooded;

  /** Full size: 20 seconds of 32 at a time, and 50 people within 10 seconds. */
  public LoginDrill() {
    this(50, Duration.ofSeconds(10), Duration.ofSeconds(20));
  }

  /**
   * Another size.
   *
   * @param people who log in
   * @param arriving within what time, evenly
   * @param flooded how long wrong logins go on
   */
  LoginDrill(int people, Duration arriving, Duration flooded) {
    this.people = people;
    this.arriving = arriving;
    this.flooded = flooded;
  }

  /**
   * Milliseconds, but for the counts.
   *
   * @param quiet read of somebody logged in, p95, while nobody logs in
   * @param underFlood the same during the wrong logins
   * @param refused wrong logins whose password was compared
   * @param turnedAway wrong logins answered 429
   * @param login one login while nobody else does anything, median of 5
   * @param longestWait of the people who arrive, longer than such a login
   * @param failed people whose login failed
   */
  record Figures(
      double quiet,
      double underFlood,
      long refused,
      long turnedAway,
      double login,
      double longestWait,
      long failed) {}

  @Override
  public String name() {
    return "drill-logins";
  }

  @Override
  public String about() {
    return "32 wrong logins at a time beside a reader; 50 people who log in within 10 seconds";
  }

  @Override
  public void run(Report report) throws Exception {
    Figures figures = measure();
    report.figure("drill-logins-read-quiet-p95", figures.quiet(), "milliseconds");
    report.figure("drill-logins-read-flooded-p95", figures.underFlood(), "milliseconds");
    report.figure("drill-logins-wrong-compared", figures.refused(), "logins");
    report.figure("drill-logins-wrong-turned-away", figures.turnedAway(), "logins");
    report.figure("drill-logins-one", figures.login(), "milliseconds");
    report.figure("drill-logins-longest-wait", figures.longestWait(), "milliseconds");
    report.figure("drill-logins-failed", figures.failed(), "people");
  }

  /** Starts the product on an empty folder and measures. */
  Figures measure() throws Exception {
    Path folder = Files.createTempDirectory("touchstone-logins-");
    try (Installation installation = Installation.start(folder.resolve("data"), QUIETLY)) {
      Directory directory = installation.bean(Directory.class);
      for (int i = 0; i <= people; i++) {
        directory.add("person" + i, "Person", Optional.of(PASSWORD), Set.of(Role.ANNOTATOR));
      }
      return measure(installation.port());
    } finally {
      delete(folder);
    }
  }

  private Figures measure(int port) throws Exception {
    List<Double> alone = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      alone.add(login(port, "person0", PASSWORD).millis());
    }
    Browser reader = new Browser(port);
    reader.login("tasklist", "person0", PASSWORD);
    reads(reader, Duration.ofSeconds(3));
    double quiet = percentile95(reads(reader, Duration.ofSeconds(5)));

    double login = median(alone);
    Arrival arrival = arrivals(port, login);

    AtomicBoolean on = new AtomicBoolean(true);
    AtomicLong refused = new AtomicLong();
    AtomicLong turnedAway = new AtomicLong();
    ExecutorService flood = Executors.newFixedThreadPool(FLOOD);
    for (int i = 0; i < FLOOD; i++) {
      int name = i;
      flood.submit(
          () -> {
            while (on.get()) {
              int status = login(port, "person" + name % people, "wrong password").status();
              (status == 429 ? turnedAway : refused).incrementAndGet();
            }
          });
    }
    List<Double> during = reads(reader, flooded);
    on.set(false);
    flood.shutdown();
    flood.awaitTermination(1, TimeUnit.MINUTES);

    return new Figures(
        quiet,
        percentile95(during),
        refused.get(),
        turnedAway.get(),
        login,
        arrival.longestWait(),
        arrival.failed());
  }

  private record Arrival(double longestWait, long failed) {}

  /** Before the flood: whose password was guessed at must wait a while, whoever asks. */
  private Arrival arrivals(int port, double login) throws Exception {
    ScheduledExecutorService doors = Executors.newScheduledThreadPool(people);
    List<Future<Login>> logins = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      String name = "person" + i;
      logins.add(
          doors.schedule(
              () -> login(port, name, PASSWORD),
              arriving.toMillis() * i / people,
              TimeUnit.MILLISECONDS));
    }
    double longest = 0;
    long failed = 0;
    for (Future<Login> each : logins) {
      Login done = each.get();
      longest = Math.max(longest, done.millis());
      failed += done.status() == 200 ? 0 : 1;
    }
    doors.shutdown();
    return new Arrival(Math.max(0, longest - login), failed);
  }

  private record Login(int status, double millis) {}

  /** The login itself, without the reads that a page makes around it. */
  private static Login login(int port, String name, String password) {
    Browser browser = new Browser(port);
    browser.get("/camunda/api/admin/auth/user/default");
    long start = System.nanoTime();
    int status =
        browser
            .call(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "application/x-www-form-urlencoded",
                "username=" + name + "&password=" + password.replace(' ', '+'))
            .statusCode();
    return new Login(status, (System.nanoTime() - start) / 1e6);
  }

  private static List<Double> reads(Browser reader, Duration during) throws InterruptedException {
    List<Double> millis = new ArrayList<>();
    long end = System.nanoTime() + during.toNanos();
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      if (reader.get(READ).statusCode() != 200) {
        throw new IllegalStateException("A read of somebody who is logged in was refused.");
      }
      millis.add((System.nanoTime() - start) / 1e6);
      TimeUnit.MILLISECONDS.sleep(BETWEEN_READS_MILLIS);
    }
    return millis;
  }

  private static double percentile95(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
