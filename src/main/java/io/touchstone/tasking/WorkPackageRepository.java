package io.touchstone.tasking;

import io.touchstone.pipeline.BatchRowRepository;
import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class WorkPackageRepository {

  private final JdbcClient database;
  private final BatchRowRepository batches;

  WorkPackageRepository(JdbcClient database, BatchRowRepository batches) {
    this.database = database;
    this.batches = batches;
  }

  private static final String SELECT =
      """
      select p.id, p.batch_id, p.annotator_id, p.kind, p.mode, p.round, p.number, p.state, p.task_id,
             p.estimated_seconds, p.submit_key, p.rework
      from touchstone.work_package p
      """;

  private static final String FIND = SELECT + " where p.id = :id";

  Optional<WorkPackage> find(String id) {
    return database.sql(FIND).param("id", id).query(this::workPackage).optional();
  }

  private static final String LOCK = SELECT + " where p.id = :id for update";

  public Optional<WorkPackage> lock(String id) {
    return database.sql(LOCK).param("id", id).query(this::workPackage).optional();
  }

  private static final String BY_TASK = SELECT + " where p.task_id = :task";

  Optional<WorkPackage> findByTask(String taskId) {
    return database.sql(BY_TASK).param("task", taskId).query(this::workPackage).optional();
  }

  private static final String OPEN_OF =
      SELECT + " where p.annotator_id = :annotator and p.state = 'open'";

  public Optional<WorkPackage> openOf(String annotatorId) {
    return database
        .sql(OPEN_OF)
        .param("annotator", annotatorId)
        .query(this::workPackage)
        .optional();
  }

  private static final String LOCK_PERSON =
      """
      select id from touchstone.annotator where id = :annotator for no key update
      """;

  /** One offer at a time per person. */
  void lockPerson(String annotatorId) {
    database.sql(LOCK_PERSON).param("annotator", annotatorId).query(String.class).single();
  }

  private static final String NEXT_QUEUED =
      SELECT
          + """
          join touchstone.batch b on b.id = p.batch_id
          join touchstone.annotator n on n.id = p.annotator_id and n.available
          left join lateral
            (select b2.project_key, p2.kind
             from touchstone.work_package p2
             join touchstone.batch b2 on b2.id = p2.batch_id
             where p2.annotator_id = :annotator and p2.state = 'submitted'
             order by p2.submitted_at desc, p2.id
             limit 1) last on true
          where p.annotator_id = :annotator and p.state = 'queued' and not p.shelved
            and p.awaits is null
            and not exists (select from touchstone.clarification c
                            where c.annotator_id = p.annotator_id and c.ended_at is null
                              and c.project_key = b.project_key and c.pauses
                              and p.kind = 'annotation')
            and (b.stage, p.kind) in
                (('annotation', 'annotation'), ('quality-assurance', 'annotation'),
                 ('quality-assurance', 'adjudication'))
            and b.open_packages > 0
            and b.state not in ('stopped', 'done')
          order by (b.project_key, p.kind) is not distinct from (last.project_key, last.kind),
                   b.created_at, b.id, p.kind, p.round, p.number
          limit 1
          """;

  /**
   * The person's oldest package whose batch has come to the stage that does it and counts what it
   * waits for: a package done before it is counted would be waited for in vain. Work rotates: one
   * of another project or kind than the package submitted last goes first. What waits for a talk
   * about the guideline is left out.
   */
  Optional<WorkPackage> nextQueued(String annotatorId) {
    return database
        .sql(NEXT_QUEUED)
        .param("annotator", annotatorId)
        .query(this::workPackage)
        .optional();
  }

  private static final String OPEN =
      """
      update touchstone.work_package set state = 'open', opened_at = :at
      where id = :id and state = 'queued' and not shelved
      """;

  /** Whether the package was still there to be opened. */
  boolean open(String id, Instant at) {
    return database.sql(OPEN).param("id", id).param("at", Times.utc(at)).update() == 1;
  }

  private static final String TAKE_BACK =
      """
      update touchstone.work_package
      set state = 'queued', task_id = null, opened_at = null,
          open_seconds = open_seconds
            + greatest(0, coalesce(extract(epoch from (:at::timestamptz - opened_at)), 0))
      where id = :id
      """;

  /** From open to queued; its task is gone. */
  public void takeBack(String id, Instant at) {
    database.sql(TAKE_BACK).param("id", id).param("at", Times.utc(at)).update();
  }

  private static final String QUEUED_OF =
      SELECT
          + """
           where p.annotator_id = :annotator and p.state = 'queued'
          order by p.batch_id, p.kind, p.round, p.number
          for update
          """;

  /** The person's packages that are not open yet, locked; those of a batch side by side. */
  public List<WorkPackage> lockQueued(String annotatorId) {
    return database.sql(QUEUED_OF).param("annotator", annotatorId).query(this::workPackage).list();
  }

  private static final String WAITING =
      SELECT
          + """
          join touchstone.annotator n on n.id = p.annotator_id
          join touchstone.batch b on b.id = p.batch_id
          where p.state = 'queued' and (p.shelved or not n.available)
            and b.state not in ('stopped', 'done')
          order by p.batch_id, p.kind, p.round, p.number, p.id
          for update of p
          """;

  /** Packages that wait for somebody who may have them, locked; those of a batch side by side. */
  public List<WorkPackage> lockWaiting() {
    return database.sql(WAITING).query(this::workPackage).list();
  }

  private static final String LOCK_BATCHES_OF =
      """
      select id from touchstone.batch
      where id in (select batch_id from touchstone.work_package
                   where annotator_id = :annotator and state in ('queued', 'open'))
      order by id for update
      """;

  /** Keeps the counters of all batches that the person works on until the transaction ends. */
  public void lockBatchesOf(String annotatorId) {
    database.sql(LOCK_BATCHES_OF).param("annotator", annotatorId).query(String.class).list();
  }

  private static final String SET_TASK =
      """
      update touchstone.work_package set task_id = :task where id = :id
      """;

  void setTask(String id, String taskId) {
    database.sql(SET_TASK).param("id", id).param("task", taskId).update();
  }

  private static final String SUBMIT =
      """
      update touchstone.work_package
      set state = 'submitted', submitted_at = :at, task_id = null,
          open_seconds = open_seconds
            + greatest(0, coalesce(extract(epoch from (:at::timestamptz - opened_at)), 0))
      where id = :id
      """;

  void submit(String id, Instant at) {
    database.sql(SUBMIT).param("id", id).param("at", Times.utc(at)).update();
  }

  private static final String SET_SUBMIT_KEY =
      """
      update touchstone.work_package set submit_key = :key where id = :id
      """;

  void setSubmitKey(String id, String key) {
    database.sql(SET_SUBMIT_KEY).param("id", id).param("key", key).update();
  }

  private static final String PEOPLE_WITH_QUEUED =
      """
      select distinct annotator_id from touchstone.work_package
      where batch_id = :batch and kind in (:kinds) and state = 'queued' order by annotator_id
      """;

  List<String> peopleWithQueued(String batchId, Set<WorkPackage.Kind> kinds) {
    return database
        .sql(PEOPLE_WITH_QUEUED)
        .param("batch", batchId)
        .param("kinds", ids(kinds))
        .query(String.class)
        .list();
  }

  private static final String COUNT_OPEN =
      """
      select count(*) from touchstone.work_package
      where batch_id = :batch and kind in (:kinds) and state in ('queued', 'open')
      """;

  /** Sets the counter of packages that are waited for. */
  int startCount(String batchId, Set<WorkPackage.Kind> kinds) {
    batches.holdOpenPackages(batchId);
    int open =
        database
            .sql(COUNT_OPEN)
            .param("batch", batchId)
            .param("kinds", ids(kinds))
            .query(Integer.class)
            .single();
    batches.setOpenPackages(batchId, open);
    return open;
  }

  private static List<String> ids(Set<WorkPackage.Kind> kinds) {
    return kinds.stream().map(WorkPackage.Kind::id).toList();
  }

  private static final String REQUEUE =
      """
      update touchstone.work_package set state = 'queued', submit_key = null, submitted_at = null
      where id = :id
      """;

  void requeue(String id) {
    database.sql(REQUEUE).param("id", id).update();
  }

  private WorkPackage workPackage(ResultSet row, int number) throws SQLException {
    return new WorkPackage(
        row.getString("id"),
        row.getString("batch_id"),
        row.getString("annotator_id"),
        WorkPackage.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        WorkPackage.Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
        row.getInt("round"),
        row.getInt("number"),
        WorkPackage.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getString("task_id")),
        row.getInt("estimated_seconds"),
        Optional.ofNullable(row.getString("submit_key")),
        row.getInt("rework"));
  }
}
