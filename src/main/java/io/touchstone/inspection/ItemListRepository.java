package io.touchstone.inspection;

import io.touchstone.platform.database.Conditions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows of a batch in pages: the manifest is walked along its key from where the page before ended.
 */
@Repository
class ItemListRepository {

  private final JdbcClient database;

  ItemListRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String PAGE =
      """
      select s.position, m.*, votes.judgements, votes.labels
      from touchstone.source_object s
      cross join lateral (
        select m.row_number, m.status, m.reason, m.item_id, v.label, v.span_count, v.method,
               v.routing_rule
        from touchstone.manifest_entry m
        left join lateral (
          select label, spans, jsonb_array_length(spans) as span_count, method, routing_rule
          from touchstone.verdict
          where item_id = m.item_id and superseded_at is null
          order by round desc limit 1) v on true
        %s
        order by m.row_number limit :limit) m
      cross join lateral (
        select count(distinct j.assignment_id) as judgements,
               count(distinct coalesce(j.label, j.spans::text)) as labels
        from touchstone.judgement j
        join touchstone.assignment a on a.id = j.assignment_id and a.superseded_at is null
        where j.item_id = m.item_id and j.batch_id = :batch and j.role = 'annotator') votes
      where s.batch_id = :batch and s.position >= :fromSource
      order by s.position, m.row_number limit :limit
      """;

  List<ItemEntry> page(ItemFilter filter, int limit) {
    ItemFilter.Position after = filter.after().orElse(new ItemFilter.Position(0, 0));
    Conditions conditions =
        new Conditions()
            .always("m.source_id = s.id", "batch", filter.batchId())
            .always(
                "m.row_number > case when s.position = :fromSource then :fromRow else 0 end",
                "fromRow",
                after.row())
            .when(
                filter.text(),
                "(m.item_id like replace(:text, '_', '\\_') || '%' or m.row_number::text = :text)",
                "text")
            .when(filter.status(), "m.status = :status", "status")
            .when(filter.method(), "v.method = :method", "method")
            .when(
                filter.label(),
                "(v.label = :label or v.spans @> jsonb_build_array(jsonb_build_object('label', :label::text)))",
                "label");
    return database
        .sql(PAGE.formatted(conditions.where()))
        .params(conditions.parameters())
        .param("fromSource", after.source())
        .param("limit", limit)
        .query(ItemListRepository::entry)
        .list();
  }

  private static ItemEntry entry(ResultSet row, int number) throws SQLException {
    return new ItemEntry(
        row.getInt("position"),
        row.getLong("row_number"),
        row.getString("status"),
        Optional.ofNullable(row.getString("reason")),
        Optional.ofNullable(row.getString("item_id")),
        Optional.ofNullable(row.getString("label")),
        Optional.ofNullable(row.getObject("span_count", Integer.class)),
        Optional.ofNullable(row.getString("method")),
        Optional.ofNullable(row.getString("routing_rule")),
        row.getLong("judgements"),
        row.getLong("labels"));
  }
}
