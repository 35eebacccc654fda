package io.touchstone.ingestion.manifest;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.ingestion.item.ManifestEntry;
import io.touchstone.platform.database.Cursors;
import io.touchstone.platform.database.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ManifestRepository {

  private static final int FETCHED_AT_ONCE = 1_000;
  private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
  private static final TypeReference<List<Map<String, Object>>> PARTS = new TypeReference<>() {};

  private final JdbcClient database;
  private final Json json;

  ManifestRepository(DataSource source, Json json) {
    this.database = Cursors.of(source, FETCHED_AT_ONCE);
    this.json = json;
  }

  private static final String ENTRIES =
      """
      select m.source_id, m.row_number, m.status, m.reason, m.sentence, m.item_id, m.duplicate_of,
             m.near_duplicate_of, m.findings, m.corrected, m.found_again, m.policy_sha256,
             encode(sha256(convert_to(i.text, 'UTF8')), 'hex') as text_sha256,
             d.source_id is not null as is_object, d.media_type, d.removed, d.doubtful,
             d.unread_pictures, d.seen_words, d.lost_words, d.parts, d.path,
             o.bytes as object_bytes, o.sha256 as object_sha256
      from touchstone.manifest_entry m
      join touchstone.source_object s on s.id = m.source_id
      left join touchstone.item i on i.id = m.item_id
      left join touchstone.object_entry d
        on d.source_id = m.source_id and d.row_number = m.row_number
      left join touchstone.item_object o on o.item_id = m.item_id
      where m.batch_id = :batch
      order by s.position, m.row_number
      """;

  /** Within a transaction, so that the rows come from a cursor. */
  void forEach(String batchId, Consumer<ManifestEntry> visitor) {
    try (Stream<ManifestEntry> entries =
        database.sql(ENTRIES).param("batch", batchId).query(this::entry).stream()) {
      entries.forEach(visitor);
    }
  }

  private ManifestEntry entry(ResultSet row, int number) throws SQLException {
    return new ManifestEntry(
        row.getString("source_id"),
        row.getLong("row_number"),
        ManifestEntry.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getString("reason")),
        Optional.ofNullable(row.getString("sentence")),
        Optional.ofNullable(row.getString("item_id")),
        Optional.ofNullable(row.getString("duplicate_of")),
        Optional.ofNullable(row.getString("near_duplicate_of")),
        json.read(row.getString("findings"), COUNTS),
        row.getInt("corrected"),
        row.getInt("found_again"),
        row.getString("policy_sha256"),
        Optional.ofNullable(row.getString("text_sha256")),
        row.getBoolean("is_object") ? object(row) : Map.of());
  }

  /** What the line says of an object; what was not found is left out. */
  private Map<String, Object> object(ResultSet row) throws SQLException {
    Map<String, Object> object = new LinkedHashMap<>();
    putIfThere(object, "type", row.getString("media_type"));
    putIfThere(object, "bytes", row.getObject("object_bytes"));
    putIfThere(object, "sha256", row.getString("object_sha256"));
    Integer[] path = (Integer[]) row.getArray("path").getArray();
    if (path.length > 0) {
      object.put("path", List.of(path));
    }
    object.put("removed", new TreeMap<>(json.read(row.getString("removed"), COUNTS)));
    object.put("doubtful", row.getInt("doubtful"));
    int unread = row.getInt("unread_pictures");
    if (unread > 0) {
      // Left out where there is nothing to say, so that lines stay as they were sealed.
      object.put("textInPicturesNotLookedAt", unread);
    }
    int words = row.getInt("seen_words");
    if (words > 0) {
      object.put("words", words);
      object.put("lostWords", row.getInt("lost_words"));
    }
    object.put("parts", json.read(row.getString("parts"), PARTS));
    return object;
  }

  private static void putIfThere(Map<String, Object> object, String name, Object value) {
    if (value != null) {
      object.put(name, value);
    }
  }
}
