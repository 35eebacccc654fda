package io.touchstone.quality.verdict;

import io.touchstone.quality.round.RoundSql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items that would gain from one more annotator. */
@Repository
class LabelCountRepository {

  private final JdbcClient database;

  LabelCountRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String FEWEST =
      RoundSql.VOTES
          + """
          , counted as (
            select item_id, cardinality(string_to_array(combination, ',')) as labels from votes)
          select item_id from counted
          where labels < 2 or not exists (select 1 from counted where labels < 2)
          order by item_id collate "C"
          """;

  /** Items that cannot be compared for want of a second label; all items where each has two. */
  List<String> itemsWithFewestLabels(String batchId) {
    return database.sql(FEWEST).param("batch", batchId).query(String.class).list();
  }

  private static final String BY_VOTES_ALONE =
      """
      select v.item_id from touchstone.verdict v
      where v.batch_id = :batch and v.superseded_at is null and v.method <> 'adjudication'
        and not exists (
          select 1 from touchstone.audit_sample s
          join touchstone.audit_outcome o on o.audit_sample_id = s.id
          where s.item_id = v.item_id and s.batch_id = :batch)
      order by v.item_id collate "C"
      """;

  /** Items whose verdict no reviewer has looked at. */
  List<String> itemsSettledByVotesAlone(String batchId) {
    return database.sql(BY_VOTES_ALONE).param("batch", batchId).query(String.class).list();
  }
}
