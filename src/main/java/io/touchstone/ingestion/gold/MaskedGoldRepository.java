package io.touchstone.ingestion.gold;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.platform.database.Times;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.StoredAnswers;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Under which rules the text of a gold item may be shown. */
@Repository
public class MaskedGoldRepository {

  private final JdbcClient database;
  private final StoredAnswers answers;

  MaskedGoldRepository(JdbcClient database, StoredAnswers answers) {
    this.database = database;
    this.answers = answers;
  }

  private static final String KNOWN =
      """
      select t.item_id from touchstone.gold_text t
      join touchstone.gold_item g on g.item_id = t.item_id
      where g.project_key = :project and t.policy_sha256 = :policy
      """;

  /** Of which gold something is noted under these rules. */
  Set<String> known(String projectKey, String policySha256) {
    return new HashSet<>(
        database
            .sql(KNOWN)
            .param("project", projectKey)
            .param("policy", policySha256)
            .query(String.class)
            .list());
  }

  private static final String FITTING =
      """
      with known as (
        select g.item_id, i.external_id
        from touchstone.gold_item g join touchstone.item i on i.id = g.item_id
        where g.project_key = :project),
      seen as (
        select k.external_id
        from known k join touchstone.assignment a on a.item_id = k.item_id
        where a.annotator_id = :annotator and k.external_id in (
          select external_id from known group by external_id having count(*) > 1)
          and k.item_id <> all (:items::text[]))
      select k.item_id from known k
      where k.item_id = any (:items::text[]) and touchstone.gold_fits(k.item_id, :policy)
        and not exists (select from seen s where s.external_id = k.external_id)
      """;

