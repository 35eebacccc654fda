package io.touchstone.quality.page;

import io.touchstone.platform.database.Cursors;
import io.touchstone.platform.database.Times;
import io.touchstone.project.StoredAnswers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Current judgements of a batch, row by row. */
@Repository
public class JudgementRepository {

  private static final int ROWS_PER_FETCH = 1_000;

  private final JdbcClient database;
  private final StoredAnswers answers;

  JudgementRepository(DataSource source, StoredAnswers answers) {
    this.database = Cursors.of(source, ROWS_PER_FETCH);
    this.answers = answers;
  }

  private static final String CURRENT =
      """
      select item_id, annotator_id, role, touchstone.answers_of_judgement(id) as answers,
             label_schema_version, guideline_version, active_seconds, simulated, created_at, arm,
             suggested, model, version, accepted, edited
      from (
        select j.*, n.arm, n.accepted, n.edited, s.model, s.version,
               case n.arm when 'planted' then r.decoy else r.suggested end as suggested
        from touchstone.current_judgement j
        join touchstone.item i on i.id = j.item_id
        left join touchstone.judgement_assist n on n.judgement_id = j.id and :ended
        left join touchstone.assignment_arm r on r.assignment_id = j.assignment_id
        left join touchstone.suggestion s on s.id = n.suggestion_id
        where j.batch_id = :batch and i.batch_id = :batch) current
      order by item_id collate "C", id
      """;

  /**
   * Hands over each judgement; within a transaction, or else all rows are held in memory.
   *
   * @param ended whether the batch has; before, nobody learns what was suggested to whom
   */
  public void each(String batchId, boolean ended, Consumer<JudgementLine> consumer) {
    database
        .sql(CURRENT)
        .param("batch", batchId)
        .param("ended", ended)
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
        answers.read(row).orElseThrow(),
        row.getInt("label_schema_version"),
        row.getInt("guideline_version"),
        row.getDouble("active_seconds"),
        row.getBoolean("simulated"),
        Times.at(row, "created_at"),
        assist(row));
  }

  private Optional<JudgementLine.Assist> assist(ResultSet row) throws SQLException {
    if (row.getString("arm") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new JudgementLine.Assist(
            row.getString("arm"),
            answers.read(row.getString("suggested")),
            row.getString("model"),
            row.getString("version"),
            row.getBoolean("accepted"),
            row.getBoolean("edited")));
  }
}
