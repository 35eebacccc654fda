package io.touchstone.ingestion.rule;

import io.touchstone.deidentification.Finding;
import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Searches of older items under new rules, and what they find. */
@Repository
class RuleSearchRepository {

  private final JdbcClient database;

  RuleSearchRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String NOTE_RULES =
      """
      insert into touchstone.project_policy (project_key, policy_sha256, since)
      values (:project, :policy, :at)
      on conflict (project_key) do update
      set policy_sha256 = excluded.policy_sha256, since = excluded.since
      where project_policy.policy_sha256 <> excluded.policy_sha256
      """;

  /** Whether these rules are other ones than those noted last, or none were. */
  boolean noteRules(String projectKey, String policySha256, Instant at) {
    return database
            .sql(NOTE_RULES)
            .param("project", projectKey)
            .param("policy", policySha256)
            .param("at", Times.utc(at))
            .update()
        == 1;
  }

  private static final String MADE_OTHERWISE =
      """
      select b.id from touchstone.batch b
      where b.project_key = :project and exists (
        select from touchstone.manifest_entry m
        where m.batch_id = b.id and m.status = 'ok' and m.policy_sha256 <> :policy)
      order by b.id
      """;

  /** Batches of which some items were made under other rules than these. */
  List<String> madeOtherwise(String projectKey, String policySha256) {
    return database
        .sql(MADE_OTHERWISE)
        .param("project", projectKey)
        .param("policy", policySha256)
        .query(String.class)
        .list();
  }

  private static final String BEGIN =
      """
      insert into touchstone.rule_search (id, project_key, policy_sha256, begun_at)
      select 'rules-' || :project || '-' || count(*) + 1, :project, :policy, :at
      from touchstone.rule_search where project_key = :project
      returning id
      """;

  private static final String ADD_BATCHES =
      """
      insert into touchstone.rule_search_batch (search_id, batch_id)
      select :search, unnest(:batches::text[])
      """;

  /** Makes a search of these batches; its id is that of its process. */
  String begin(String projectKey, String policySha256, List<String> batches, Instant at) {
    String id =
        database
            .sql(BEGIN)
            .param("project", projectKey)
            .param("policy", policySha256)
            .param("at", Times.utc(at))
            .query(String.class)
            .single();
    database
        .sql(ADD_BATCHES)
        .param("search", id)
        .param("batches", batches.toArray(String[]::new))
        .update();
    return id;
  }

  /** A search. */
  record Search(
      String id,
      String projectKey,
      String policySha256,
      Instant begunAt,
      long searchedItems,
      Optional<Instant> finishedAt) {}

  private static final String FIND =
      """
      select * from touchstone.rule_search where id = :id
      """;

  Search require(String id) {
    return find(id, FIND);
  }

  /** As {@link #require}; nobody else goes on with it until the commit. */
  Search lock(String id) {
    return find(id, FIND + " for update");
  }

  private Search find(String id, String sql) {
    return database
        .sql(sql)
        .param("id", id)
        .query(
            (row, number) ->
                new Search(
                    row.getString("id"),
                    row.getString("project_key"),
                    row.getString("policy_sha256"),
                    Times.at(row, "begun_at"),
                    row.getLong("searched_items"),
                    Times.maybeAt(row, "finished_at")))
        .single();
  }

  /** Where a search goes on: in a batch, after the item with this content hash. */
  record Position(String batchId, String afterContent) {}

  private static final String NEXT =
      """
      select batch_id, after_content from touchstone.rule_search_batch
      where search_id = :search and not finished order by batch_id limit 1
      """;

  /** Empty when all was searched. */
  Optional<Position> next(String searchId) {
    return database.sql(NEXT).param("search", searchId).query(Position.class).optional();
  }

  private static final String ADVANCE_BATCH =
      """
      update touchstone.rule_search_batch
      set after_content = :after, finished = :items = 0
      where search_id = :search and batch_id = :batch
      """;

  private static final String ADVANCE =
      """
      update touchstone.rule_search set searched_items = searched_items + :items where id = :search
      """;

