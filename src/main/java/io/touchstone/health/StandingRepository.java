package io.touchstone.health;

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
import java.util.TreeSet;
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
      select b.id, b.project_key, b.submitted_by, b.created_at, b.stage, b.state, b.held_because,
             b.held_since, b.ended_at,
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
            .when(filter.text(), "position(lower(:text) in lower(b.id)) > 0", "text")
            .when(filter.project(), "b.project_key = :project", "project");
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

  /** Waiting and failed are running ones of which the engine says more. */
  private static void narrow(
      Conditions conditions, String wanted, Set<String> waiting, Set<String> failed) {
    Set<String> waitingOnly = new TreeSet<>(waiting);
    waitingOnly.removeAll(failed);
    switch (state(wanted)) {
      case FAILED -> among(conditions, failed);
      case WAITING -> among(conditions, waitingOnly);
      case RUNNING -> {
        Set<String> others = new TreeSet<>(waiting);
        others.addAll(failed);
        conditions.always("b.state = 'running'");
        if (!others.isEmpty()) {
          conditions.always("b.id not in (:others)", "others", others);
        }
      }
      default -> conditions.always("b.state = :state", "state", wanted);
    }
  }

  private static void among(Conditions conditions, Set<String> ids) {
    conditions.always("b.state = 'running'");
    if (ids.isEmpty()) {
      conditions.always("false");
    } else {
      conditions.always("b.id in (:among)", "among", ids);
    }
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

  private static StoredBatch batch(ResultSet row, int number) throws SQLException {
    return new StoredBatch(
        row.getString("id"),
        row.getString("project_key"),
        row.getString("submitted_by"),
        Times.at(row, "created_at"),
        row.getString("stage"),
        row.getString("state"),
        Times.maybeAt(row, "stage_since"),
        Optional.ofNullable(row.getString("held_because")),
        Times.maybeAt(row, "held_since"),
        Times.maybeAt(row, "ended_at"));
  }
}
