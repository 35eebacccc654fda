package io.touchstone.quality.measurement;

import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import io.touchstone.quality.acceptance.AcceptanceView;
import io.touchstone.quality.acceptance.StoredAcceptance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was measured of a batch, report by report. */
@Repository
public class QualityRepository {

  private final JdbcClient database;
  private final Json json;

  QualityRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String REPORTS =
      """
      select q.round, q.numbers, q.inputs_sha256, q.created_at, a.acceptance
      from touchstone.quality_report q
      left join lateral (
        select acceptance from touchstone.batch_acceptance
        where batch_id = q.batch_id and round = q.round order by id desc limit 1) a on true
      where q.batch_id = :batch order by q.round desc
      """;

  /** All reports on a batch, the newest first. */
  public List<QualityReport> reports(String batchId) {
    return database
        .sql(REPORTS)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new QualityReport(
                    row.getInt("round"),
                    Times.at(row, "created_at"),
                    row.getString("inputs_sha256"),
                    json.read(row.getString("numbers"), QualityNumbers.class),
                    Optional.ofNullable(row.getString("acceptance"))
                        .map(text -> AcceptanceView.of(json.read(text, StoredAcceptance.class)))))
        .list();
  }

  private static final String INSERT =
      """
      insert into touchstone.quality_report
        (batch_id, round, numbers, inputs_sha256, created_at, recording)
      values (:batch, :round, :numbers::jsonb, :inputs, :at, :recording)
      """;

  /**
   * @param recording number that the report bears
   */
  public void insert(
      String batchId,
      int round,
      QualityNumbers numbers,
      String inputsSha256,
      long recording,
      Instant at) {
    database
        .sql(INSERT)
        .param("batch", batchId)
        .param("round", round)
        .param("numbers", json.write(numbers))
        .param("inputs", inputsSha256)
        .param("recording", recording)
        .param("at", Times.utc(at))
        .update();
  }
}
