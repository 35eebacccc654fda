package io.touchstone.quality.round;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a round of a batch is measured from: its labels, its votes and the report before. */
@Repository
public class RoundRepository {

  private final JdbcClient database;

  RoundRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String LOCK =
      """
      select id from touchstone.batch where id = :batch for no key update
      """;

  /** One measurement or routing of a batch at a time, until the transaction ends. */
  public void lock(String batchId) {
    database.sql(LOCK).param("batch", batchId).query(String.class).single();
  }

  private static final String LABELS =
      """
      select label ->> 'id'
      from touchstone.batch b
      join touchstone.label_schema s
        on s.project_key = b.project_key and s.version = b.label_schema_version
      cross join lateral jsonb_array_elements(s.labels) with ordinality as l (label, position)
      where b.id = :batch
      order by position
      """;

  /** Ids of the labels that the batch is labelled with, in the order of the schema. */
  public List<String> labels(String batchId) {
    return database.sql(LABELS).param("batch", batchId).query(String.class).list();
  }

  private static final String COMBINATIONS =
      RoundSql.PLANNED_VOTES
          + """
          select combination, count(*) as items from votes group by combination
          """;

  /** Items per combination of labels in answer to a question, those nobody answered included. */
  public Map<LabelCombination, Long> combinations(String batchId, String question) {
    Map<LabelCombination, Long> items = new LinkedHashMap<>();
    database
        .sql(COMBINATIONS)
        .param("batch", batchId)
        .param("question", question)
        .query(
            row -> {
              items.put(new LabelCombination(row.getString("combination")), row.getLong("items"));
            });
    return items;
  }

  private static final String ABSTENTIONS =
      RoundSql.PLANNED_VOTES
          + """
          select touchstone.abstained(c.answer) as why, count(*) as judgements
          from current c join touchstone.item i on i.id = c.item_id and i.batch_id = :batch
          where touchstone.abstained(c.answer) is not null
          group by 1
          """;

  /** Judgements that give no answer to a question, by the id of why. */
  public SortedMap<String, Long> abstentions(String batchId, String question) {
    SortedMap<String, Long> byWhy = new TreeMap<>();
    database
        .sql(ABSTENTIONS)
        .param("batch", batchId)
        .param("question", question)
        .query(
            row -> {
              byWhy.put(row.getString("why"), row.getLong("judgements"));
            });
    return byWhy;
  }

  private static final String COMBINATIONS_WITHOUT_SOME =
      RoundSql.PLANNED_VOTES_WITHOUT_SOME
          + """
          select combination, count(*) as items from votes group by combination
          """;

  /** As {@link #combinations}, without the judgements of these annotators. */
  public Map<LabelCombination, Long> combinationsWithout(
      String batchId, String question, Set<String> annotators) {
    Map<LabelCombination, Long> items = new LinkedHashMap<>();
    database
        .sql(COMBINATIONS_WITHOUT_SOME)
        .param("batch", batchId)
        .param("question", question)
        .param("without", annotators.toArray(String[]::new))
        .query(
            row -> {
              items.put(new LabelCombination(row.getString("combination")), row.getLong("items"));
            });
    return items;
  }

  private static final String ANNOTATORS =
      """
      select count(distinct j.annotator_id)
      from touchstone.judgement j
      join touchstone.item i on i.id = j.item_id
      join touchstone.current_assignment a on a.id = j.assignment_id
      where j.batch_id = :batch and i.batch_id = :batch and j.role = 'annotator'
      """;

  /** Distinct annotators who judged the batch's own items. */
  public int annotators(String batchId) {
    return database.sql(ANNOTATORS).param("batch", batchId).query(Integer.class).single();
  }

  private static final String LATEST =
      """
      select round, inputs_sha256 from touchstone.quality_report
      where batch_id = :batch order by round desc limit 1
      """;

  /** Which report is the newest, and from what it was made. */
  public record Latest(int round, String inputsSha256) {}

  public Optional<Latest> latest(String batchId) {
    return database
        .sql(LATEST)
        .param("batch", batchId)
        .query((row, number) -> new Latest(row.getInt("round"), row.getString("inputs_sha256")))
        .optional();
  }
}
