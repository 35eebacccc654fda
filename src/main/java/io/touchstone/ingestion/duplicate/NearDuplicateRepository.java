package io.touchstone.ingestion.duplicate;

import io.touchstone.platform.database.BulkCopy;
import io.touchstone.platform.database.Cursors;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signatures and groups of items that nearly say the same, and how far a batch is compared. */
@Repository
class NearDuplicateRepository {

  /** Rows that hold texts, of up to 1 MiB each. */
  private static final int FETCHED_AT_ONCE = 50;

  private final JdbcClient database;
  private final BulkCopy bulk;

  NearDuplicateRepository(DataSource source, BulkCopy bulk) {
    this.database = Cursors.of(source, FETCHED_AT_ONCE);
    this.bulk = bulk;
  }

  private static final String BEGIN =
      """
      insert into touchstone.near_duplicate_search (batch_id) values (:batch)
      on conflict do nothing
      """;

  private static final String LOCK =
      """
      select position, row_number, signed, looked, bands, finished
      from touchstone.near_duplicate_search where batch_id = :batch for update
      """;

  /**
   * How far a batch is compared.
   *
   * @param position of the source that is being signed
   * @param row of it that was signed last
   * @param signed whether every text is
   * @param allLooked whether every picture was looked at
   * @param bands how many are compared
   */
  record Progress(
      int position, long row, boolean signed, boolean allLooked, int bands, boolean finished) {

    /** So far as to that row of a source. */
    Progress at(int nextPosition, long nextRow) {
      return new Progress(nextPosition, nextRow, signed, allLooked, bands, finished);
    }

    /** Every text is signed; pictures come from the first source on. */
    Progress allSigned() {
      return new Progress(0, 0, true, allLooked, bands, finished);
    }

    /** Every picture was looked at. */
    Progress looked() {
      return new Progress(position, row, signed, true, bands, finished);
    }

    /** So many bands are compared. */
    Progress compared(int nowBands, boolean nowFinished) {
      return new Progress(position, row, signed, allLooked, nowBands, nowFinished);
    }
  }

