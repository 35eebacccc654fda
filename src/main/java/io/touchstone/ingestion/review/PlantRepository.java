package io.touchstone.ingestion.review;

import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invented leaks on sheets, and who saw them. */
@Repository
class PlantRepository {

  private final JdbcClient database;

  PlantRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String ADD =
      """
      insert into touchstone.privacy_plant (review_item_id, mask, value)
      select n.id, n.mask::integer, n.value
      from unnest(:ids::text[], :masks::text[], :values::text[]) as n (id, mask, value)
      """;

  /**
   * @param plants by the id of the copy on the sheet
   */
  void add(Map<String, PlantedLeak> plants) {
    List<Map.Entry<String, PlantedLeak>> all = List.copyOf(plants.entrySet());
    database
        .sql(ADD)
        .param("ids", all.stream().map(Map.Entry::getKey).toArray(String[]::new))
        .param(
            "masks",
            all.stream().map(each -> String.valueOf(each.getValue().mask())).toArray(String[]::new))
        .param("values", all.stream().map(each -> each.getValue().value()).toArray(String[]::new))
        .update();
  }

  private static final String OUTCOME =
      """
      insert into touchstone.privacy_plant_outcome (review_item_id, seen, decided_by, decided_at)
      values (:id, :seen, :person, :at)
      """;

  /** Keeps of each invented leak whether it was seen, and by whom. */
  void keepOutcomes(List<SheetRow> sheet, Instant at) {
    for (SheetRow row : sheet) {
      if (row.plant().isPresent()) {
        database
            .sql(OUTCOME)
            .param("id", row.id())
            .param("seen", row.isPlantSeen())
            .param("person", row.decidedBy().orElseThrow())
            .param("at", Times.utc(at))
            .update();
      }
    }
  }

  /** How many invented leaks somebody was shown, and saw. */
  record Seen(String personId, int shown, int seen) {}

  private static final String SEEN =
      """
      select p.id as person, count(o.review_item_id) as shown,
             count(o.review_item_id) filter (where o.seen) as seen
      from unnest(:people::text[]) as p (id)
      left join touchstone.privacy_plant_outcome o on o.decided_by = p.id and o.decided_at >= :since
      group by p.id
      """;

  /** A line for each of these people. */
  List<Seen> seen(Collection<String> people, Instant since) {
    return database
        .sql(SEEN)
        .param("people", people.toArray(String[]::new))
        .param("since", Times.utc(since))
        .query(
            (row, number) ->
                new Seen(row.getString("person"), row.getInt("shown"), row.getInt("seen")))
        .list();
  }

  private static final String REVIEWERS_OF_BATCH =
      """
      select distinct l.decided_by from touchstone.privacy_submission s
      join touchstone.privacy_review_item d on d.batch_id = s.batch_id and d.round = s.round
      cross join lateral (
        select decided_by from touchstone.privacy_decision
        where review_item_id = d.id order by id desc limit 1) l
      where s.batch_id = :batch and d.run = :run and d.kind = 'random'
      """;

  /** Who decided on the random sample of the submitted rounds. */
  Set<String> reviewersOf(String batchId, int run) {
    return database
        .sql(REVIEWERS_OF_BATCH)
        .param("batch", batchId)
        .param("run", run)
        .query(String.class)
        .set();
  }

  private static final String RECENT_REVIEWERS =
      """
      select distinct s.submitted_by from touchstone.privacy_submission s
      join touchstone.batch b on b.id = s.batch_id
      where b.project_key = :project and s.submitted_at >= :since
      """;

  /** Who has lately submitted sheets of a project. */
  Set<String> recentReviewers(String projectKey, Instant since) {
    return database
        .sql(RECENT_REVIEWERS)
        .param("project", projectKey)
        .param("since", Times.utc(since))
        .query(String.class)
        .set();
  }
}
