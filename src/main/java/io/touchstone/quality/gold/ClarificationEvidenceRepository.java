package io.touchstone.quality.gold;

import io.touchstone.answer.Answer;
import io.touchstone.project.StoredAnswers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a talk about the guideline is about: somebody's answers, and examples of classes. */
@Repository
public class ClarificationEvidenceRepository {

  private final JdbcClient database;
  private final StoredAnswers answers;

  ClarificationEvidenceRepository(JdbcClient database, StoredAnswers answers) {
    this.database = database;
    this.answers = answers;
  }

  /** The first answers to gold items that the look saw, and the gold answers. */
  private static final String SEEN =
      """
      with seen as (
        select j.id, j.item_id
        from touchstone.gold_look l
        join touchstone.judgement j
          on j.annotator_id = l.annotator_id and j.role = 'annotator' and j.id <= l.position
        join touchstone.gold_item g on g.item_id = j.item_id and g.project_key = l.project_key
        where l.clarification_id = :clarification
          and not exists (select from touchstone.judgement first
                          where first.item_id = j.item_id
                            and first.assignment_id = j.assignment_id and first.id < j.id)
        order by j.id desc
        limit (select gold_count from touchstone.gold_look where clarification_id = :clarification))
      """;

  private static final String GIVEN =
      SEEN
          + """
          select touchstone.answers_of_judgement(id) as answers from seen order by id
          """;

  private static final String EXPECTED =
      SEEN
          + """
          select g.answers from seen s
          join touchstone.gold_item g on g.item_id = s.item_id order by s.id
          """;

  private static final String ITEMS =
      SEEN
          + """
          select distinct item_id from seen
          """;

  /** The gold items that the talk is about. */
  List<String> goldItems(String clarificationId) {
    return database.sql(ITEMS).param("clarification", clarificationId).query(String.class).list();
  }

  public List<Confusion> confusions(String clarificationId) {
    var given = labellings(GIVEN, clarificationId);
    var expected = labellings(EXPECTED, clarificationId);
    return Confusion.in(
        IntStream.range(0, given.size())
            .mapToObj(i -> new Confusion.Pair(given.get(i), expected.get(i)))
            .toList());
  }

  private List<Answer> labellings(String query, String clarificationId) {
    RowMapper<Answer> read = (row, number) -> answers.read(row).orElseThrow();
    return database.sql(query).param("clarification", clarificationId).query(read).list();
  }

  private static final String TIMES_GIVEN =
      """
      select said.label, count(*) as times
      from touchstone.clarification c
      join touchstone.batch b on b.project_key = c.project_key
      join touchstone.judgement j on j.batch_id = b.id and j.annotator_id = c.annotator_id
      join touchstone.judgement_answer a on a.judgement_id = j.id
      cross join unnest(a.labels) as said (label)
      where c.id = :clarification
      group by said.label
      """;

  /** How often the person gave each class in the project, known answers included. */
  public Map<String, Long> timesGiven(String clarificationId) {
    Map<String, Long> times = new HashMap<>();
    database
        .sql(TIMES_GIVEN)
        .param("clarification", clarificationId)
        .query(
            row -> {
              times.put(row.getString("label"), row.getLong("times"));
            });
    return times;
  }

  private static final String EXAMPLES =
      """
      with mine as (
        select a.item_id from touchstone.assignment a
        join touchstone.clarification c on c.annotator_id = a.annotator_id
        where c.id = :clarification),
      settled as (
        select v.item_id, 1 as source
        from touchstone.clarification c
        join touchstone.batch b on b.project_key = c.project_key
        join touchstone.current_verdict v on v.batch_id = b.id
        where c.id = :clarification and v.category = :label),
      agreed as (
        select j.item_id, 2 as source
        from touchstone.clarification c
        join touchstone.item i on i.batch_id = c.batch_id
        join touchstone.judgement j on j.item_id = i.id and j.role = 'annotator'
        join touchstone.current_assignment a on a.id = j.assignment_id
        join touchstone.judgement_answer s on s.judgement_id = j.id and s.category is not null
        where c.id = :clarification
        group by j.item_id, s.question
        having count(distinct j.annotator_id) >= 2 and bool_and(s.category = :label))
      select case when length(i.text) > 2000 then left(i.text, 2000) || ' …' else i.text end
      from (select item_id, min(source) as source
            from (select * from settled union all select * from agreed) found group by item_id) found
      join touchstone.item i on i.id = found.item_id and i.batch_id is not null
      where i.id not in (select item_id from mine)
        and not exists (select from touchstone.gold_promotion p where p.source_item_id = i.id)
      order by found.source, i.id collate "C" limit :limit
      """;

  /**
   * Texts of a class, of long ones the first 2,000 characters: settled ones of the project, then
   * those of the batch on which two or more people agree. None that the person has ever had: that
   * would say that it is no gold. None that gold is a copy of, or may soon be.
   */
  public List<String> examples(String clarificationId, String label, int limit) {
    return database
        .sql(EXAMPLES)
        .param("clarification", clarificationId)
        .param("label", label)
        .param("limit", limit)
        .query(String.class)
        .list();
  }
}
