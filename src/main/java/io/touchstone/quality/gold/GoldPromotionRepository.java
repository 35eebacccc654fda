package io.touchstone.quality.gold;

import io.touchstone.answer.Answer;
import io.touchstone.platform.database.Times;
import io.touchstone.project.StoredAnswers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Settled items that may become gold, and what people said of that. */
@Repository
class GoldPromotionRepository {

  private final JdbcClient database;
  private final StoredAnswers answers;

  GoldPromotionRepository(JdbcClient database, StoredAnswers answers) {
    this.database = database;
    this.answers = answers;
  }

  /** An item that an adjudicator has settled in a batch that has ended well. */
  record Candidate(String itemId, String batchId, String text, Answer answer) {}

  private static final String CANDIDATES =
      """
      select v.item_id, v.batch_id,
             touchstone.answers_on(touchstone.answers_of_verdict(v.id), i.text)
               as answers,
             case when length(i.text) > 2000 then left(i.text, 2000) || ' …' else i.text end as shown
      from touchstone.verdict v
      join touchstone.batch b on b.id = v.batch_id and b.state = 'done'
      join touchstone.project p on p.key = b.project_key
      join touchstone.item i on i.id = v.item_id and i.text <> ''
      where b.project_key = :project and v.superseded_at is null and v.method = 'adjudication'
        and b.label_schema_version = (select max(version) from touchstone.label_schema s
                                      where s.project_key = b.project_key)
        and not exists (select from touchstone.item_object o where o.item_id = v.item_id)
        and not exists (select from touchstone.gold_promotion g where g.source_item_id = v.item_id)
        and not exists (select from touchstone.verdict_answer a
                        where a.verdict_id = v.id and touchstone.abstained(a.answer) is not null)
      """;

  private static final String FEWEST_FIRST =
      CANDIDATES
          + """
          order by (select count(*) from touchstone.gold_item g
                    join touchstone.verdict_answer a on a.verdict_id = v.id
                    where g.project_key = :project and g.in_use
                      and touchstone.answer_category(g.answers -> a.question) = a.category),
                   v.item_id collate "C"
          limit :limit
          """;

  /** Those of the classes with the least gold first. */
  List<Candidate> candidates(String projectKey, int limit) {
    return database
        .sql(FEWEST_FIRST)
        .param("project", projectKey)
        .param("limit", limit)
        .query(this::candidate)
        .list();
  }

  private static final String CANDIDATE = CANDIDATES + " and v.item_id = :item";

  Optional<Candidate> candidate(String projectKey, String itemId) {
    return database
        .sql(CANDIDATE)
        .param("project", projectKey)
        .param("item", itemId)
        .query(this::candidate)
        .optional();
  }

  private Candidate candidate(ResultSet row, int number) throws SQLException {
    return new Candidate(
        row.getString("item_id"),
        row.getString("batch_id"),
        row.getString("shown"),
        answers.read(row).orElseThrow());
  }

  private static final String HAD =
      """
      select exists (select from touchstone.assignment
                     where item_id = :item and annotator_id = :person)
      """;

  /** Whether the person has ever had the item: to label, to decide or to look at. */
  boolean had(String itemId, String personId) {
    return database
        .sql(HAD)
        .param("item", itemId)
        .param("person", personId)
        .query(Boolean.class)
        .single();
  }

  private static final String PROPOSE =
      """
      insert into touchstone.gold_promotion
        (project_key, source_item_id, answers, label_schema_version, proposed_by, proposed_at)
      values (:project, :item, :answers::jsonb, :schema, :person, :at)
      on conflict (source_item_id) do nothing
      """;

  /** Whether nobody has proposed it before. */
  boolean propose(
      String projectKey,
      String itemId,
      Answer answer,
      int labelSchemaVersion,
      String personId,
      Instant at) {
    return database
            .sql(PROPOSE)
            .param("project", projectKey)
            .param("item", itemId)
            .param("answers", answers.write(answer))
            .param("schema", labelSchemaVersion)
            .param("person", personId)
            .param("at", Times.utc(at))
            .update()
        == 1;
  }

