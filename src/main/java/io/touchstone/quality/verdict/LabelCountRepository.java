package io.touchstone.quality.verdict;

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
      """
      with counted as (
        select i.id as item_id, count(j.id) as judgements
        from touchstone.item i
        left join touchstone.current_judgement j
          on j.item_id = i.id and j.batch_id = :batch and j.role = 'annotator'
        where i.batch_id = :batch
        group by i.id)
      select item_id from counted
      where judgements < 2 or not exists (select 1 from counted where judgements < 2)
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