  /**
   * Which of these may be shown to the person under some rules.
   *
   * @param policySha256 empty where no rules are known yet
   */
  Set<String> fitting(
      String projectKey, Optional<String> policySha256, String annotatorId, List<String> itemIds) {
    return new HashSet<>(
        database
            .sql(FITTING)
            .param("project", projectKey)
            .param("policy", policySha256.orElse(null), Types.VARCHAR)
            .param("annotator", annotatorId)
            .param("items", itemIds.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  private static final String OF_BATCH =
      """
      select project_key, touchstone.batch_policy(id) as policy from touchstone.batch where id = :id
      """;

  private static final String OF_PROJECT =
      """
      select project_key, policy_sha256 as policy from touchstone.project_policy
      where project_key = :id
      """;

  /** Under which rules something is. */
  record Rules(String projectKey, Optional<String> policy) {}

  /** Those that the batch's items were made under. */
  Rules ofBatch(String batchId) {
    return rules(OF_BATCH, batchId).orElseThrow();
  }

  /** Those that the newest start has read. */
  Rules ofProject(String projectKey) {
    return rules(OF_PROJECT, projectKey).orElse(new Rules(projectKey, Optional.empty()));
  }

  private Optional<Rules> rules(String sql, String id) {
    return database
        .sql(sql)
        .param("id", id)
        .query(
            (row, number) ->
                new Rules(
                    row.getString("project_key"), Optional.ofNullable(row.getString("policy"))))
        .optional();
  }

  private static final String IN_BATCHES =
      """
      select distinct i.id, i.external_id
      from touchstone.gold_text t
      join touchstone.item i on i.id = t.item_id
      join touchstone.batch b on b.project_key = i.project_key and b.ended_at is null
      where i.project_key = :project and i.external_id is not null and t.usable
        and t.policy_sha256 = touchstone.batch_policy(b.id)
      """;

  /** Names by item id of gold that batches which have not ended may be given. */
  Map<String, String> inBatches(String projectKey) {
    Map<String, String> names = new HashMap<>();
    database
        .sql(IN_BATCHES)
        .param("project", projectKey)
        .query(
            (ResultSet row) -> {
              names.put(row.getString("id"), row.getString("external_id"));
            });
    return names;
  }

  private static final String INSERT =
      """
      insert into touchstone.gold_text
        (item_id, policy_sha256, usable, pending, answerable, because)
      values (:item, :policy, :usable, :pending, :answerable, :because)
      on conflict (item_id, policy_sha256) do nothing
      """;

  void insert(MaskedGold.Standing standing, String policySha256) {
    database
        .sql(INSERT)
        .param("item", standing.itemId())
        .param("policy", policySha256)
        .param("usable", standing.usable())
        .param("pending", standing.pending())
        .param("answerable", standing.answerable())
        .param("because", standing.because().orElse(null))
        .update();
  }

  /**
   * A gold item that waits for a decision.
   *
   * @param name of the line in the file
   * @param answerable whether its answer can still be given
   */
  public record Item(
      String itemId,
      Optional<String> name,
      String text,
      @JsonIgnore Answer answer,
      String because,
      boolean answerable) {

    @JsonAnyGetter
    Map<String, JsonNode> members() {
      return ProjectSettings.Task.members(Optional.of(answer));
    }
  }

  private static final String PENDING =
      """
      select t.item_id, i.external_id, i.text, touchstone.answers_on(g.answers, i.text) as answers,
             t.because, t.answerable
      from touchstone.gold_text t
      join touchstone.gold_item g on g.item_id = t.item_id
      join touchstone.item i on i.id = t.item_id
      where g.project_key = :project and t.policy_sha256 = :policy and t.pending
      order by i.external_id, t.item_id
      """;

  List<Item> pending(String projectKey, String policySha256) {
    return database
        .sql(PENDING)
        .param("project", projectKey)
        .param("policy", policySha256)
        .query(
            (row, number) ->
                new Item(
                    row.getString("item_id"),
                    Optional.ofNullable(row.getString("external_id")),
                    row.getString("text"),
                    answers.read(row).orElseThrow(),
                    row.getString("because"),
                    row.getBoolean("answerable")))
        .list();
  }

  private static final String DECIDE =
      """
      update touchstone.gold_text
      set usable = :usable, pending = false, decided_by = :person, decided_at = :at
      where item_id = :item and policy_sha256 = :policy and pending
      """;

  void decide(String itemId, String policySha256, boolean usable, String person, Instant at) {
    database
        .sql(DECIDE)
        .param("item", itemId)
        .param("policy", policySha256)
        .param("usable", usable)
        .param("person", person)
        .param("at", Times.utc(at))
        .update();
  }

  /** Gold of a project that somebody decides on. */
  record Review(String id, String projectKey, String policySha256, Instant begunAt) {}

  private static final String BEGIN_REVIEW =
      """
      insert into touchstone.masked_gold_review (id, project_key, policy_sha256, begun_at)
      select 'masked-gold-' || :project || '-' || count(*) + 1, :project, :policy, :at
      from touchstone.masked_gold_review where project_key = :project
      on conflict do nothing
      returning id
      """;

  /** Its id; none if one of these rules is open. */
  Optional<String> beginReview(String projectKey, String policySha256, Instant at) {
    return database
        .sql(BEGIN_REVIEW)
        .param("project", projectKey)
        .param("policy", policySha256)
        .param("at", Times.utc(at))
        .query(String.class)
        .optional();
  }

  private static final String REVIEW =
      """
      select id, project_key, policy_sha256, begun_at from touchstone.masked_gold_review
      where id = :id
      """;

  Review require(String id) {
    return database
        .sql(REVIEW)
        .param("id", id)
        .query(
            (row, number) ->
                new Review(
                    row.getString("id"),
                    row.getString("project_key"),
                    row.getString("policy_sha256"),
                    Times.at(row, "begun_at")))
        .single();
  }

  private static final String CLOSE =
      """
      update touchstone.masked_gold_review set decided_by = :person, decided_at = :at
      where id = :id and decided_at is null
      """;

  void close(String id, String person, Instant at) {
    database.sql(CLOSE).param("id", id).param("person", person).param("at", Times.utc(at)).update();
  }
}
