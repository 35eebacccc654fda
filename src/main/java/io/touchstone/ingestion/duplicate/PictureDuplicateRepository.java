package io.touchstone.ingestion.duplicate;

import io.touchstone.deidentification.cleaning.image.DifferenceHash;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How pictures look, beside the signatures of texts. */
@Repository
class PictureDuplicateRepository {

  private static final int FETCHED_AT_ONCE = 5_000;

  private final JdbcClient database;

  PictureDuplicateRepository(DataSource source) {
    JdbcTemplate template = new JdbcTemplate(source);
    template.setFetchSize(FETCHED_AT_ONCE);
    this.database = JdbcClient.create(template);
  }

  /** A picture that is to be looked at, and where it was delivered. */
  record Unseen(int position, long row, String itemId) {}

  private static final String PAGE =
      """
      select s.position, m.row_number, o.item_id
      from touchstone.item_object o
      join touchstone.manifest_entry m on m.item_id = o.item_id
      join touchstone.source_object s on s.id = m.source_id
      where o.batch_id = :batch and o.media_type like 'image/%'
        and (s.position, m.row_number) > (:position, :row)
      order by s.position, m.row_number
      limit :limit
      """;

  /** Pictures of a batch that follow a row of a source, in the order of the delivery. */
  List<Unseen> after(String batchId, int position, long row, int limit) {
    return database
        .sql(PAGE)
        .param("batch", batchId)
        .param("position", position)
        .param("row", row)
        .param("limit", limit)
        .query(
            (found, number) ->
                new Unseen(
                    found.getInt("position"),
                    found.getLong("row_number"),
                    found.getString("item_id")))
        .list();
  }

  /** How an item's picture looks. */
  record Seen(String itemId, DifferenceHash look) {}

  private static final String STORE =
      """
      with looks as (
        select * from unnest(:items::text[], :across::bigint[], :down::bigint[])
          with ordinality as l (item, across, down, place)),
      known as (
        update touchstone.near_duplicate n set across = l.across, down = l.down
        from looks l where n.item_id = l.item returning n.item_id)
      insert into touchstone.near_duplicate
        (item_id, project_key, batch_id, number, bands, across, down)
      select l.item, :project, :batch, :from - 1 + row_number() over (order by l.place), '{}',
             l.across, l.down
      from looks l where not exists (select from known where known.item_id = l.item)
      """;

  /**
   * Keeps how pictures look; one that says something as well has its number already.
   *
   * @param from number of the first one
   */
  void store(String projectKey, String batchId, List<Seen> pictures, int from) {
    database
        .sql(STORE)
        .param("items", pictures.stream().map(Seen::itemId).toArray(String[]::new))
        .param("across", pictures.stream().map(p -> p.look().across()).toArray(Long[]::new))
        .param("down", pictures.stream().map(p -> p.look().down()).toArray(Long[]::new))
        .param("project", projectKey)
        .param("batch", batchId)
        .param("from", from)
        .update();
  }

  private static final String HAS_ANY =
      """
      select exists (
        select from touchstone.near_duplicate
        where project_key = :project and batch_id = :batch and across is not null)
      """;

  /** Whether a picture of the batch has a look. */
  boolean hasAny(String projectKey, String batchId) {
    return database
        .sql(HAS_ANY)
        .param("project", projectKey)
        .param("batch", batchId)
        .query(Boolean.class)
        .single();
  }

  /**
   * A picture of a project.
   *
   * @param first number of the first one that looks exactly like it, which may be itself
   */
  record Picture(int number, int first, boolean fresh, DifferenceHash look) {}

  private static final String ALL =
      """
      select number, min(number) over (partition by across, down) as first,
             batch_id = :batch as fresh, across, down
      from touchstone.near_duplicate
      where project_key = :project and across is not null
      order by number
      """;

  /** All pictures of a project, to be closed; within a transaction, so that a cursor is used. */
  Stream<Picture> all(String projectKey, String batchId) {
    return database
        .sql(ALL)
        .param("project", projectKey)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new Picture(
                    row.getInt("number"),
                    row.getInt("first"),
                    row.getBoolean("fresh"),
                    new DifferenceHash(row.getLong("across"), row.getLong("down"))))
        .stream();
  }
}
