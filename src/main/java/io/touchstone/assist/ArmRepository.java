package io.touchstone.assist;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The arms of assignments, and what became of what they showed. */
@Repository
class ArmRepository {

  private static final int ROWS_AT_A_TIME = 10_000;

  private final JdbcClient database;

  ArmRepository(JdbcClient database) {
    this.database = database;
  }

  /** An assignment's arm about to be stored; gold has no suggestion of a model. */
  record Row(String assignmentId, Optional<Long> suggestionId, ArmDraw.Drawn drawn) {}

  private static final String INSERT =
      """
      insert into touchstone.assignment_arm
        (assignment_id, batch_id, suggestion_id, arm, label, decoy)
      select n.assignment, :batch, n.suggestion, n.arm, n.label, n.decoy
      from unnest(:assignments::text[], :suggestions::bigint[], :arms::text[], :labels::text[],
                  :decoys::text[]) as n (assignment, suggestion, arm, label, decoy)
      """;

  void insert(String batchId, List<Row> all) {
    for (int from = 0; from < all.size(); from += ROWS_AT_A_TIME) {
      List<Row> rows = all.subList(from, Math.min(all.size(), from + ROWS_AT_A_TIME));
      database
          .sql(INSERT)
          .param("batch", batchId)
          .param("assignments", rows.stream().map(Row::assignmentId).toArray(String[]::new))
          .param(
              "suggestions",
              rows.stream().map(row -> row.suggestionId().orElse(null)).toArray(Long[]::new))
          .param("arms", rows.stream().map(row -> row.drawn().arm().id()).toArray(String[]::new))
          .param("labels", rows.stream().map(row -> row.drawn().label()).toArray(String[]::new))
          .param("decoys", rows.stream().map(row -> row.drawn().decoy()).toArray(String[]::new))
          .update();
    }
  }

  private static final String DRAWN =
      """
      select assignment_id from touchstone.assignment_arm where batch_id = :batch
      """;

  Set<String> drawn(String batchId) {
    return new HashSet<>(database.sql(DRAWN).param("batch", batchId).query(String.class).list());
  }

  private static final String GOLD_ANSWERS =
      """
      select item_id, label from touchstone.gold_item where project_key = :project
      """;

  Map<String, String> goldAnswers(String projectKey) {
    return byKey(GOLD_ANSWERS, "project", projectKey, "item_id", "label");
  }

  private static final String SEEN =
      """
      select a.id, case r.arm when 'planted' then r.decoy else r.label end as label
      from touchstone.assignment a
      join touchstone.assignment_arm r on r.assignment_id = a.id
      where a.work_package_id = :package and r.arm <> 'blind'
      """;

  /** What a package shows, by assignment. */
  Map<String, String> seenIn(String packageId) {
    return byKey(SEEN, "package", packageId, "id", "label");
  }

  private Map<String, String> byKey(
      String sql, String parameter, String argument, String key, String value) {
    Map<String, String> rows = new HashMap<>();
    database
        .sql(sql)
        .param(parameter, argument)
        .query(
            row -> {
              rows.put(row.getString(key), row.getString(value));
            });
    return rows;
  }

  private static final String NOTE =
      """
      insert into touchstone.judgement_assist (judgement_id, arm, suggestion_id, accepted, edited)
      select j.id, r.arm, r.suggestion_id,
             d.accepted and r.arm <> 'blind',
             d.accepted and r.arm <> 'blind'
               and j.label <> case r.arm when 'planted' then r.decoy else r.label end
      from touchstone.assignment a
      join touchstone.assignment_arm r on r.assignment_id = a.id
      join touchstone.draft d on d.assignment_id = a.id
      join touchstone.judgement j on j.assignment_id = a.id
      where a.work_package_id = :package
        and not exists (select from touchstone.judgement_assist n where n.judgement_id = j.id)
      """;

  /** Notes beside a package's new judgements what was shown and whether it was taken over. */
  void note(String packageId) {
    database.sql(NOTE).param("package", packageId).update();
  }
}
