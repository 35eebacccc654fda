package io.touchstone.quality.measurement;

import io.touchstone.answer.Answer;
import io.touchstone.platform.database.Cursors;
import io.touchstone.project.StoredAnswers;
import io.touchstone.quality.round.RoundSql;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Current answers of a batch, item by item and never all in memory. */
@Repository
class GivenAnswerRepository {

  private static final int ROWS_PER_FETCH = 1_000;

  private final JdbcClient database;
  private final StoredAnswers answers;

  GivenAnswerRepository(DataSource source, StoredAnswers answers) {
    this.database = Cursors.of(source, ROWS_PER_FETCH);
    this.answers = answers;
  }

  private static final String GIVEN =
      RoundSql.PLANNED_VOTES_WITHOUT_SOME
          + """
          select c.item_id, c.annotator_id, c.answer
          from current c join touchstone.item i on i.id = c.item_id and i.batch_id = :batch
          order by c.item_id collate "C"
          """;

  /**
   * Hands over what annotators answered to a question about each item of the batch, by annotator;
   * within a transaction.
   *
   * @param without annotators whose answers are left out
   */
  void forEachItem(
      String batchId,
      String question,
      Set<String> without,
      Consumer<SortedMap<String, Answer>> taker) {
    SortedMap<String, Answer> ofItem = new TreeMap<>();
    StringBuilder item = new StringBuilder();
    database
        .sql(GIVEN)
        .param("batch", batchId)
        .param("question", question)
        .param("without", without.toArray(String[]::new))
        .query(
            row -> {
              String next = row.getString("item_id");
              if (!next.contentEquals(item)) {
                handOver(ofItem, taker);
                item.setLength(0);
                item.append(next);
              }
              ofItem.put(row.getString("annotator_id"), answers.one(row.getString("answer")));
            });
    handOver(ofItem, taker);
  }

  private static void handOver(
      SortedMap<String, Answer> ofItem, Consumer<SortedMap<String, Answer>> taker) {
    if (!ofItem.isEmpty()) {
      taker.accept(new TreeMap<>(ofItem));
      ofItem.clear();
    }
  }
}
