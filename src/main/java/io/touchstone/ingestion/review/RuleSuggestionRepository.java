package io.touchstone.ingestion.review;

import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rules that reviews suggest, by the shapes of what they found to be missed. */
@Repository
public class RuleSuggestionRepository {

  private final JdbcClient database;

  RuleSuggestionRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String ADD =
      """
      insert into touchstone.rule_suggestion
        (batch_id, round, number, type, pattern, yaml, strings, items, population, created_at)
      values (:batch, :round, :number, :type, :pattern, :yaml, :strings, :items, :population, :at)
      """;

  /**
   * Keeps the suggestions of a round, without the strings.
   *
   * @param population items that were looked at
   */
  public void add(
      String batchId,
      int round,
      List<RuleSuggestions.Suggestion> suggestions,
      int population,
      Instant at) {
    int number = 0;
    for (RuleSuggestions.Suggestion each : suggestions) {
      database
          .sql(ADD)
          .param("batch", batchId)
          .param("round", round)
          .param("number", ++number)
          .param("type", each.type())
          .param("pattern", each.pattern().orElse(null))
          .param("yaml", each.yaml().orElse(null))
          .param("strings", each.strings())
          .param("items", each.items())
          .param("population", population)
          .param("at", Times.utc(at))
          .update();
    }
  }

  /**
   * A rule that a review suggests.
   *
   * @param pattern of a recogniser's file; empty where a list of words helps, which the officer has
   * @param strings how many different strings were missed
   * @param items of the batch in which the rule masks something
   */
  public record Kept(
      String batchId,
      int round,
      String type,
      Optional<String> pattern,
      Optional<String> yaml,
      int strings,
      int items,
      int population,
      Instant at) {}

  private static final String NEWEST =
      """
      select s.batch_id, s.round, s.type, s.pattern, s.yaml, s.strings, s.items, s.population,
             s.created_at
      from touchstone.rule_suggestion s
      join touchstone.batch b on b.id = s.batch_id
      where b.project_key = :project
      order by s.created_at desc, s.batch_id, s.round, s.number
      limit :limit
      """;

  /** The newest suggestions for a project. */
  public List<Kept> newest(String projectKey, int limit) {
    return database
        .sql(NEWEST)
        .param("project", projectKey)
        .param("limit", limit)
        .query(
            (row, number) ->
                new Kept(
                    row.getString("batch_id"),
                    row.getInt("round"),
                    row.getString("type"),
                    Optional.ofNullable(row.getString("pattern")),
                    Optional.ofNullable(row.getString("yaml")),
                    row.getInt("strings"),
                    row.getInt("items"),
                    row.getInt("population"),
                    Times.at(row, "created_at")))
        .list();
  }
}
