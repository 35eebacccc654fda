package io.touchstone.ingestion.manifest;

import io.touchstone.platform.database.Times;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ManifestSealRepository {

  private final JdbcClient database;

  ManifestSealRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String LATEST =
      """
      select * from touchstone.manifest_seal where batch_id = :batch
      order by number desc limit 1
      """;

  Optional<ManifestSeal> latest(String batchId) {
    return database
        .sql(LATEST)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new ManifestSeal(
                    row.getString("batch_id"),
                    row.getInt("number"),
                    Times.at(row, "at"),
                    row.getLong("entries"),
                    row.getString("root")))
        .optional();
  }

  private static final String INSERT =
      """
      insert into touchstone.manifest_seal (batch_id, number, at, entries, root)
      values (:batch, :number, :at, :entries, :root)
      """;

  void insert(ManifestSeal seal) {
    database
        .sql(INSERT)
        .param("batch", seal.batchId())
        .param("number", seal.number())
        .param("at", Times.utc(seal.at()))
        .param("entries", seal.entries())
        .param("root", seal.root())
        .update();
  }
}
