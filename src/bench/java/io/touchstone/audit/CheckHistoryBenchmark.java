package io.touchstone.audit;

import io.touchstone.Touchstone;
import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.platform.files.AtomicFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The check of the whole trail at 1,000,000 judgements in 40,000 packages. */
final class CheckHistoryBenchmark implements Benchmark {

  private static final int PACKAGES = 40_000;
  private static final int ITEMS = 25;
  private static final int AT_A_TIME = 1_000;

  @Override
  public String name() {
    return "check-history";
  }

  @Override
  public String about() {
    return "auditor's check of a trail that covers 1,000,000 judgements of 40,000 packages";
  }

  private static final String JUDGEMENTS =
      """
      with judged as (
        insert into touchstone.judgement (batch_id, assignment_id, item_id, annotator_id, role,
          label_schema_version, guideline_version, active_seconds, simulated, created_at, recording)
        select 'bench-1', 'a' || n, 'i' || n / 3, 'p' || n %% 100, 'annotator', 1, 1,
               4 + n %% 9, true, now(), 1000000 + n / %d
        from generate_series(0, %d) n
        returning id, batch_id)
      insert into touchstone.judgement_answer
        (judgement_id, question, batch_id, answer)
      select j.id, 'answer', j.batch_id, s.answer
      from judged j,
        lateral (select jsonb_build_object('label', 'label-' || j.id %% 7) as answer) s
      """
          .formatted(ITEMS, PACKAGES * ITEMS - 1);

  @Override
  public void run(Report report) throws Exception {
    Path folder = Files.createTempDirectory("touchstone-bench-");
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Touchstone.class)
            .run(
                "--touchstone.data=" + folder.resolve("data"),
                "--touchstone.admin-password=Bench-Password-1",
                "--server.port=0",
                "--logging.level.io.touchstone=warn")) {
      try (Superuser superuser = Superuser.of(context)) {
        superuser.kept(database -> database.sql(JUDGEMENTS).update());
      }
      record(context);
      check(report, context);
    } finally {
      AtomicFile.deleteTree(folder);
    }
  }

  private static void record(ConfigurableApplicationContext context) {
    Recordings recordings = context.getBean(Recordings.class);
    AuditTrail trail = context.getBean(AuditTrail.class);
    TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
    for (int begin = 0; begin < PACKAGES; begin += AT_A_TIME) {
      int first = begin;
      transaction.executeWithoutResult(
          status -> {
            for (int number = first; number < first + AT_A_TIME; number++) {
              trail.record(
                  "p" + number % 100,
                  "package_submitted",
                  "package:w" + number,
                  Map.of(
                      "batch",
                      "bench-1",
                      Recording.DETAIL,
                      recordings.end("judgement", 1_000_000L + number)));
            }
          });
    }
    AuditChain chain = context.getBean(AuditChain.class);
    while (chain.seal().isPresent()) {
      // Until nothing waits.
    }
  }

  private static void check(Report report, ConfigurableApplicationContext context) {
    System.gc();
    long began = System.nanoTime();
    History.Found found = context.getBean(History.class).check(Optional.empty());
    report.figure("check-history", (System.nanoTime() - began) / 1e9, "seconds");
    report.figure(
        "check-history-heap",
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6,
        "megabytes");
    if (!found.unbroken()) {
      throw new IllegalStateException("Broken: " + found);
    }
  }
}
