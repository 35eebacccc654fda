package io.touchstone.quality;

import io.touchstone.platform.database.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was measured, and the numbers it was measured from. */
@Repository
class QualityRepository {

  private final JdbcClient database;
  private final Json json;

  QualityRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String LOCK =
      """
      select id from touchstone.batch where id = :batch for no key update
      """;

  /** One measurement or routing of a batch at a time, until the transaction ends. */
  void lock(String batchId) {
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
  List<String> labels(String batchId) {
    return database.sql(LABELS).param("batch", batchId).query(String.class).list();
  }

  private static final String COMBINATIONS =
      Sql.PLANNED_VOTES
          + """
          select combination, count(*) as items from votes group by combination
          """;

  /** Items per combination of labels, items that nobody judged included. */
  Map<LabelCombination, Long> combinations(String batchId) {
    Map<LabelCombination, Long> items = new LinkedHashMap<>();
    database
        .sql(COMBINATIONS)
        .param("batch", batchId)
        .query(
            row -> {
              items.put(new LabelCombination(row.getString("combination")), row.getLong("items"));
            });
    return items;
  }

  private static final String COMBINATIONS_WITHOUT_SOME =
      Sql.PLANNED_VOTES_WITHOUT_SOME
          + """
          select combination, count(*) as items from votes group by combination
          """;

  /** As {@link #combinations}, without the judgements of these annotators. */
  Map<LabelCombination, Long> combinationsWithout(String batchId, Set<String> annotators) {
    Map<LabelCombination, Long> items = new LinkedHashMap<>();
    database
        .sql(COMBINATIONS_WITHOUT_SOME)
        .param("batch", batchId)
        .param("without", annotators.toArray(String[]::new))
        .query(
            row -> {
              items.put(new LabelCombination(row.getString("combination")), row.getLong("items"));
            });
    return items;
  }

  private static final String GOLD_SCORES =
      """
      with people as (
        select distinct annotator_id from touchstone.judgement
        where batch_id = :batch and role = 'annotator'),
      gold as (
        select distinct on (j.assignment_id) j.annotator_id,
               coalesce(j.label = g.label,
                        touchstone.spans_agree(j.spans, g.spans, :goldF1::numeric)) as correct
        from touchstone.batch b
        join touchstone.gold_item g on g.project_key = b.project_key and g.in_use
        join touchstone.judgement j on j.item_id = g.item_id and j.role = 'annotator'
        where b.id = :batch
        order by j.assignment_id, j.id desc)
      select p.annotator_id, count(g.annotator_id) as judged,
             count(g.annotator_id) filter (where g.correct) as correct
      from people p left join gold g on g.annotator_id = p.annotator_id
      group by p.annotator_id
      """;

  /**
   * Gold scores of those who made judgements in the batch, over all gold items of the project in
   * use that they have judged so far.
   *
   * @param goldSpanF1 exact F1 from which a set of spans answers a gold item rightly
   */
  SortedMap<String, GoldScore> goldScores(String batchId, double goldSpanF1) {
    SortedMap<String, GoldScore> scores = new TreeMap<>();
    database
        .sql(GOLD_SCORES)
        .param("batch", batchId)
        .param("goldF1", goldSpanF1)
        .query(
            row -> {
              scores.put(
                  row.getString("annotator_id"),
                  new GoldScore(row.getLong("judged"), row.getLong("correct")));
            });
    return scores;
  }

  private static final String ANNOTATORS =
      """
      select count(distinct j.annotator_id)
      from touchstone.judgement j
      join touchstone.item i on i.id = j.item_id
      join touchstone.assignment a on a.id = j.assignment_id and a.superseded_at is null
      where j.batch_id = :batch and i.batch_id = :batch and j.role = 'annotator'
      """;

  /** Distinct annotators who judged the batch's own items. */
  int annotators(String batchId) {
    return database.sql(ANNOTATORS).param("batch", batchId).query(Integer.class).single();
  }

  private static final String REPORTS =
      """
      select q.round, q.numbers, q.inputs_sha256, q.created_at, a.acceptance
      from touchstone.quality_report q
      left join lateral (
        select acceptance from touchstone.batch_acceptance
        where batch_id = q.batch_id and round = q.round order by id desc limit 1) a on true
      where q.batch_id = :batch order by q.round desc
      """;

  /** All reports on a batch, the newest first. */
  List<QualityReport> reports(String batchId) {
    return database
        .sql(REPORTS)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new QualityReport(
                    row.getInt("round"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getString("inputs_sha256"),
                    json.read(row.getString("numbers"), QualityNumbers.class),
                    Optional.ofNullable(row.getString("acceptance"))
                        .map(text -> AcceptanceView.of(json.read(text, StoredAcceptance.class)))))
        .list();
  }

  private static final String LATEST =
      """
      select round, inputs_sha256 from touchstone.quality_report
      where batch_id = :batch order by round desc limit 1
      """;

  /** Which report is the newest, and from what it was made. */
  record Latest(int round, String inputsSha256) {}

  Optional<Latest> latest(String batchId) {
    return database
        .sql(LATEST)
        .param("batch", batchId)
        .query((row, number) -> new Latest(row.getInt("round"), row.getString("inputs_sha256")))
        .optional();
  }

  private static final String INSERT =
      """
      insert into touchstone.quality_report
        (batch_id, round, numbers, inputs_sha256, created_at, recording)
      values (:batch, :round, :numbers::jsonb, :inputs, :at, :recording)
      """;

  /**
   * @param recording number that the report bears
   */
  void insert(
      String batchId,
      int round,
      QualityNumbers numbers,
      String inputsSha256,
      long recording,
      Instant at) {
    database
        .sql(INSERT)
        .param("batch", batchId)
        .param("round", round)
        .param("numbers", json.write(numbers))
        .param("inputs", inputsSha256)
        .param("recording", recording)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
  }
}
