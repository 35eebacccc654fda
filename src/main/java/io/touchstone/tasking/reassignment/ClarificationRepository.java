package io.touchstone.tasking.reassignment;

import io.touchstone.platform.database.Times;
import io.touchstone.tasking.JudgedWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of clarifications, and of the packages that wait for one. */
@Repository
class ClarificationRepository {

  private final JdbcClient database;
  private final JudgedWork judgements;

  ClarificationRepository(JdbcClient database, JudgedWork judgements) {
    this.database = database;
    this.judgements = judgements;
  }

  private static final String SELECT =
      """
      select id, annotator_id, project_key, batch_id, pauses, packages, ended_at is not null as ended
      from touchstone.clarification
      """;

  private static final String FIND = SELECT + " where id = :id";

  Optional<Clarification> find(String id) {
    return database.sql(FIND).param("id", id).query(this::clarification).optional();
  }

  private static final String LOCK = FIND + " for update";

  Optional<Clarification> lock(String id) {
    return database.sql(LOCK).param("id", id).query(this::clarification).optional();
  }

  private static final String OPEN_IN =
      SELECT + " where annotator_id = :annotator and project_key = :project and ended_at is null";

  Optional<Clarification> openIn(String annotatorId, String projectKey) {
    return database
        .sql(OPEN_IN)
        .param("annotator", annotatorId)
        .param("project", projectKey)
        .query(this::clarification)
        .optional();
  }

  private static final String OPEN_OF =
      SELECT
          + """
             where annotator_id = :annotator and ended_at is null
            order by pauses desc, begun_at, id limit 1
            """;

  /** One that the person is asked for; one that pauses goes first. */
  Optional<Clarification> openOf(String annotatorId) {
    return database
        .sql(OPEN_OF)
        .param("annotator", annotatorId)
        .query(this::clarification)
        .optional();
  }

  private static final String COUNT =
      """
      select count(*) from touchstone.clarification where batch_id = :batch
      """;

  /** How many a batch has had. */
  int count(String batchId) {
    return database.sql(COUNT).param("batch", batchId).query(Integer.class).single();
  }

  private static final String INSERT =
      """
      insert into touchstone.clarification
        (id, annotator_id, project_key, batch_id, pauses, since, begun_at)
      values (:id, :annotator, :project, :batch, :pauses, :since, :at)
      """;

  void insert(String id, Clarification.Need need, Instant at) {
    database
        .sql(INSERT)
        .param("id", id)
        .param("annotator", need.annotatorId())
        .param("project", need.projectKey())
        .param("batch", need.batchId())
        .param("pauses", need.pauses())
        .param("since", need.since())
        .param("at", Times.utc(at))
        .update();
  }

  private static final String BRING_BACK =
      """
      update touchstone.work_package p
      set state = 'queued', rework = rework + 1, awaits = :id, submit_key = null
      from touchstone.batch b
      where b.id = p.batch_id and p.batch_id = :batch and p.annotator_id = :annotator
        and p.kind = 'annotation' and p.state = 'submitted' and p.round = b.labelling_round
        and p.rework < :reworks
        and p.id <> all (:passed::text[])
      """;

  private static final String SET_PACKAGES =
      """
      update touchstone.clarification set packages = :packages where id = :id
      """;

  /**
   * Puts the packages of the present round that no look has passed into the queue, whole ones: a
   * border within a package would lie at a gold item.
   *
   * @return how many
   */
  int bringBack(String id, Clarification.Need need) {
    int packages =
        database
            .sql(BRING_BACK)
            .param("id", id)
            .param("batch", need.batchId())
            .param("annotator", need.annotatorId())
            .param("reworks", need.reworks())
            .param(
                "passed",
                judgements
                    .packagesJudgedUpTo(need.batchId(), need.annotatorId(), need.since())
                    .toArray(String[]::new))
            .update();
    database.sql(SET_PACKAGES).param("id", id).param("packages", packages).update();
    return packages;
  }

  private static final String LET_GO =
      """
      update touchstone.work_package set awaits = null where awaits = :id and state = 'queued'
      """;

  /** The packages that waited for it may be offered. */
  void letGo(String id) {
    database.sql(LET_GO).param("id", id).update();
  }

  private static final String STAND =
      """
      update touchstone.work_package set state = 'submitted', awaits = null
      where awaits = :id and state = 'queued'
      """;

  /**
   * The packages that waited for it do not come back: what was submitted stands.
   *
   * @return how many
   */
  int letStand(String id) {
    return database.sql(STAND).param("id", id).update();
  }

  private static final String STAND_ALONE =
      """
      update touchstone.work_package
      set state = 'submitted', awaits = null, task_id = null where id = :package
      """;

  /** A package that came back stands as it was submitted. */
  void letPackageStand(String packageId) {
    database.sql(STAND_ALONE).param("package", packageId).update();
  }

  private static final String END =
      """
      update touchstone.clarification
      set ended_at = :at, outcome = :outcome, ended_after = :after
      where id = :id
      """;

  void end(Clarification ended, Clarification.Outcome outcome, Instant at) {
    database
        .sql(END)
        .param("id", ended.id())
        .param("outcome", outcome.id())
        .param("after", judgements.newest(ended.annotatorId()))
        .param("at", Times.utc(at))
        .update();
  }

  private Clarification clarification(ResultSet row, int number) throws SQLException {
    return new Clarification(
        row.getString("id"),
        row.getString("annotator_id"),
        row.getString("project_key"),
        row.getString("batch_id"),
        row.getBoolean("pauses"),
        row.getInt("packages"),
        row.getBoolean("ended"));
  }
}
