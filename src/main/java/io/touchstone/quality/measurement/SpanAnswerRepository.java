package io.touchstone.quality.measurement;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.agreement.span.SpanCounts;
import io.touchstone.answer.spans.Span;
import io.touchstone.platform.database.Cursors;
import io.touchstone.platform.database.Json;
import io.touchstone.quality.round.RoundSql;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Current span sets of a batch, item by item and never all in memory. */
@Repository
class SpanAnswerRepository {

  private static final int ROWS_PER_FETCH = 1_000;
  private static final TypeReference<List<Span>> SPANS = new TypeReference<>() {};

  private final JdbcClient database;
  private final Json json;

  SpanAnswerRepository(DataSource source, Json json) {
    this.database = Cursors.of(source, ROWS_PER_FETCH);
    this.json = json;
  }

  private static final String ANSWERS =
      RoundSql.PLANNED_VOTES_WITHOUT_SOME
          + """
          select c.item_id, c.annotator_id, c.spans
          from current c join touchstone.item i on i.id = c.item_id and i.batch_id = :batch
          where c.spans is not null
          order by c.item_id collate "C"
          """;

  /**
   * Adds the span sets of each item of the batch; within a transaction.
   *
   * @param without annotators whose sets are left out
   */
  void addTo(SpanCounts.Builder counts, String batchId, Set<String> without) {
    SortedMap<String, Set<SpanCounts.Place>> ofItem = new TreeMap<>();
    StringBuilder item = new StringBuilder();
    database
        .sql(ANSWERS)
        .param("batch", batchId)
        .param("without", without.toArray(String[]::new))
        .query(
            row -> {
              String next = row.getString("item_id");
              if (!next.contentEquals(item)) {
                counts.add(ofItem);
                ofItem.clear();
                item.setLength(0);
                item.append(next);
              }
              ofItem.put(row.getString("annotator_id"), places(row.getString("spans")));
            });
    counts.add(ofItem);
  }

  private Set<SpanCounts.Place> places(String stored) {
    return json.read(stored, SPANS).stream()
        .map(span -> new SpanCounts.Place(span.start(), span.end(), span.label()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
