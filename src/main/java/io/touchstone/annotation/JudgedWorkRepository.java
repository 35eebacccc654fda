package io.touchstone.annotation;

import io.touchstone.platform.database.Times;
import io.touchstone.tasking.JudgedWork;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells of judgements what the distribution of work must know. */
@Repository
class JudgedWorkRepository implements JudgedWork {

  private final JdbcClient database;

  JudgedWorkRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String JUDGED =
      """
      select distinct assignment_id from touchstone.judgement
      where assignment_id = any (:assignments::text[])
      """;

  @Override
  public Set<String> judged(Collection<String> assignmentIds) {
    return Set.copyOf(
        database
            .sql(JUDGED)
            .param("assignments", assignmentIds.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  private static final String NEWEST =
      """
      select coalesce(max(id), 0) from touchstone.judgement where annotator_id = :annotator
      """;

  @Override
  public long newest(String annotatorId) {
    return database.sql(NEWEST).param("annotator", annotatorId).query(Long.class).single();
  }

  private static final String PACKAGES =
      """
      select distinct a.work_package_id
      from touchstone.judgement j join touchstone.assignment a on a.id = j.assignment_id
      where j.batch_id = :batch and j.annotator_id = :annotator and j.id <= :last
      """;

  @Override
  public Set<String> packagesJudgedUpTo(String batchId, String annotatorId, long judgement) {
    return Set.copyOf(
        database
            .sql(PACKAGES)
            .param("batch", batchId)
            .param("annotator", annotatorId)
            .param("last", judgement)
            .query(String.class)
            .list());
  }

  private static final String LAST_JUDGED =
      """
      select item_id, batch_id, max(created_at) as at from touchstone.judgement
      where annotator_id = :annotator and item_id = any (:items::text[])
      group by item_id, batch_id
      """;

  @Override
  public List<Seen> lastJudged(String annotatorId, Collection<String> itemIds) {
    return database
        .sql(LAST_JUDGED)
        .param("annotator", annotatorId)
        .param("items", itemIds.toArray(String[]::new))
        .query(
            (row, number) ->
                new Seen(row.getString("item_id"), row.getString("batch_id"), Times.at(row, "at")))
        .list();
  }
}
