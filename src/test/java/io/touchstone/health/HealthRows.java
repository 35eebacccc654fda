package io.touchstone.health;

import io.touchstone.audit.PastEvents;
import io.touchstone.project.TestProjects;
import io.touchstone.project.TestProjects.Options;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts a project and what its batches left behind into the database, at any time in the past. */
public final class HealthRows {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final BeanFactory beans;
  private final JdbcClient database;
  private final String project;

  private HealthRows(BeanFactory beans, JdbcClient database, String project) {
    this.beans = beans;
    this.database = database;
    this.project = project;
  }

  /** A project of its own whose key begins like this. */
  public static HealthRows project(BeanFactory beans, String prefix) {
    String project = prefix + "-" + NUMBER.incrementAndGet();
    TestProjects.store(beans, project, Options.standard());
    return new HealthRows(beans, beans.getBean(JdbcClient.class), project);
  }

  public String key() {
    return project;
  }

  /** A finished batch that arrived then; its number makes its id. */
  public HealthRows batch(int number, Instant received) {
    database
        .sql(
            """
            insert into touchstone.batch (id, project_key, submitted_by, created_at, stage, state,
              wrapped_key, project_version, label_schema_version, guideline_version)
            values (:batch, :project, 'dana', :at, 'release', 'done', '\\x00', 1, 1, 1)
            """)
        .param("batch", batchId(number))
        .param("project", project)
        .param("at", utc(received))
        .update();
    return this;
  }

  /** A person accepted the batch then, against its gate after stage 4. */
  public HealthRows accepted(int number, Instant at) {
    database
        .sql(
            """
            with gate as (
              insert into touchstone.gate_decision (batch_id, stage, decision_key, decision_version,
                decision_definition_id, inputs, verdict, rule, because, created_at)
              values (:batch, 'quality-assurance', 'gate-quality', 1, 'gate-quality:1', '{}', 'held',
                'agreement-low', 'Too low.', :at) returning id)
            insert into touchstone.hold_resolution
              (gate_decision_id, decision, decided_by, created_at)
            select id, 'accept', 'dana', :at from gate
            """)
        .param("batch", batchId(number))
        .param("at", utc(at))
        .update();
    return this;
  }

  public String batchId(int number) {
    return project + "-" + number;
  }

  /** So many judgements of a person on items of the batch, each after this time at the clock. */
  public HealthRows judgements(int batch, String person, Instant at, int count, double seconds) {
    judge(batch, person, at, count, count, seconds, false, false);
    return this;
  }

  /** As {@link #judgements}, made by a simulated person. */
  public HealthRows simulated(int batch, String person, Instant at, int count, double seconds) {
    judge(batch, person, at, count, count, seconds, false, true);
    return this;
  }

  /** Judgements on gold items, of which so many are right; ten seconds each. */
  public HealthRows gold(int batch, String person, Instant at, int count, int right) {
    judge(batch, person, at, count, right, 10, true, false);
    return this;
  }

  private void judge(
      int batch,
      String person,
      Instant at,
      int count,
      int right,
      double seconds,
      boolean gold,
      boolean simulated) {
    String who = project + "-" + person;
    String set = project + "-set-" + NUMBER.incrementAndGet();
    run(
        """
        insert into touchstone.annotator (id, department) values (:who, 'invented')
        on conflict do nothing
        """,
        batch,
        who,
        set,
        at,
        count,
        right,
        seconds,
        gold,
        simulated);
    run(
        """
        insert into touchstone.work_package (id, batch_id, annotator_id, kind, round, number, state,
          estimated_seconds)
        select :set, :batch, :who, 'annotation', 1,
               (select count(*) + 1 from touchstone.work_package where annotator_id = :who),
               'submitted', 60
        """,
        batch,
        who,
        set,
        at,
        count,
        right,
        seconds,
        gold,
        simulated);
    run(
        """
        insert into touchstone.item (id, batch_id, project_key, text, content_hash, created_at)
        select :set || '-' || n, case when :gold then null else :batch end, :project, 'text',
               :set || '-' || n, :at
        from generate_series(1, :count) n
        """,
        batch,
        who,
        set,
        at,
        count,
        right,
        seconds,
        gold,
        simulated);
    run(
        """
        insert into touchstone.gold_item (item_id, project_key, answers, label_schema_version)
        select :set || '-' || n, :project, jsonb_build_object('answer', jsonb_build_object(
                 'label', case when n <= :right then 'red' else 'blue' end)), 1
        from generate_series(1, :count) n where :gold
        """,
        batch,
        who,
        set,
        at,
        count,
        right,
        seconds,
        gold,
        simulated);
    run(
        """
        insert into touchstone.assignment (id, batch_id, item_id, annotator_id, work_package_id,
          position)
        select :set || '-a' || n, :batch, :set || '-' || n, :who, :set, n
        from generate_series(1, :count) n
        """,
        batch,
        who,
        set,
        at,
        count,
        right,
        seconds,
        gold,
        simulated);
    run(
        """
        with judged as (
          insert into touchstone.judgement (batch_id, assignment_id, item_id, annotator_id, role,
            label_schema_version, guideline_version, active_seconds, simulated, created_at)
          select :batch, :set || '-a' || n, :set || '-' || n, :who, 'annotator', 1, 1,
                 :seconds, :simulated, :at
          from generate_series(1, :count) n
          returning id, batch_id)
        insert into touchstone.judgement_answer
          (judgement_id, question, batch_id, answer)
        select j.id, 'answer', j.batch_id, s.answer
        from judged j, lateral (select jsonb_build_object('label', 'red') as answer) s
        """,
        batch,
        who,
        set,
        at,
        count,
        right,
        seconds,
        gold,
        simulated);
  }

