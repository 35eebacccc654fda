package io.touchstone.health.standing;

import io.touchstone.pipeline.Batch;
import io.touchstone.platform.database.Conditions;
import io.touchstone.platform.database.Times;
import io.touchstone.platform.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches in pages, newest first: each page is one walk along an index. */
@Repository
class StandingRepository {

  private final JdbcClient database;

  StandingRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String COLUMNS =
      """
      select b.id, b.name, b.project_key, b.submitted_by, b.created_at, b.stage, b.state, b.held_because,
             b.held_since, b.ended_at, b.process_set, b.open_packages,
             (select max(e.at) from touchstone.audit_event e
              where e.object = 'batch:' || b.id and e.action = 'stage_entered') as stage_since
      from touchstone.batch b
      """;

  /**
   * A page of batches.
   *
   * @param waiting ids of all batches with a task for people
   * @param failed ids of all batches on which the engine has given up
   */
  List<StoredBatch> page(
      StandingFilter filter, Set<String> waiting, Set<String> failed, int limit) {
    Conditions conditions =
        new Conditions()
            .when(
                filter.text(),
                "position(lower(:text) in lower(b.id || ' ' || coalesce(b.name, ''))) > 0",
                "text")
            .when(filter.project(), "b.project_key = :project", "project")
            .when(filter.known().limit(), "b.project_key in (:known)", "known");
    filter.state().ifPresent(state -> narrow(conditions, state, waiting, failed));
    filter
        .before()
        .ifPresent(
            before ->
                conditions
                    .always(
                        "(b.created_at, b.id) < (:at, :id)", "at", Times.utc(before.createdAt()))
                    .parameters()
                    .put("id", before.batchId()));
    return database
        .sql(COLUMNS + conditions.where() + " order by b.created_at desc, b.id desc limit :limit")
        .params(conditions.parameters())
        .param("limit", limit)
        .query(StandingRepository::batch)
        .list();
  }

  /** Waiting and failed are running ones of which the engine or the counter says more. */
  private static void narrow(
      Conditions conditions, String wanted, Set<String> waiting, Set<String> failed) {
    switch (state(wanted)) {
      case FAILED ->
          conditions
              .always("b.state = 'running'")
              .always("b.id in (:failed)", "failed", some(failed));
      case WAITING ->
          conditions
              .always("b.state = 'running'")
              .always("b.id not in (:failed)", "failed", some(failed))
              .always("(b.open_packages > 0 or b.id in (:waiting))", "waiting", some(waiting));
      case RUNNING ->
          conditions
              .always("b.state = 'running' and b.open_packages = 0")
              .always("b.id not in (:failed)", "failed", some(failed))
              .always("b.id not in (:waiting)", "waiting", some(waiting));
      default -> conditions.always("b.state = :state", "state", wanted);
    }
  }

  /** SQL has no empty list; no batch has the empty id. */
  private static Set<String> some(Set<String> ids) {
    return ids.isEmpty() ? Set.of("") : ids;
  }

  private static Batch.State state(String wanted) {
    return Arrays.stream(Batch.State.values())
        .filter(state -> state.id().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    422,
                    "unknown-state",
                    "A batch is never in that state. Choose one of "
                        + Arrays.stream(Batch.State.values())
                            .map(Batch.State::id)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static final String FIND = COLUMNS + " where b.id = :id";

  Optional<StoredBatch> find(String batchId) {
    return database.sql(FIND).param("id", batchId).query(StandingRepository::batch).optional();
  }

  private static final String PROGRESS =
      """
      select batch_id, coalesce(sum(items), 0) as planned,
             coalesce(sum(items) filter (where state = 'submitted'), 0) as done,
             count(*) filter (where state in ('queued', 'open')) as open_packages
      from touchstone.work_package
      where batch_id in (:batches) and state <> 'withdrawn'
      group by batch_id
      """;

  /** How far these batches are; one without work packages is left out. */
  Map<String, Progress> progress(Collection<String> batchIds) {
    Map<String, Progress> progress = new HashMap<>();
    if (!batchIds.isEmpty()) {
      database
          .sql(PROGRESS)
          .param("batches", batchIds)
          .query(
              row -> {
                progress.put(
                    row.getString("batch_id"),
                    new Progress(
                        row.getLong("done"), row.getLong("planned"), row.getLong("open_packages")));
              });
    }
    return progress;
  }

  private static final String QUEUES =
      """
      select mine.batch_id, mine.kind, sum(mine.packages) as packages,
             string_agg(mine.annotator_id, ' ' order by mine.annotator_id) as ids
      from (select batch_id,
                   case when awaits is null then kind else 'clarification' end as kind,
                   annotator_id, count(*) as packages
            from touchstone.work_package
            where batch_id in (:batches) and state = 'queued'
            group by 1, 2, 3) mine
      where not exists (select 1 from touchstone.work_package o
                        where o.annotator_id = mine.annotator_id and o.state = 'open'
                          and o.batch_id = mine.batch_id)
      group by mine.batch_id, mine.kind
      order by mine.batch_id, mine.kind
      """;

  /**
   * Who has packages of these batches queued and none open: they are busy with other batches, or
   * have a talk about the guideline before them.
   */
  List<Queue> queues(Collection<String> batchIds) {
    if (batchIds.isEmpty()) {
      return List.of();
    }
    return database
        .sql(QUEUES)
        .param("batches", batchIds)
        .query(
            (row, number) ->
                new Queue(
                    row.getString("batch_id"),
                    row.getString("kind"),
                    List.of(row.getString("ids").split(" ")),
                    row.getInt("packages")))
        .list();
  }

  private static StoredBatch batch(ResultSet row, int number) throws SQLException {
    return new StoredBatch(
        row.getString("id"),
        Optional.ofNullable(row.getString("name")),
        row.getString("project_key"),
        row.getString("submitted_by"),
        Times.at(row, "created_at"),
        row.getString("stage"),
        row.getString("state"),
        Times.maybeAt(row, "stage_since"),
        Optional.ofNullable(row.getString("held_because")),
        Times.maybeAt(row, "held_since"),
        Times.maybeAt(row, "ended_at"),
        Optional.ofNullable(row.getString("process_set")),
        row.getInt("open_packages"));
  }
}
