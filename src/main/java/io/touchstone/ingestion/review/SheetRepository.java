package io.touchstone.ingestion.review;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.deidentification.MissedSpan;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.deidentification.cleaning.DoubtfulPlace;
import io.touchstone.deidentification.cleaning.image.AreaCover;
import io.touchstone.platform.database.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sheets of privacy reviews as an officer sees them, with what was decided so far. */
@Repository
public class SheetRepository {

  private static final TypeReference<List<MissedSpan>> SPANS = new TypeReference<>() {};
  private static final TypeReference<List<AreaCover.Area>> AREAS = new TypeReference<>() {};
  private static final TypeReference<List<DoubtfulPlace>> PLACES = new TypeReference<>() {};

  private final JdbcClient database;
  private final Json json;

  SheetRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String SHEET =
      """
      select d.id, d.item_id, d.position, d.kind, i.text, i.offset_map, p.mask, p.value, l.decided_by,
             sum(octet_length(i.text)) over (order by d.position) as bytes_so_far,
             coalesce(l.decision, 'undecided') as decision, coalesce(l.spans, '[]') as spans,
             coalesce(l.areas, '[]') as areas, o.media_type,
             case when exists (
               select from touchstone.privacy_review_item e
               join touchstone.privacy_submission s
                 on s.batch_id = e.batch_id and s.round = e.round
               where e.item_id = d.item_id and e.run = d.run and e.round < d.round)
             then '[]' else coalesce(o.doubtful_places, '[]') end as doubtful
      from touchstone.privacy_review_item d
      join touchstone.item i on i.id = d.item_id
      left join touchstone.item_object o on o.item_id = i.id
      left join touchstone.privacy_plant p on p.review_item_id = d.id
      left join lateral (
        select decision, spans, areas, decided_by from touchstone.privacy_decision
        where review_item_id = d.id order by id desc limit 1) l on true
      where d.batch_id = :batch and d.round = :round
      """;

  /** Texts that nobody needs are not read: a sheet of long documents does not fit into memory. */
  private static final String WITH =
      """
      select id, item_id, kind, mask, value, decided_by, decision, spans, areas, media_type,
             doubtful, needed,
             case when needed then text else '' end as text,
             case when needed then offset_map else '[]' end as offset_map
      from (select s.*, %s as needed from (%s) s) chosen
      order by position
      """;

  private static final String MARKED_SHEET =
      WITH.formatted("s.spans <> '[]' or s.areas <> '[]' or s.value is not null", SHEET);

  /**
   * The sheet of a round; right until what it missed is masked in its items. The texts of rows in
   * which nothing is marked or planted are left out.
   */
  public List<SheetRow> sheet(String batchId, int round) {
    return database
        .sql(MARKED_SHEET)
        .param("batch", batchId)
        .param("round", round)
        .query(this::row)
        .list();
  }

  /**
   * A row of a sheet that somebody opens.
   *
   * @param whole whether its text is there; the others are read one by one
   */
  record Opened(SheetRow row, boolean whole) {}

  private static final String OPENED_SHEET = WITH.formatted("s.bytes_so_far <= :bytes", SHEET);

  /** The sheet of a round with the first texts, as many as have room in so many bytes. */
  List<Opened> opened(String batchId, int round, long bytes) {
    return database
        .sql(OPENED_SHEET)
        .param("batch", batchId)
        .param("round", round)
        .param("bytes", bytes)
        .query((row, number) -> new Opened(row(row, number), row.getBoolean("needed")))
        .list();
  }

  private static final String ONE_ROW = SHEET + " and d.id = :id";

  /** A row of a sheet with its text. */
  Optional<SheetRow> row(String batchId, int round, String id) {
    return database
        .sql(ONE_ROW)
        .param("batch", batchId)
        .param("round", round)
        .param("id", id)
        .query(this::row)
        .optional();
  }

  private SheetRow row(ResultSet row, int number) throws SQLException {
    String text = row.getString("text");
    OffsetMap offsets = json.read(row.getString("offset_map"), OffsetMap.class);
    String value = row.getString("value");
    int mask = row.getInt("mask");
    Optional<PlantedLeak.Copy> copy =
        Optional.ofNullable(value)
            .filter(v -> !offsets.masks().isEmpty())
            .map(v -> new PlantedLeak(mask, v).in(text, offsets));
    return new SheetRow(
        row.getString("id"),
        row.getString("item_id"),
        SheetRow.Kind.of(row.getString("kind")),
        copy.map(PlantedLeak.Copy::text).orElse(text),
        copy.map(PlantedLeak.Copy::offsets).orElse(offsets),
        row.getString("decision"),
        json.read(row.getString("spans"), SPANS),
        copy,
        Optional.ofNullable(row.getString("decided_by")),
        Optional.ofNullable(row.getString("media_type")),
        json.read(row.getString("areas"), AREAS),
        json.read(row.getString("doubtful"), PLACES));
  }
}
