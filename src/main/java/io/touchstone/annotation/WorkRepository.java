package io.touchstone.annotation;

import io.touchstone.answer.Answer;
import io.touchstone.assist.JudgedAnswer;
import io.touchstone.platform.database.Times;
import io.touchstone.project.LabellingColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkRepository {

  private final JdbcClient database;
  private final LabellingColumns columns;

  WorkRepository(JdbcClient database, LabellingColumns columns) {
    this.database = database;
    this.columns = columns;
  }

  /** A row of an open package. */
  record Row(
      String assignment,
      String itemId,
      Optional<String> text,
      Optional<String> media,
      Optional<Work.Draft> draft) {}

  private static final String ITEMS =
      """
      select a.id, a.item_id, o.media_type, d.version, d.label, d.spans, d.active_seconds,
             d.accepted,
             case when sum(octet_length(i.text)) over (order by a.position) <= :bytes
               then i.text end as text
      from touchstone.assignment a
      join touchstone.item i on i.id = a.item_id
      left join touchstone.item_object o on o.item_id = i.id
      left join touchstone.draft d on d.assignment_id = a.id
      where a.work_package_id = :package
      order by a.position
      """;

  /** The items of a package, with the first texts, as many as have room in so many bytes. */
  List<Row> items(String packageId, long bytes) {
    return database
        .sql(ITEMS)
        .param("package", packageId)
        .param("bytes", bytes)
        .query(this::row)
        .list();
  }

  private static final String LABELS_GIVEN =
      """
      select label from touchstone.current_judgement
      where item_id = :item and role = 'annotator' and label is not null
      order by assignment_id
      """;

  /** The labels that annotators gave an item in its present round, one each. */
  List<String> labelsGiven(String itemId) {
    return database.sql(LABELS_GIVEN).param("item", itemId).query(String.class).list();
  }

  private static final String SPANS_GIVEN =
      """
      select distinct spans::text from touchstone.current_judgement
      where item_id = :item and role = 'annotator' and spans is not null
      """;

  /** The different sets of spans that annotators gave an item, as stored. */
  List<String> spansGiven(String itemId) {
    return database.sql(SPANS_GIVEN).param("item", itemId).query(String.class).list();
  }

  private static final String FIND_DRAFT =
      """
      select version, label, spans, active_seconds, accepted
      from touchstone.draft where assignment_id = :assignment
      """;

  Optional<Work.Draft> findDraft(String assignmentId) {
    return database
        .sql(FIND_DRAFT)
        .param("assignment", assignmentId)
        .query((row, number) -> draft(row))
        .optional();
  }

  private static final String TEXT =
      """
      select i.text from touchstone.assignment a join touchstone.item i on i.id = a.item_id
      where a.id = :assignment and a.work_package_id = :package
      """;

  /** The text of an assignment's item; empty if the package has no such assignment. */
  Optional<String> text(String assignmentId, String packageId) {
    return database
        .sql(TEXT)
        .param("assignment", assignmentId)
        .param("package", packageId)
        .query(String.class)
        .optional();
  }

  private static final String ITEM_OF =
      """
      select item_id from touchstone.assignment
      where id = :assignment and work_package_id = :package
      """;

  /** The item of an assignment; empty if the package has no such assignment. */
  Optional<String> itemOf(String assignmentId, String packageId) {
    return database
        .sql(ITEM_OF)
        .param("assignment", assignmentId)
        .param("package", packageId)
        .query(String.class)
        .optional();
  }

  private static final String SAVE_FIRST =
      """
      insert into touchstone.draft
        (assignment_id, version, label, spans, active_seconds, accepted, saved_at, first_saved_at)
      values (:assignment, 1, :label, :spans::jsonb, :seconds, :accepted, :at, :at)
      on conflict (assignment_id) do nothing
      """;

  private static final String SAVE_NEXT =
      """
      update touchstone.draft
      set version = version + 1, label = :label, spans = :spans::jsonb, active_seconds = :seconds,
          accepted = :accepted, saved_at = :at
      where assignment_id = :assignment and version = :expected
      """;

  /** Whether the draft was still at the expected version and is now one further. */
  boolean save(
      String assignmentId,
      int expected,
      Optional<Answer> labelling,
      double activeSeconds,
      boolean accepted,
      Instant at) {
    return database
            .sql(expected == 0 ? SAVE_FIRST : SAVE_NEXT)
            .param("assignment", assignmentId)
            .param("label", labelling.map(columns::label).orElse(null), Types.VARCHAR)
            .param("spans", labelling.map(columns::spans).orElse(null), Types.VARCHAR)
            .param("seconds", activeSeconds)
            .param("accepted", accepted)
            .param("at", Times.utc(at))
            .param("expected", expected)
            .update()
        == 1;
  }

  private static final String MISSING =
      """
      select a.id from touchstone.assignment a
      left join touchstone.draft d on d.assignment_id = a.id
      where a.work_package_id = :package and d.label is null and d.spans is null
      order by a.position
      """;

  /** Assignments of which nothing is said yet, in the order of the package. */
  List<String> missing(String packageId) {
    return database.sql(MISSING).param("package", packageId).query(String.class).list();
  }

  private static final String JUDGE =
      """
      insert into touchstone.judgement
        (batch_id, assignment_id, item_id, annotator_id, role, label, spans, label_schema_version,
         guideline_version, active_seconds, simulated, created_at, recording)
      select a.batch_id, a.id, a.item_id, a.annotator_id,
             case p.kind when 'adjudication' then 'adjudicator' else 'annotator' end,
             d.label, d.spans, b.label_schema_version, b.guideline_version,
             case when n.simulated or t.claimed <= t.open then d.active_seconds
               else d.active_seconds * t.open / t.claimed end,
             n.simulated, :at, :recording
      from touchstone.assignment a
      join touchstone.work_package p on p.id = a.work_package_id
      join touchstone.draft d on d.assignment_id = a.id
      join touchstone.batch b on b.id = a.batch_id
      join touchstone.annotator n on n.id = a.annotator_id
      cross join lateral (
        select p.open_seconds
                 + greatest(0, coalesce(extract(epoch from (:at::timestamptz - p.opened_at)), 0))
                 as open,
               (select sum(mine.active_seconds) from touchstone.draft mine
                join touchstone.assignment of on of.id = mine.assignment_id
                where of.work_package_id = p.id) as claimed) t
      where a.work_package_id = :package
      order by a.position
      """;

  /**
   * Turns the drafts of a package into judgements. Of the time at work that the editor claims no
   * more is believed than the package lay open by the server's clock; simulated people do not wait.
   *
   * @param recording number that they bear
   */
  int judge(String packageId, long recording, Instant at) {
    return database
        .sql(JUDGE)
        .param("package", packageId)
        .param("recording", recording)
        .param("at", Times.utc(at))
        .update();
  }

  private static final String SIZE =
      """
      select count(*) from touchstone.assignment where work_package_id = :package
      """;

  int size(String packageId) {
    return database.sql(SIZE).param("package", packageId).query(Integer.class).single();
  }

  private Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getString("id"),
        row.getString("item_id"),
        Optional.ofNullable(row.getString("text")),
        Optional.ofNullable(row.getString("media_type")),
        row.getObject("version") == null ? Optional.empty() : Optional.of(draft(row)));
  }

  private Work.Draft draft(ResultSet row) throws SQLException {
    return new Work.Draft(
        row.getInt("version"),
        columns.read(row),
        row.getDouble("active_seconds"),
        row.getBoolean("accepted"));
  }

  private static final String JUDGED_ANSWERS =
      """
      select j.id, j.assignment_id, touchstone.answer(j.label, j.spans)::text as answer, d.accepted
      from touchstone.assignment a
      join touchstone.draft d on d.assignment_id = a.id
      join touchstone.judgement j on j.assignment_id = a.id
      where a.work_package_id = :package
      """;

  /** What was judged in a package, with whether what was shown was taken over. */
  List<JudgedAnswer> judgedAnswers(String packageId) {
    return database
        .sql(JUDGED_ANSWERS)
        .param("package", packageId)
        .query(
            (row, number) ->
                new JudgedAnswer(
                    row.getLong("id"),
                    row.getString("assignment_id"),
                    row.getString("answer"),
                    row.getBoolean("accepted")))
        .list();
  }
}
