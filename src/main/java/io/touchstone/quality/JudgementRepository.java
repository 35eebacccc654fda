package io.touchstone.quality;

import io.touchstone.project.LabellingColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Current judgements of a batch, row by row. */
@Repository
class JudgementRepository {

  private static final int ROWS_PER_FETCH = 1_000;

  private final JdbcClient database;
  private final LabellingColumns columns;

  JudgementRepository(DataSource source, LabellingColumns columns) {
    JdbcTemplate template = new JdbcTemplate(source);
    template.setFetchSize(ROWS_PER_FETCH);
    this.database = JdbcClient.create(template);
    this.columns = columns;
  }

  private static final String CURRENT =
      """
      select item_id, annotator_id, role, label, spans, label_schema_version, guideline_version,
             active_seconds, simulated, created_at
      from (
        select distinct on (j.assignment_id) j.*
        from touchstone.judgement j
        join touchstone.item i on i.id = j.item_id
        join touchstone.assignment a on a.id = j.assignment_id and a.superseded_at is null
        where j.batch_id = :batch and i.batch_id = :batch
        order by j.assignment_id, j.id desc) current
      order by item_id collate "C", id
      """;

  /** Hands over each judgement; within a transaction, or else all rows are held in memory. */
  void each(String batchId, Consumer<JudgementLine> consumer) {
    database
        .sql(CURRENT)
        .param("batch", batchId)
        .query(
            row -> {
              consumer.accept(line(row));
            });
  }

  private JudgementLine line(ResultSet row) throws SQLException {
    return new JudgementLine(
        row.getString("item_id"),
        row.getString("annotator_id"),
        row.getString("role"),
        LabellingColumns.label(row),
        columns.spans(row).map(spans -> spans.stream().map(JudgementLine.Place::of).toList()),
        row.getInt("label_schema_version"),
        row.getInt("guideline_version"),
        row.getDouble("active_seconds"),
        row.getBoolean("simulated"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
