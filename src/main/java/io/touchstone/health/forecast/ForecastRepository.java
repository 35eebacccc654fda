package io.touchstone.health.forecast;

import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much of a batch each day has done. */
@Repository
class ForecastRepository {

  private final JdbcClient database;

  ForecastRepository(JdbcClient database) {
    this.database = database;
  }

  /** From the first day with work on; a day is 24 hours that end now. */
  private static final String DAYS =
      """
      with done as (
        select floor(extract(epoch from (:now - submitted_at)) / 86400)::int as ago, items
        from touchstone.work_package
        where batch_id = :batch and state = 'submitted' and submitted_at <= :now
          and submitted_at > :now - make_interval(days => :most))
      select coalesce(sum(d.items), 0) as items
      from generate_series(0, (select max(ago) from done)) as day (ago)
      left join done d on d.ago = day.ago
      group by day.ago order by day.ago
      """;

  /**
   * Assignments in submitted work packages, per day, the latest first; days without work are zero.
   *
   * @param most days that are looked at
   */
  List<Long> perDay(String batchId, Instant now, int most) {
    return database
        .sql(DAYS)
        .param("batch", batchId)
        .param("now", Times.utc(now))
        .param("most", most)
        .query(Long.class)
        .list();
  }
}
