package io.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.pipeline.BatchKeys;
import io.touchstone.platform.crypto.MasterKey;
import io.touchstone.platform.crypto.Secrets;
import io.touchstone.platform.engine.process.Processes;
import io.touchstone.quality.measurement.MeasuredQuality;
import io.touchstone.quality.measurement.QualityMeasurement;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A large batch is measured within one job; run with -Dtest.heap=512m it shows the heap, too. */
@Tag("slow")
class MillionJudgementsTest extends IntegrationTest {

  private static final String BATCH = "million-1";
  private static final int ITEMS = 333_334;
  private static final int ANNOTATORS = 200;

  /** The lock of a job: a measurement that took longer would be begun again by another node. */
  private static final double LOCK_SECONDS = 600;

  @Autowired private JdbcClient database;
  @Autowired private MasterKey master;
  @Autowired private Secrets secrets;
  @Autowired private Processes processes;
  @Autowired private QualityMeasurement measurement;

  @Test
  void a_million_judgements_are_measured_within_the_lock_of_a_job() {
    String purpose = BatchKeys.purpose(BATCH);
    QualityRows.batch(database, BATCH, master.wrap(secrets.newKey(purpose), purpose));
    judge();
    processes.start(Processes.PIPELINE, BATCH);

    long begin = System.nanoTime();
    MeasuredQuality measured = measurement.measure(BATCH);
    double seconds = (System.nanoTime() - begin) / 1e9;

    long truths = count("item_truth");
    System.out.printf(
        Locale.ROOT,
        "million-judgements %.1f seconds, heap %d MB at most%n",
        seconds,
        Runtime.getRuntime().maxMemory() >> 20);
    assertThat(measured.measuredItems()).isEqualTo(ITEMS);
    assertThat(truths).isEqualTo(ITEMS);
    assertThat(count("annotator_figures")).isEqualTo(ANNOTATORS);
    assertThat(seconds).isLessThan(LOCK_SECONDS);
  }

  private long count(String table) {
    return database
        .sql("select count(*) from touchstone." + table + " where batch_id = ?")
        .param(BATCH)
        .query(Long.class)
        .single();
  }

  /** Three people an item; each gives one of the three labels wrongly to every seventh or so. */
  private void judge() {
    run(
        """
        insert into touchstone.annotator (id, department)
        select 'person-' || n, 'support' from generate_series(1, %d) n
        """
            .formatted(ANNOTATORS));
    run(
        """
        insert into touchstone.work_package
          (id, batch_id, annotator_id, kind, round, number, state, estimated_seconds)
        select '%1$s-' || n || '-' || p, '%1$s', 'person-' || n, 'annotation', 1, p, 'submitted', 60
        from generate_series(1, %2$d) n, generate_series(0, 24) p
        """
            .formatted(BATCH, ANNOTATORS));
    run(
        """
        insert into touchstone.item (id, batch_id, project_key, text, content_hash, created_at)
        select md5('%1$s' || n), '%1$s', 'project-of-%1$s', repeat('text ', 1 + n %% 40), n::text, now()
        from generate_series(1, %2$d) n
        """
            .formatted(BATCH, ITEMS));
    // Else foreign keys may be checked by plans that other tests' few rows led to.
    run("discard plans");
    run(
        """
        insert into touchstone.assignment
          (id, batch_id, item_id, annotator_id, work_package_id, position)
        select md5('%1$s' || n) || '-' || k, '%1$s', md5('%1$s' || n), person,
               '%1$s-' || substr(person, 8) || '-' || n %% 25, n
        from generate_series(1, %2$d) n, generate_series(0, 2) k,
             lateral (select 'person-' || (1 + (n * 7 + k * 61) %% %3$d) as person) p
        """
            .formatted(BATCH, ITEMS, ANNOTATORS));
    run(
        """
        insert into touchstone.judgement (batch_id, assignment_id, item_id, annotator_id, role,
          label_schema_version, guideline_version, active_seconds, simulated, created_at)
        select batch_id, id, item_id, annotator_id, 'annotator', 1, 1, 5 + position %% 11, true, now()
        from touchstone.assignment
        where batch_id = '%s'
        order by work_package_id, position
        """
            .formatted(BATCH));
    run(
        """
        insert into touchstone.judgement_answer
          (judgement_id, question, batch_id, answer)
        select j.id, 'answer', j.batch_id, s.answer
        from touchstone.judgement j
        join touchstone.assignment a on a.id = j.assignment_id,
             lateral (select (abs(hashtext(a.id)) %% 7 = 0)::int as wrong) w,
             lateral (select jsonb_build_object('label',
               (array['billing', 'refund', 'other'])[1 + (a.position + wrong) %% 3]) as answer) s
        where j.batch_id = '%s'
        """
            .formatted(BATCH));
    run("analyze");
  }

  private void run(String sql) {
    database.sql(sql).update();
  }
}
