package io.touchstone.inspection;

import io.touchstone.platform.database.Conditions;
import io.touchstone.platform.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches in pages: each page is one walk along an index, however many batches there are. */
@Repository
class BatchListRepository {

  private final JdbcClient database;

  BatchListRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String COLUMNS =
      """
      select id, project_key, submitted_by, created_at, ended_at, stage, state, held_because
      from touchstone.batch
      """;

  List<BatchEntry> page(BatchFilter filter, int limit) {
    Conditions conditions =
        new Conditions()
            .when(filter.text(), "position(lower(:text) in lower(id)) > 0", "text")
            .when(filter.project(), "project_key = :project", "project")
            .when(filter.state(), "state = :state", "state")
            .when(filter.known().limit(), "project_key in (:known)", "known");
    filter
        .before()
        .ifPresent(
            before ->
                conditions
                    .always("(created_at, id) < (:at, :id)", "at", Times.utc(before.createdAt()))
                    .parameters()
                    .put("id", before.batchId()));
    return database
        .sql(COLUMNS + conditions.where() + " order by created_at desc, id desc limit :limit")
        .params(conditions.parameters())
        .param("limit", limit)
        .query(BatchListRepository::entry)
        .list();
  }

  private static final String FIND = COLUMNS + " where id = :id";

  Optional<BatchEntry> find(String batchId) {
    return database.sql(FIND).param("id", batchId).query(BatchListRepository::entry).optional();
  }

  private static final String PROJECTS =
      """
      select key from touchstone.project order by key
      """;

  List<String> projects() {
    return database.sql(PROJECTS).query(String.class).list();
  }

  private static BatchEntry entry(ResultSet row, int number) throws SQLException {
    return new BatchEntry(
        row.getString("id"),
        row.getString("project_key"),
        row.getString("submitted_by"),
        Times.at(row, "created_at"),
        Times.maybeAt(row, "ended_at"),
        row.getString("stage"),
        row.getString("state"),
        Optional.ofNullable(row.getString("held_because")));
  }
}
