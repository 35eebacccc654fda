package io.touchstone.audit;

import io.touchstone.Touchstone;
import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.platform.files.AtomicFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The demo on an empty folder, both of its batches to their published versions; then a superuser of
 * the database changes the history, one way at a time, and the check of the whole trail has to find
 * each.
 */
final class TamperingDrill implements Benchmark {

  private static final int CHANGES = 1_000;
  private static final long SEED = 20_260_301;
  private static final String DEMO = "demo";
  private static final String VERSIONS = "touchstone.dataset_version where state = 'published'";
  private static final String JOBS =
      "act_ru_job where retries_ > 0 and (duedate_ is null or duedate_ <= now())";
  private static final Duration LIMIT = Duration.ofMinutes(15);

  @Override
  public String name() {
    return "drill-tampering";
  }

  @Override
  public String about() {
    return "1,000 random changes of events, seals, judgements, verdicts and gate decisions by a"
        + " database superuser: how many the check finds";
  }

  @Override
  public void run(Report report) throws Exception {
    Path folder = Files.createTempDirectory("touchstone-bench-");
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Touchstone.class)
            .profiles("demo")
            .run(
                "--touchstone.data=" + folder.resolve("data"),
                "--touchstone.admin-password=Bench-Password-1",
                "--server.port=0",
                "--logging.level.io.touchstone=warn")) {
      awaitDemo(context.getBean(JdbcClient.class));
      try (Superuser superuser = Superuser.of(context)) {
        drill(report, context, superuser);
      }
    } finally {
      AtomicFile.deleteTree(folder);
    }
  }

  private static void drill(
      Report report, ConfigurableApplicationContext context, Superuser superuser) {
    AuditChain chain = context.getBean(AuditChain.class);
    while (chain.seal().isPresent()) {
      // Until nothing waits.
    }
    History.Found before = context.getBean(History.class).check(Optional.empty());
    if (!before.unbroken()) {
      throw new IllegalStateException("Broken before anything was changed: " + before);
    }
    before.coverage().forEach(each -> report.figure("covered-" + each.kind(), each.rows(), "rows"));
    long began = System.nanoTime();
    List<Tampering.Attempt> attempts =
        new Tampering(superuser, Optional.empty(), SEED).attempts(CHANGES);
    List<Tampering.Attempt> missed = attempts.stream().filter(attempt -> !attempt.found()).toList();
    missed.forEach(attempt -> System.out.println("not found: " + attempt.what()));
    report.figure("drill-tampering", attempts.size() - missed.size(), "found of " + CHANGES);
    report.figure("drill-tampering-time", (System.nanoTime() - began) / 1e9, "seconds");
    if (!context.getBean(History.class).check(Optional.empty()).unbroken()) {
      throw new IllegalStateException("Broken although every change was undone.");
    }
  }

  /** Versions published, the second batches brought to their people, and no job left to do. */
  private static void awaitDemo(JdbcClient database) throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(DEMO)) {
        thread.join(LIMIT.toMillis());
      }
    }
    long end = System.nanoTime() + LIMIT.toNanos();
    while (counted(database, JOBS) > 0 || counted(database, VERSIONS) < 2) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The demo has not come to its end.");
      }
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
  }

  private static int counted(JdbcClient database, String what) {
    return database.sql("select count(*) from " + what).query(Integer.class).single();
  }
}