  Progress lock(String batchId) {
    database.sql(BEGIN).param("batch", batchId).update();
    return database
        .sql(LOCK)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new Progress(
                    row.getInt("position"),
                    row.getLong("row_number"),
                    row.getBoolean("signed"),
                    row.getBoolean("looked"),
                    row.getInt("bands"),
                    row.getBoolean("finished")))
        .single();
  }

  private static final String ADVANCE =
      """
      update touchstone.near_duplicate_search
      set position = :position, row_number = :row, signed = :signed, looked = :looked,
          bands = :bands, finished = :finished
      where batch_id = :batch
      """;

  void advance(String batchId, Progress progress) {
    database
        .sql(ADVANCE)
        .param("batch", batchId)
        .param("position", progress.position())
        .param("row", progress.row())
        .param("signed", progress.signed())
        .param("looked", progress.allLooked())
        .param("bands", progress.bands())
        .param("finished", progress.finished())
        .update();
  }

  private static final String SOURCE =
      """
      select min(position) from touchstone.source_object
      where batch_id = :batch and position > :position
      """;

  /** Position of the source after one, or 0. */
  int sourceAfter(String batchId, int position) {
    return database
        .sql(SOURCE)
        .param("batch", batchId)
        .param("position", position)
        .query((row, number) -> row.getInt(1))
        .single();
  }

  /** An item to be signed. */
  record Unsigned(long row, String itemId, String text) {}

  private static final String PAGE =
      """
      select row_number, item_id, text
      from (select m.row_number, m.item_id, i.text,
                   sum(octet_length(i.text)) over (order by m.row_number)
                     - octet_length(i.text) as bytes_before
            from (select m.row_number, m.item_id
                  from touchstone.manifest_entry m
                  join touchstone.source_object s on s.id = m.source_id
                  join touchstone.item said on said.id = m.item_id and said.text <> ''
                  where s.batch_id = :batch and s.position = :position
                    and m.row_number > :row
                  order by m.row_number limit :rows) m
            join touchstone.item i on i.id = m.item_id) measured
      where bytes_before < :bytes
      order by row_number
      """;

  /** Items of a source that follow a row and say something, at least one if there is any. */
  List<Unsigned> after(String batchId, int position, long row, int rows, long bytes) {
    return database
        .sql(PAGE)
        .param("batch", batchId)
        .param("position", position)
        .param("row", row)
        .param("rows", rows)
        .param("bytes", bytes)
        .query(
            (found, number) ->
                new Unsigned(
                    found.getLong("row_number"),
                    found.getString("item_id"),
                    found.getString("text")))
        .list();
  }

  /** Of its own, so that nobody waits who adds rows or batches to the project. */
  private static final String LOCK_NUMBERS =
      """
      select 1 from (
        select pg_advisory_xact_lock(hashtext('near-duplicates'), hashtext(:project))) locked
      """;

  private static final String MOST =
      """
      select coalesce(max(number), 0) from touchstone.near_duplicate where project_key = :project
      """;

  /** The highest number so far; nobody else of the project takes one before this ends. */
  int most(String projectKey) {
    database.sql(LOCK_NUMBERS).param("project", projectKey).query(Integer.class).single();
    return database.sql(MOST).param("project", projectKey).query(Integer.class).single();
  }

  /** An item and its number in each band. */
  record Signed(String itemId, int[] bands) {}

  /**
   * Keeps signatures.
   *
   * @param from number of the first one
   */
  void store(String projectKey, String batchId, List<Signed> items, int from) {
    List<List<Object>> rows =
        IntStream.range(0, items.size())
            .mapToObj(
                i ->
                    List.<Object>of(
                        items.get(i).itemId(),
                        projectKey,
                        batchId,
                        from + i,
                        Arrays.stream(items.get(i).bands())
                            .mapToObj(String::valueOf)
                            .collect(Collectors.joining(",", "{", "}"))))
            .toList();
    bulk.insert("touchstone.near_duplicate (item_id, project_key, batch_id, number, bands)", rows);
  }

  private static final String GROUPED =
      """
      select number, group_number from touchstone.near_duplicate
      where project_key = :project and group_number is not null
      """;

  /** Groups so far, by number. */
  Map<Integer, Integer> grouped(String projectKey) {
    Map<Integer, Integer> grouped = new HashMap<>();
    database
        .sql(GROUPED)
        .param("project", projectKey)
        .query(
            row -> {
              grouped.put(row.getInt("number"), row.getInt("group_number"));
            });
    return grouped;
  }

  /** An item that shares a band with another one, and at least one of them is of the batch. */
  record Alike(int value, int number, boolean fresh, String text) {}

  private static final String ALIKE =
      """
      with shared as (
        select bands[:band] as value from touchstone.near_duplicate
        where project_key = :project
        group by 1 having count(*) > 1 and bool_or(batch_id = :batch))
      select n.bands[:band] as value, n.number, n.batch_id = :batch as fresh, i.text
      from touchstone.near_duplicate n
      join shared on shared.value = n.bands[:band]
      join touchstone.item i on i.id = n.item_id
      where n.project_key = :project
      order by 1, 2
      """;

  /**
   * All that share a band, bucket by bucket, to be closed; within a transaction, so that they come
   * from a cursor.
   *
   * @param band from 0
   */
  Stream<Alike> alike(String projectKey, String batchId, int band) {
    return database
        .sql(ALIKE)
        .param("band", band + 1)
        .param("project", projectKey)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new Alike(
                    row.getInt("value"),
                    row.getInt("number"),
                    row.getBoolean("fresh"),
                    row.getString("text")))
        .stream();
  }

  private static final String GROUP =
      """
      update touchstone.near_duplicate n set group_number = g.of
      from unnest(:numbers::integer[], :groups::integer[]) as g (number, of)
      where n.project_key = :project and n.number = g.number
      """;

  void group(String projectKey, Map<Integer, Integer> changed) {
    database
        .sql(GROUP)
        .param("project", projectKey)
        .param("numbers", changed.keySet().toArray(Integer[]::new))
        .param("groups", changed.values().toArray(Integer[]::new))
        .update();
  }

  private static final String NOTE =
      """
      update touchstone.manifest_entry m
      set near_duplicate_of = f.source_id || ':' || f.row_number
      from touchstone.near_duplicate n
      join touchstone.near_duplicate o
        on o.project_key = n.project_key and o.number = n.group_number
      join touchstone.manifest_entry f on f.item_id = o.item_id
      where n.batch_id = :batch and n.group_number < n.number and m.item_id = n.item_id
      """;

  /** Names in the manifest the first one of each group to the others; how many these are. */
  int note(String batchId) {
    return database.sql(NOTE).param("batch", batchId).update();
  }
}
