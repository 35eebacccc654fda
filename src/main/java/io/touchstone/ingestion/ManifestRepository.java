package io.touchstone.ingestion;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ManifestRepository {

  private static final int FETCHED_AT_ONCE = 1_000;
  private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

  private final JdbcClient database;
  private final Json json;

  ManifestRepository(DataSource source, Json json) {
    JdbcTemplate template = new JdbcTemplate(source);
    template.setFetchSize(FETCHED_AT_ONCE);
    this.database = JdbcClient.create(template);
    this.json = json;
  }

  private static final String ENTRIES =
      """
      select m.source_id, m.row_number, m.status, m.reason, m.sentence, m.item_id, m.duplicate_of,
             m.findings, m.corrected, m.found_again, m.policy_sha256,
             encode(sha256(convert_to(i.text, 'UTF8')), 'hex') as text_sha256
      from touchstone.manifest_entry m
      join touchstone.source_object s on s.id = m.source_id
      left join touchstone.item i on i.id = m.item_id
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
        json.read(row.getString("findings"), COUNTS),
        row.getInt("corrected"),
        row.getInt("found_again"),
        row.getString("policy_sha256"),
        Optional.ofNullable(row.getString("text_sha256")));
  }
}
