package io.touchstone.inspection.items;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Conditions;
import io.touchstone.platform.database.Json;
import io.touchstone.project.StoredAnswers;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows of a batch in the order in which they were received, looked through a stretch at a time, so
 * that no question takes longer in a larger batch.
 */
@Repository
class ItemListRepository {

  /** Above so many, what a person, label or rule has touched is met soon enough on the way. */
  private static final int FEW = 20_000;

  private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

  private final JdbcClient database;
  private final Json json;
  private final StoredAnswers answers;

  ItemListRepository(JdbcClient database, Json json, StoredAnswers answers) {
    this.database = database;
    this.json = json;
    this.answers = answers;
  }

  /**
   * What a stretch held.
   *
   * @param found rows that fit, in order
   * @param end the last row that was looked at; empty behind the last one of the batch
   */
  record Stretch(List<ItemEntry> found, Optional<ItemFilter.Position> end) {}

  /** Rows of one source object, or of several that have few. */
  private static final String ROWS =
      """
      seen as materialized (
        select s.position, m.*
        from (
          select id, position,
                 sum(ahead) over (order by position) - ahead as before
          from (select id, position,
                       greatest(
                         0, seen_rows - case when position = :fromSource then :fromRow else 0 end)
                         as ahead
                from touchstone.source_object
                where batch_id = :batch and position >= :fromSource and seen_rows > 0
                order by position limit :stretch) near) s
        cross join lateral (
          select row_number, status, reason, item_id, findings
          from touchstone.manifest_entry
          where source_id = s.id
            and row_number > case when s.position = :fromSource then :fromRow else 0 end
          order by row_number limit :stretch) m
        where s.before <= :stretch
        order by s.position, m.row_number limit :stretch)
      """;

  /** Rows of the few items that can fit at all. */
  private static final String ROWS_OF_FEW =
      """
      seen as materialized (
        select s.position, m.row_number, m.status, m.reason, m.item_id, m.findings
        from (select distinct item_id from (%s) touched) few
        join touchstone.manifest_entry m on m.item_id = few.item_id
        join touchstone.source_object s on s.id = m.source_id
        where m.batch_id = :batch and (s.position, m.row_number) > (:fromSource, :fromRow)
        order by s.position, m.row_number)
      """;

  private static final String STRETCH =
      """
      with %s,
      found as (
        select m.*, votes.judgements, votes.labels,
               (select array_agg(r.rule order by r.pass) from touchstone.item_route r
                where r.item_id = m.item_id) as routes
        from (
          select m.*, touchstone.answers_of_verdict(v.id) as answers,
                 v.method, v.routing_rule
          from seen m
          left join lateral (
            select id, method, routing_rule
            from touchstone.verdict
            where item_id = m.item_id and superseded_at is null
            order by round desc limit 1) v on true
          %s
          order by m.position, m.row_number limit :limit) m
        cross join lateral (
          select count(distinct j.assignment_id) as judgements,
                 count(distinct touchstone.answers_of_judgement(j.id)) as labels
          from touchstone.judgement j
          join touchstone.current_assignment a on a.id = j.assignment_id
          where j.item_id = m.item_id and j.batch_id = :batch and j.role = 'annotator') votes)
      select ends.position as end_source, ends.row_number as end_row, f.*
      from (select position, row_number from seen order by position desc, row_number desc limit 1)
             ends
      left join found f on true
      order by f.position, f.row_number
      """;

  /**
   * Looks through some rows, or through all that can fit where they are few.
   *
   * @param stretch how many rows are looked through at most
   * @param limit how many that fit are wanted at most
   */
  Stretch look(ItemFilter filter, int stretch, int limit) {
    ItemFilter.Position after = filter.after().orElse(ItemFilter.Position.START);
    Conditions conditions = conditions(filter);
    Optional<String> few = few(filter, conditions.parameters());
    String rows = few.map(ROWS_OF_FEW::formatted).orElse(ROWS);
    List<ItemEntry> found = new ArrayList<>();
    List<ItemFilter.Position> ends = new ArrayList<>();
    database
        .sql(STRETCH.formatted(rows, conditions.where()))
        .params(conditions.parameters())
        .param("batch", filter.batchId())
        .param("fromSource", after.source())
        .param("fromRow", after.row())
        .param("stretch", stretch)
        .param("limit", limit)
        .query(
            row -> {
              ends.add(new ItemFilter.Position(row.getInt("end_source"), row.getLong("end_row")));
              if (row.getString("status") != null) {
                found.add(entry(row));
              }
            });
    Optional<ItemFilter.Position> end = ends.stream().findFirst().filter(place -> few.isEmpty());
    return new Stretch(found, end);
  }

