package io.touchstone.simulation;

import io.touchstone.answer.Answer;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.platform.database.Json;
import io.touchstone.project.StoredAnswers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What only a simulation may know: which item is behind an assignment, and the answer of gold. */
@Repository
class SimulationRepository {

  private final JdbcClient database;
  private final StoredAnswers answers;
  private final Json json;

  SimulationRepository(JdbcClient database, StoredAnswers answers, Json json) {
    this.database = database;
    this.answers = answers;
    this.json = json;
  }

  /**
   * What is behind an assignment.
   *
   * @param key names the item outside: its row's id, or the item id of gold
   * @param gold the gold answer; empty for other items
   * @param offsets from the raw text, which the truth is about, to the text people see
   */
  record Behind(String key, Optional<Answer> gold, OffsetMap offsets) {}

  private static final String BEHIND =
      """
      select a.id, coalesce(i.external_id, i.id) as key, i.offset_map,
             touchstone.answers_on(g.answers, i.text) as answers
      from touchstone.assignment a
      join touchstone.item i on i.id = a.item_id
      left join touchstone.gold_item g on g.item_id = i.id
      where a.work_package_id = :package
      """;

  private static final String LEFT =
      """
      select count(*) from touchstone.work_package p
      join touchstone.annotator a on a.id = p.annotator_id
      where p.batch_id = :batch and p.kind = 'annotation' and p.state in ('queued', 'open')
        and a.simulated
      """;

  /** How many work packages of a batch simulated annotators have still to submit. */
  int leftToSimulatedPeople(String batchId) {
    return database.sql(LEFT).param("batch", batchId).query(Integer.class).single();
  }

  private static final String TALKS =
      """
      select count(*) from touchstone.clarification c
      join touchstone.work_package p on p.id = :package
      join touchstone.batch b on b.id = p.batch_id and b.project_key = c.project_key
      where c.annotator_id = p.annotator_id and c.outcome = 'clarified'
      """;

  /** Whether the person of a package has had a talk about the guideline of its project. */
  boolean afterTalk(String packageId) {
    return database.sql(TALKS).param("package", packageId).query(Integer.class).single() > 0;
  }

  /** An invented leak on a sheet of the privacy review, in code points of the text shown. */
  record Planted(int start, String value) {

    int end() {
      return start + value.codePointCount(0, value.length());
    }
  }

  private static final String PLANTED =
      """
      select p.review_item_id, p.value, (i.offset_map -> p.mask ->> 2)::integer as start
      from touchstone.privacy_plant p
      join touchstone.privacy_review_item d on d.id = p.review_item_id
      join touchstone.item i on i.id = d.item_id
      where d.batch_id = :batch and not exists (
        select from touchstone.privacy_submission s
        where s.batch_id = d.batch_id and s.round = d.round)
      """;

  /** The invented leaks of the sheet that waits, by their ids within the review. */
  Map<String, Planted> planted(String batchId) {
    Map<String, Planted> planted = new HashMap<>();
    database
        .sql(PLANTED)
        .param("batch", batchId)
        .query(
            row -> {
              planted.put(
                  row.getString("review_item_id"),
                  new Planted(row.getInt("start"), row.getString("value")));
            });
    return planted;
  }

  Map<String, Behind> behind(String packageId) {
    Map<String, Behind> behind = new HashMap<>();
    database
        .sql(BEHIND)
        .param("package", packageId)
        .query(
            row -> {
              behind.put(
                  row.getString("id"),
                  new Behind(
                      row.getString("key"),
                      answers.read(row),
                      json.read(row.getString("offset_map"), OffsetMap.class)));
            });
    return behind;
  }
}
