package io.touchstone.quality.measurement;

import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What guideline owners decided, and the items that a decision touches. */
@Repository
public class GuidelineDecisionRepository {

  private final JdbcClient database;
  private final Json json;

  GuidelineDecisionRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String HISTORY =
      """
      select count(*) filter (where d.decision = 'revise') as revisions,
             count(*) filter (where d.decision = 'keep' and d.round = b.labelling_round) as kept
      from touchstone.batch b left join touchstone.guideline_decision d on d.batch_id = b.id
      where b.id = :batch
      """;

  GuidelineVerdict.History history(String batchId) {
    return database
        .sql(HISTORY)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new GuidelineVerdict.History(row.getInt("revisions"), row.getInt("kept") > 0))
        .single();
  }

  /**
   * A decision.
   *
   * @param round the labelling round that gave rise to it
   * @param code revise or keep
   * @param guidelineVersion under which the batch goes on
   * @param labels whose items are labelled again
   */
  public record Decision(
      String batchId,
      int round,
      String code,
      int guidelineVersion,
      List<String> labels,
      int items,
      String personId) {}

  private static final String INSERT =
      """
      insert into touchstone.guideline_decision
        (batch_id, round, decision, guideline_version, labels, items, decided_by, created_at)
      values (:batch, :round, :decision, :version, :labels::jsonb, :items, :person, :at)
      """;

  public void insert(Decision decision, Instant at) {
    database
        .sql(INSERT)
        .param("batch", decision.batchId())
        .param("round", decision.round())
        .param("decision", decision.code())
        .param("version", decision.guidelineVersion())
        .param("labels", json.write(decision.labels()))
        .param("items", decision.items())
        .param("person", decision.personId())
        .param("at", Times.utc(at))
        .update();
  }

  /** Each label that a judgement that counts, or a verdict, gives an item of the batch. */
  private static final String SAID =
      """
      with judged as (
        select j.item_id, j.question, j.category, j.labels, j.role
        from touchstone.current_answer j
        join touchstone.item i on i.id = j.item_id and i.batch_id = :batch
        where j.batch_id = :batch),
      said as (
        select item_id, l.label from judged cross join unnest(labels) as l (label)
        union
        select item_id, l.label from touchstone.current_verdict
        cross join unnest(labels) as l (label)
        where batch_id = :batch)
      """;

  private static final String AFFECTED =
      SAID
          + """
          select distinct item_id from said where label = any (:labels::text[]) order by item_id
          """;

  /** Items of the batch to which a judgement that counts, or a verdict, gives one of the labels. */
  public List<String> itemsWith(String batchId, List<String> labels) {
    return database
        .sql(AFFECTED)
        .param("batch", batchId)
        .param("labels", labels.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  private static final String LABEL_SETS =
      SAID
          + """
          , sets as (
            select string_agg(label, ',' order by label collate "C") as labels
            from said group by item_id)
          select labels, count(*) as items from sets group by labels order by labels
          """;

  /** Items of the batch per set of labels that they were given; ids joined by commas. */
  public Map<String, Long> labelSets(String batchId) {
    Map<String, Long> sets = new LinkedHashMap<>();
    database
        .sql(LABEL_SETS)
        .param("batch", batchId)
        .query(
            row -> {
              sets.put(row.getString("labels"), row.getLong("items"));
            });
    return sets;
  }

  /**
   * An item on which annotators disagree.
   *
   * @param text its beginning, where it is longer than 2,000 characters
   * @param labels one per annotator, in no order that means anything
   */
  public record Example(String itemId, String text, List<String> labels) {}

  private static final String EXAMPLES =
      SAID
          + """
          , mixed as (
            select item_id, string_agg(category, ',' order by category collate "C") as labels
            from judged where role = 'annotator' group by item_id, question
            having bool_or(category = :first) and bool_or(category = :second)
            order by item_id collate "C" limit :limit)
          select m.item_id, m.labels,
                 case when length(i.text) > 2000 then left(i.text, 2000) || ' …' else i.text end as text
          from mixed m join touchstone.item i on i.id = m.item_id
          order by m.item_id collate "C"
          """;

  /** Items that were given both labels; which ones is left to chance, for their ids are. */
  public List<Example> examples(String batchId, String first, String second, int limit) {
    return database
        .sql(EXAMPLES)
        .param("batch", batchId)
        .param("first", first)
        .param("second", second)
        .param("limit", limit)
        .query(
            (row, number) ->
                new Example(
                    row.getString("item_id"),
                    row.getString("text"),
                    List.of(row.getString("labels").split(","))))
        .list();
  }
}
