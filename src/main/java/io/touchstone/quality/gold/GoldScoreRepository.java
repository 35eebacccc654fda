package io.touchstone.quality.gold;

import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What those who judge a batch have answered to gold. */
@Repository
public class GoldScoreRepository {

  private final JdbcClient database;

  GoldScoreRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String GOLD_SCORES =
      """
      with people as (
        select distinct annotator_id from touchstone.judgement
        where batch_id = :batch and role = 'annotator'),
      gold as (
        select j.annotator_id,
               touchstone.answers_same(
                 touchstone.answers_of_judgement(j.id), g.answers, :sameFrom::jsonb) as correct
        from touchstone.batch b
        join touchstone.gold_item g on g.project_key = b.project_key and g.in_use
        join touchstone.latest_judgement j on j.item_id = g.item_id and j.role = 'annotator'
        where b.id = :batch)
      select p.annotator_id, count(g.annotator_id) as judged,
             count(g.annotator_id) filter (where g.correct) as correct
      from people p left join gold g on g.annotator_id = p.annotator_id
      group by p.annotator_id
      """;

  /**
   * Gold scores of those who made judgements in the batch, over all gold items of the project in
   * use that they have judged so far.
   *
   * @param sameFrom by question, from which agreement on two answers are the same
   */
  public SortedMap<String, GoldScore> goldScores(String batchId, String sameFrom) {
    SortedMap<String, GoldScore> scores = new TreeMap<>();
    database
        .sql(GOLD_SCORES)
        .param("batch", batchId)
        .param("sameFrom", sameFrom)
        .query(
            row -> {
              scores.put(
                  row.getString("annotator_id"),
                  new GoldScore(row.getLong("judged"), row.getLong("correct")));
            });
    return scores;
  }
}