  private static final String SAID =
      """
      (select array_agg(j.category)
       from touchstone.current_answer j
       join touchstone.work_package p on p.id = j.work_package_id and p.mode <> 'further'
       where j.item_id = m.item_id and j.batch_id = :batch and j.role = 'annotator')
      """;

  private static final String MARKED =
      """
      exists (select 1 from touchstone.current_answer j
              where j.item_id = m.item_id and j.batch_id = :batch and j.role = 'annotator'
                and j.category is null and j.labels @> array[:said0::text])
      """;

  private static final String BY_ROW =
      "(m.item_id like replace(:row, '_', '\\_') || '%' or m.row_number::text = :row)";

  private static final String BY_TEXT =
      """
      (m.item_id like replace(:text, '_', '\\_') || '%' or m.row_number::text = :text
       or exists (select 1 from touchstone.item i
                  where i.id = m.item_id and position(lower(:text) in lower(i.text)) > 0))
      """;

  private static final String BY_LABEL =
      """
      exists (select 1 from touchstone.verdict_answer a
              where a.verdict_id = v.id
                and a.labels @> array[:label::text])
      """;

  private static final String BY_RULE =
      """
      (jsonb_exists(m.findings, :rule) or v.routing_rule = :rule
       or exists (select 1 from touchstone.item_route r
                  where r.item_id = m.item_id and r.rule = :rule))
      """;

  private static final String BY_PASS =
      """
      exists (select 1 from touchstone.item_route r
              where r.item_id = m.item_id and r.rule = :rule and r.pass = :pass)
      """;

  private static final String BY_PERSON =
      """
      exists (select 1 from touchstone.judgement j
              where j.item_id = m.item_id and j.batch_id = :batch and j.annotator_id = :person)
      """;

  /** Until an item has its verdict nobody is to know that it was drawn. */
  private static final String BY_SAMPLE =
      """
      v.method is not null and exists (
        select 1 from touchstone.audit_sample s
        left join touchstone.audit_outcome o on o.audit_sample_id = s.id
        where s.item_id = m.item_id and (:sample = 'drawn' or not o.correct))
      """;

  private static Conditions conditions(ItemFilter filter) {
    boolean two = filter.said().size() > 1;
    Conditions conditions =
        new Conditions()
            .when(filter.row(), BY_ROW, "row")
            .when(filter.text(), BY_TEXT, "text")
            .when(filter.status(), "m.status = :status", "status")
            .when(
                filter.settled(),
                "m.item_id is not null and (v.method is not null) = :settled",
                "settled")
            .when(filter.method(), "v.method = :method", "method")
            .when(filter.label(), BY_LABEL, "label")
            .when(filter.rule(), filter.pass().isPresent() ? BY_PASS : BY_RULE, "rule")
            .when(filter.person(), BY_PERSON, "person")
            .when(filter.sample(), BY_SAMPLE, "sample");
    filter.pass().ifPresent(pass -> conditions.parameters().put("pass", pass));
    filter.said().stream().findFirst().ifPresent(one -> conditions.parameters().put("said0", one));
    if (two && filter.said().get(0).equals(filter.said().get(1))) {
      conditions.always("cardinality(array_positions(" + SAID + ", :said0::text)) > 1");
    } else if (two) {
      conditions.always(
          SAID + " @> array[:said0::text, :said1::text]", "said1", filter.said().get(1));
    } else if (!filter.said().isEmpty()) {
      conditions.always("(" + SAID + " @> array[:said0::text] or " + MARKED + ")");
    }
    return conditions;
  }

  private static final String OF_PERSON =
      """
      select item_id from touchstone.judgement
      where annotator_id = :person and batch_id = :batch limit %d
      """;

  private static final String OF_SAID =
      """
      select j.item_id
      from touchstone.judgement_answer a join touchstone.judgement j on j.id = a.judgement_id
      where a.batch_id = :batch and a.category = :said0 limit %d
      """;

