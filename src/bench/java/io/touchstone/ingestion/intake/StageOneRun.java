package io.touchstone.ingestion.intake;

import com.sun.management.OperatingSystemMXBean;
import io.touchstone.Touchstone;
import io.touchstone.bench.Report;
import io.touchstone.ingestion.InventedTickets;
import io.touchstone.ingestion.manifest.ManifestSeals;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application on an empty folder, with its database, its engine and the project of support
 * tickets as it is shipped; a batch is delivered and jobs run by themselves until the privacy
 * officer has something to look at. Then the manifest is sealed as it stands.
 */
public final class StageOneRun {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final String PROJECT = "support-tickets";
  private static final long SEED = 20_260_301;
  private static final int CLOCK_TICKS_PER_SECOND = 100;

  private final Report report;
  private final String name;
  private final JdbcClient database;
  private final Path folder;

  private StageOneRun(Report report, String name, JdbcClient database, Path folder) {
    this.report = report;
    this.name = name;
    this.database = database;
    this.folder = folder;
  }

  public static void measure(Report report, String name, int rows) throws Exception {
    Path folder = Files.createTempDirectory("touchstone-bench-");
    Path file = new InventedTickets(SEED).write(folder.resolve("tickets.jsonl"), rows);
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Touchstone.class)
            .run(
                "--touchstone.data=" + folder.resolve("data"),
                "--touchstone.admin-password=Bench-Password-1",
                "--server.port=0",
                "--logging.level.io.touchstone=warn")) {
      JdbcClient database = context.getBean(JdbcClient.class);
      new StageOneRun(report, name, database, folder).run(context, file, rows);
    } finally {
      deleted(folder);
    }
  }

  private void run(ConfigurableApplicationContext context, Path file, int rows) throws IOException {
    report.figure(name + "-load-before", SYSTEM.getSystemLoadAverage(), "processes");
    long began = System.nanoTime();
    double processors = seconds(SYSTEM.getProcessCpuTime());
    double server = databaseSeconds();
    String batch;
    try (InputStream content = Files.newInputStream(file)) {
      batch =
          context
              .getBean(BatchIntake.class)
              .receive(PROJECT, "dora", List.of(new Source("application/x-ndjson", content)));
    }
    double delivered = since(began);
    awaitReview(batch);
    double reviewed = since(began);
    context.getBean(ManifestSeals.class).seal(batch);
    double sealed = since(began);
    report.figure(name, sealed, "seconds");
    report.figure(name + "-cpu", seconds(SYSTEM.getProcessCpuTime()) - processors, "seconds");
    report.figure(name + "-database-cpu", databaseSeconds() - server, "seconds");
    report.figure(name + "-delivery", delivered, "seconds");
    steps(batch);
    report.figure(name + "-seal", sealed - reviewed, "seconds");
    counts(batch, rows);
    report.figure(name + "-load-after", SYSTEM.getSystemLoadAverage(), "processes");
  }

  private static final String WAITING =
      """
      select (select count(*) from act_ru_task where task_def_key_ = 'review-privacy-sample')
             - 2 * (select count(*) from act_ru_incident)
      """;

  private void awaitReview(String batch) {
    long waiting = 0;
    while (waiting == 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      waiting = database.sql(WAITING).query(Long.class).single();
    }
    if (waiting < 0) {
      throw new IllegalStateException("A job of batch " + batch + " failed, see the log.");
    }
  }

  private static final String STEPS =
      """
      select a.act_id_ as step, count(*) as times,
             extract(epoch from sum(a.end_time_ - a.start_time_)) as seconds
      from act_hi_actinst a
      join act_hi_procinst p on p.id_ = a.proc_inst_id_
      where p.business_key_ = :batch and a.act_type_ = 'serviceTask'
      group by 1 order by min(a.start_time_)
      """;

  /** The wall clock of each step, all its chunks together. */
  private void steps(String batch) {
    database
        .sql(STEPS)
        .param("batch", batch)
        .query(
            row -> {
              report.figure(
                  name + "-" + row.getString("step"), row.getDouble("seconds"), "seconds");
            });
  }

  private static final String COUNTS =
      """
      select count(*) as entries, count(item_id) as items,
             count(*) filter (where findings <> '{}') as masked,
             coalesce(sum(found_again), 0) as again
      from touchstone.manifest_entry where batch_id = :batch
      """;

  private void counts(String batch, int rows) {
    database
        .sql(COUNTS)
        .param("batch", batch)
        .query(
            row -> {
              if (row.getLong("entries") != rows) {
                throw new IllegalStateException("Rows are missing from the manifest.");
              }
              report.figure(name + "-items", row.getLong("items"), "items");
              report.figure(name + "-masked", row.getLong("masked"), "items");
              report.figure(name + "-found-again", row.getLong("again"), "masks");
            });
  }

  /** What the server and its processes have used so far, those that ended included. */
  private double databaseSeconds() throws IOException {
    String pid = Files.readAllLines(folder.resolve("data/postgres/cluster/postmaster.pid")).get(0);
    ProcessHandle server = ProcessHandle.of(Long.parseLong(pid.trim())).orElseThrow();
    double ended = 0;
    Path status = Path.of("/proc", pid.trim(), "stat");
    if (Files.exists(status)) {
      String[] fields = Files.readString(status).replaceAll("^.*\\) ", "").split(" ");
      ended =
          (Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]))
              / CLOCK_TICKS_PER_SECOND;
    }
    return ended
        + Stream.concat(Stream.of(server), server.descendants())
                .map(each -> each.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .mapToLong(Duration::toMillis)
                .sum()
            / 1e3;
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  private static double since(long began) {
    return seconds(System.nanoTime() - began);
  }

  private static void deleted(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