  private void run(
      String sql,
      int batch,
      String who,
      String set,
      Instant at,
      int count,
      int right,
      double seconds,
      boolean gold,
      boolean simulated) {
    database
        .sql(sql)
        .param("project", project)
        .param("batch", batchId(batch))
        .param("who", who)
        .param("set", set)
        .param("at", utc(at))
        .param("count", count)
        .param("right", right)
        .param("seconds", seconds)
        .param("gold", gold)
        .param("simulated", simulated)
        .update();
  }

  /** A measurement of agreement. */
  public HealthRows measured(int batch, Instant at, double alpha, double low, double high) {
    return report(
        batch,
        at,
        """
        {"alpha": {"value": %s, "reason": null, "ciLow": %s, "ciHigh": %s, "items": 40}}
        """
            .formatted(alpha, low, high));
  }

  /** A measurement that came to nothing. */
  public HealthRows measuredUndefined(int batch, Instant at, String reason) {
    return report(
        batch,
        at,
        """
        {"alpha": {"value": null, "reason": "%s", "ciLow": null, "ciHigh": null, "items": 40}}
        """
            .formatted(reason));
  }

  private HealthRows report(int batch, Instant at, String numbers) {
    database
        .sql(
            """
            insert into touchstone.quality_report (batch_id, round, numbers, inputs_sha256,
              created_at)
            select :batch, count(*) + 1, :numbers::jsonb, '', :at
            from touchstone.quality_report where batch_id = :batch
            """)
        .param("batch", batchId(batch))
        .param("numbers", numbers)
        .param("at", utc(at))
        .update();
    return this;
  }

  /** The batch enters a stage. */
  public HealthRows entered(int batch, String stage, Instant at) {
    return event(batch, at, "stage_entered", "{\"stage\": \"" + stage + "\"}");
  }

  /** A gate holds the batch. */
  public HealthRows held(int batch, Instant at) {
    return event(batch, at, "gate_decided", "{\"verdict\": \"held\"}");
  }

  /** A gate lets the batch pass. */
  public HealthRows passed(int batch, Instant at) {
    return event(batch, at, "gate_decided", "{\"verdict\": \"pass\"}");
  }

  private HealthRows event(int batch, Instant at, String action, String details) {
    PastEvents.write(beans, at, action, "batch:" + batchId(batch), details);
    return this;
  }

  /** The batch's version, built, approved and published. */
  public HealthRows published(int batch, Instant built, Instant approved, Instant published) {
    database
        .sql(
            """
            insert into touchstone.dataset_version (dataset, version, batch_id, state, records,
              root_sha256, dvc_md5, details, approved_by, approved_at, created_at, published_at)
            values (:project, '1.' || :number || '.0', :batch, 'published', 1, '', '', '{}', 'tom',
              :approved, :built, :published)
            """)
        .param("project", project)
        .param("number", batch)
        .param("batch", batchId(batch))
        .param("built", utc(built))
        .param("approved", utc(approved))
        .param("published", utc(published))
        .update();
    return this;
  }

  private static OffsetDateTime utc(Instant at) {
    return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