  private static final String OF_SAID_TOO =
      """
      select j.item_id
      from touchstone.judgement_answer a join touchstone.judgement j on j.id = a.judgement_id
      where a.batch_id = :batch and a.category = :said1 limit %d
      """;

  private static final String OF_VERDICT =
      """
      select item_id from touchstone.verdict_answer
      where batch_id = :batch and category = :label limit %d
      """;

  private static final String OF_SAMPLE =
      """
      select item_id from touchstone.audit_sample where batch_id = :batch limit %d
      """;

  private static final String OF_PASS =
      """
      select item_id from touchstone.item_route
      where batch_id = :batch and rule = :rule and pass = :pass limit %d
      """;

  /** A query for all items that can fit, where one of the conditions is known to leave few. */
  private Optional<String> few(ItemFilter filter, Map<String, Object> parameters) {
    List<String> ways = new ArrayList<>();
    filter.sample().ifPresent(each -> ways.add(OF_SAMPLE));
    filter.person().ifPresent(each -> ways.add(OF_PERSON));
    filter.pass().ifPresent(each -> ways.add(OF_PASS));
    if (hasCategories(filter.batchId())) {
      filter.said().stream().limit(1).forEach(each -> ways.add(OF_SAID));
      filter.said().stream().skip(1).forEach(each -> ways.add(OF_SAID_TOO));
      filter.label().ifPresent(each -> ways.add(OF_VERDICT));
    }
    return ways.stream()
        .filter(way -> count(way.formatted(FEW + 1), filter.batchId(), parameters) <= FEW)
        .map(way -> way.formatted(FEW))
        .findFirst();
  }

  private static final String HAS_CATEGORIES =
      """
      select not exists (
        select from touchstone.judgement_answer where batch_id = :batch and category is null)
      """;

  /** Whether all answers of a batch fall into categories, by which an index finds them. */
  private boolean hasCategories(String batchId) {
    return database.sql(HAS_CATEGORIES).param("batch", batchId).query(Boolean.class).single();
  }

  private long count(String way, String batchId, Map<String, Object> parameters) {
    return database
        .sql("select count(*) from (" + way + ") touched")
        .params(parameters)
        .param("batch", batchId)
        .query(Long.class)
        .single();
  }

  private static final String PLACE =
      """
      select s.position, m.row_number
      from touchstone.manifest_entry m join touchstone.source_object s on s.id = m.source_id
      where m.item_id = :item and m.batch_id = :batch and m.status = 'ok' limit 1
      """;

  /** The row of one item of a batch. */
  Optional<ItemEntry> find(String batchId, String itemId) {
    return database
        .sql(PLACE)
        .param("item", itemId)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new ItemFilter.Position(row.getInt("position"), row.getLong("row_number") - 1))
        .optional()
        .flatMap(before -> look(ItemFilter.at(batchId, before), 1, 1).found().stream().findFirst());
  }

  private static final String PASSED =
      """
      select coalesce(sum(case when position < :source then seen_rows else :row end)
                        filter (where position <= :source), 0) as passed,
             coalesce(sum(seen_rows), 0) as rows
      from touchstone.source_object where batch_id = :batch
      """;

  /**
   * How far a search has come.
   *
   * @param passed rows up to the place
   * @param rows of the batch
   */
  record Progress(long passed, long rows) {}

  Progress progress(String batchId, ItemFilter.Position place) {
    return database
        .sql(PASSED)
        .param("batch", batchId)
        .param("source", place.source())
        .param("row", place.row())
        .query((row, number) -> new Progress(row.getLong("passed"), row.getLong("rows")))
        .single();
  }

  private ItemEntry entry(ResultSet row) throws SQLException {
    return new ItemEntry(
        row.getInt("position"),
        row.getLong("row_number"),
        row.getString("status"),
        Optional.ofNullable(row.getString("reason")),
        Optional.ofNullable(row.getString("item_id")),
        answers.read(row),
        Optional.ofNullable(row.getString("method")),
        Optional.ofNullable(row.getString("routing_rule")),
        row.getLong("judgements"),
        row.getLong("labels"),
        json.read(row.getString("findings"), COUNTS),
        strings(row.getArray("routes")));
  }

  private static List<String> strings(Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
