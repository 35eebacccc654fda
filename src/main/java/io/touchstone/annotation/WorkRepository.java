package io.touchstone.annotation;

import io.touchstone.answer.Answer;
import io.touchstone.assist.JudgedAnswer;
import io.touchstone.platform.database.Times;
import io.touchstone.project.StoredAnswers;
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
  private final StoredAnswers answers;

  WorkRepository(JdbcClient database, StoredAnswers answers) {
    this.database = database;
    this.answers = answers;
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
      select a.id, a.item_id, o.media_type, d.version, d.note, d.active_seconds, d.accepted,
             touchstone.answers_on(d.answers, i.text) as answers,
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

  private static final String GIVEN =
      """
      select answers from (
        select touchstone.answers_on(touchstone.answers_of_judgement(j.id), i.text)::text as answers
        from touchstone.current_judgement j join touchstone.item i on i.id = j.item_id
        where j.item_id = :item and j.role = 'annotator') given
      order by answers collate "C"
      """;

  /** What annotators said of an item in its present round, one each, equal ones side by side. */
  List<Answer> given(String itemId) {
    return database.sql(GIVEN).param("item", itemId).query(String.class).list().stream()
        .map(answers::read)
        .toList();
  }

  private static final String NOTES =
      """
      select n.note
      from touchstone.current_judgement j
      join touchstone.judgement_note n on n.judgement_id = j.id
      where j.item_id = :item and j.role = 'annotator'
      order by n.note collate "C"
      """;

  /** Why annotators of an item's present round gave no answer, in their own words. */
  List<String> notes(String itemId) {
    return database.sql(NOTES).param("item", itemId).query(String.class).list();
  }

  private static final String FIND_DRAFT =
      """
      select d.version, d.note, d.active_seconds, d.accepted,
             touchstone.answers_on(d.answers, i.text) as answers
      from touchstone.draft d
      join touchstone.assignment a on a.id = d.assignment_id
      join touchstone.item i on i.id = a.item_id
      where d.assignment_id = :assignment
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
        (assignment_id, version, answers, complete, note, active_seconds, accepted, saved_at,
         first_saved_at)
      values (:assignment, 1, :answers::jsonb, :complete, :note, :seconds, :accepted, :at, :at)
      on conflict (assignment_id) do nothing
      """;

  private static final String SAVE_NEXT =
      """
      update touchstone.draft
      set version = version + 1, answers = :answers::jsonb, complete = :complete, note = :note,
          active_seconds = :seconds, accepted = :accepted, saved_at = :at
      where assignment_id = :assignment and version = :expected
      """;

  /**
   * What is saved.
   *
   * @param answer empty where nothing is said yet
   * @param complete whether nothing is missing in it
   * @param note why something is not answered
   * @param accepted whether it was taken over from the suggestion
   */
  record Said(
      Optional<Answer> answer,
      boolean complete,
      Optional<String> note,
      double activeSeconds,
      boolean accepted) {}

  /** Whether the draft was still at the expected version and is now one further. */
  boolean save(String assignmentId, int expected, Said said, Instant at) {
    return database
            .sql(expected == 0 ? SAVE_FIRST : SAVE_NEXT)
            .param("assignment", assignmentId)
            .param("answers", said.answer().map(answers::write).orElse(null), Types.VARCHAR)
            .param("complete", said.complete())
            .param("note", said.note().orElse(null), Types.VARCHAR)
            .param("seconds", said.activeSeconds())
            .param("accepted", said.accepted())
            .param("at", Times.utc(at))
            .param("expected", expected)
            .update()
        == 1;
  }

  private static final String MISSING =
      """
      select a.id from touchstone.assignment a
      left join touchstone.draft d on d.assignment_id = a.id
      where a.work_package_id = :package and (d.answers is null or not d.complete)
      order by a.position
      """;

  /** Assignments of which nothing is said yet, or not all, in the order of the package. */
  List<String> missing(String packageId) {
    return database.sql(MISSING).param("package", packageId).query(String.class).list();
  }

  private static final String JUDGE =
      """
      with judged as (
        insert into touchstone.judgement
          (batch_id, assignment_id, item_id, annotator_id, role, label_schema_version,
           guideline_version, active_seconds, simulated, created_at, recording)
        select a.batch_id, a.id, a.item_id, a.annotator_id,
               case p.kind when 'adjudication' then 'adjudicator' else 'annotator' end,
               b.label_schema_version, b.guideline_version,
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
        returning id, batch_id, assignment_id),
      said as (
        insert into touchstone.judgement_answer
          (judgement_id, question, batch_id, answer)
        select j.id, s.question, j.batch_id, s.answer
        from judged j
        join touchstone.draft d on d.assignment_id = j.assignment_id
        cross join jsonb_each(d.answers) as s (question, answer)),
      noted as (
        insert into touchstone.judgement_note (judgement_id, note)
        select j.id, d.note
        from judged j join touchstone.draft d on d.assignment_id = j.assignment_id
        where d.note is not null)
      select count(*) from judged
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
        .query(Integer.class)
        .single();
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
        answers.read(row),
        Optional.ofNullable(row.getString("note")),
        row.getDouble("active_seconds"),
        row.getBoolean("accepted"));
  }

  private static final String JUDGED_ANSWERS =
      """
      select j.id, j.assignment_id, touchstone.answers_of_judgement(j.id)::text as answers,
             d.accepted
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
                    row.getString("answers"),
                    row.getBoolean("accepted")))
        .list();
  }
}