  /**
   * Notes how far the search has come.
   *
   * @param items how many were searched; none: the batch has no more
   */
  void advance(String searchId, String batchId, String afterContent, int items) {
    database
        .sql(ADVANCE_BATCH)
        .param("search", searchId)
        .param("batch", batchId)
        .param("after", afterContent)
        .param("items", items)
        .update();
    database.sql(ADVANCE).param("search", searchId).param("items", items).update();
  }

  private static final String FINISH =
      """
      update touchstone.rule_search set finished_at = :at where id = :search
      """;

  void finish(String searchId, Instant at) {
    database.sql(FINISH).param("search", searchId).param("at", Times.utc(at)).update();
  }

  private static final String REVIEWED =
      """
      update touchstone.rule_search set reviewed_by = :person, reviewed_at = :at where id = :search
      """;

  void reviewed(String searchId, String person, Instant at) {
    database
        .sql(REVIEWED)
        .param("search", searchId)
        .param("person", person)
        .param("at", Times.utc(at))
        .update();
  }

  /** Of what a hit is a place. */
  enum Part {
    /** The item's text. */
    TEXT,
    /** What its document holds beside the text. */
    ASIDE;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A place in which new rules find something, in code points, the end exclusive. */
  record Hit(String itemId, Part part, int start, int end, String kind) {

    static Hit of(String itemId, Part part, Finding found) {
      return new Hit(itemId, part, found.start(), found.end(), found.type().id());
    }
  }

  private static final String ADD_HITS =
      """
      insert into touchstone.rule_hit (search_id, item_id, part, start_at, end_at, kind)
      select :search, * from unnest(
        :items::text[], :parts::text[], :starts::int[], :ends::int[], :kinds::text[])
      on conflict do nothing
      """;

  void addHits(String searchId, List<Hit> hits) {
    if (hits.isEmpty()) {
      return;
    }
    database
        .sql(ADD_HITS)
        .param("search", searchId)
        .param("items", hits.stream().map(Hit::itemId).toArray(String[]::new))
        .param("parts", hits.stream().map(hit -> hit.part().id()).toArray(String[]::new))
        .param("starts", hits.stream().map(Hit::start).toArray(Integer[]::new))
        .param("ends", hits.stream().map(Hit::end).toArray(Integer[]::new))
        .param("kinds", hits.stream().map(Hit::kind).toArray(String[]::new))
        .update();
  }

  private static final String COUNT_HITS =
      """
      select count(*) from touchstone.rule_hit where search_id = :search
      """;

  long countHits(String searchId) {
    return database.sql(COUNT_HITS).param("search", searchId).query(Long.class).single();
  }

  /**
   * Hits of one kind in one batch.
   *
   * @param published whether items of the batch are in a published version
   */
  record Group(String batchId, boolean published, String kind, long items, long hits) {}

  private static final String GROUPS =
      """
      select i.batch_id, b.published, h.kind, count(distinct h.item_id) as items, count(*) as hits
      from touchstone.rule_hit h
      join touchstone.item i on i.id = h.item_id
      join touchstone.batch b on b.id = i.batch_id
      where h.search_id = :search
      group by i.batch_id, b.published, h.kind order by i.batch_id, h.kind
      """;

  List<Group> groups(String searchId) {
    return database.sql(GROUPS).param("search", searchId).query(Group.class).list();
  }

  /** A hit with what stands there. */
  record Place(
      String batchId, String itemId, String kind, Part part, int start, int end, String text) {}

  private static final String PLACES =
      """
      select i.batch_id, h.item_id, h.kind, h.part, h.start_at, h.end_at,
             case h.part when 'text' then i.text else o.asides end as text
      from touchstone.rule_hit h
      join touchstone.item i on i.id = h.item_id
      left join touchstone.item_object o on o.item_id = i.id
      where h.search_id = :search
      order by i.batch_id, h.item_id, h.part desc, h.start_at limit :limit
      """;

  /** The first hits, batch by batch and item by item. */
  List<Place> places(String searchId, int limit) {
    return database
        .sql(PLACES)
        .param("search", searchId)
        .param("limit", limit)
        .query(
            (row, number) ->
                new Place(
                    row.getString("batch_id"),
                    row.getString("item_id"),
                    row.getString("kind"),
                    Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
                    row.getInt("start_at"),
                    row.getInt("end_at"),
                    row.getString("text")))
        .list();
  }
}