  /**
   * Waits for a second person.
   *
   * @param text of long ones the first 2,000 characters
   */
  record Proposal(
      long id,
      String projectKey,
      String itemId,
      String text,
      Answer answer,
      int labelSchemaVersion,
      String proposedBy,
      Instant proposedAt) {}

  private static final String PROPOSALS =
      """
      select g.id, g.project_key, g.source_item_id, g.label_schema_version,
             touchstone.answers_on(g.answers, i.text) as answers,
             g.proposed_by, g.proposed_at,
             case when length(i.text) > 2000 then left(i.text, 2000) || ' …' else i.text end as shown
      from touchstone.gold_promotion g join touchstone.item i on i.id = g.source_item_id
      where g.decision is null
      """;

  private static final String OF_PROJECT =
      PROPOSALS + " and g.project_key = :project order by g.id limit :limit";

  List<Proposal> proposals(String projectKey, int limit) {
    return database
        .sql(OF_PROJECT)
        .param("project", projectKey)
        .param("limit", limit)
        .query(this::proposal)
        .list();
  }

  private static final String LOCK = PROPOSALS + " and g.id = :id for update of g";

  /** One that waits still, locked until the transaction ends. */
  Optional<Proposal> lock(long id) {
    return database.sql(LOCK).param("id", id).query(this::proposal).optional();
  }

  private Proposal proposal(ResultSet row, int number) throws SQLException {
    return new Proposal(
        row.getLong("id"),
        row.getString("project_key"),
        row.getString("source_item_id"),
        row.getString("shown"),
        answers.read(row).orElseThrow(),
        row.getInt("label_schema_version"),
        row.getString("proposed_by"),
        Times.at(row, "proposed_at"));
  }

  private static final String DECIDE =
      """
      update touchstone.gold_promotion
      set decided_by = :person, decided_at = :at, decision = :decision, gold_item_id = :gold
      where id = :id
      """;

  /**
   * @param goldItemId the copy; empty where it was refused
   */
  void decide(long id, String personId, Optional<String> goldItemId, Instant at) {
    database
        .sql(DECIDE)
        .param("id", id)
        .param("person", personId)
        .param("decision", goldItemId.isPresent() ? "taken" : "refused")
        .param("gold", goldItemId.orElse(null))
        .param("at", Times.utc(at))
        .update();
  }

  private static final String IN_USE =
      """
      select said.label, count(distinct g.item_id) as items
      from touchstone.gold_item g
      cross join unnest(touchstone.answers_labels(g.answers)) as said (label)
      where g.project_key = :project and g.in_use
      group by said.label
      """;

  /** Gold in use by class; of spans an item counts for each label it has. */
  Map<String, Long> inUseByLabel(String projectKey) {
    Map<String, Long> labels = new LinkedHashMap<>();
    database
        .sql(IN_USE)
        .param("project", projectKey)
        .query(
            row -> {
              labels.put(row.getString("label"), row.getLong("items"));
            });
    return labels;
  }

  private static final String ALL_IN_USE =
      """
      select count(*) from touchstone.gold_item where project_key = :project and in_use
      """;

  long inUse(String projectKey) {
    return database.sql(ALL_IN_USE).param("project", projectKey).query(Long.class).single();
  }

  /**
   * A gold item that people dispute.
   *
   * @param name its id in the file, or of the copy
   */
  record Retired(String name, String because, Instant at) {}

  private static final String RETIRED =
      """
      select coalesce(i.external_id, i.id) as name, g.because, g.retired_at as at
      from touchstone.gold_item g join touchstone.item i on i.id = g.item_id
      where g.project_key = :project and g.retired = 'disputed'
      order by g.retired_at desc limit :limit
      """;

  List<Retired> retired(String projectKey, int limit) {
    return database
        .sql(RETIRED)
        .param("project", projectKey)
        .param("limit", limit)
        .query(
            (row, number) ->
                new Retired(row.getString("name"), row.getString("because"), Times.at(row, "at")))
        .list();
  }
}
