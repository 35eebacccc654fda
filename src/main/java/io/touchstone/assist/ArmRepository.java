package io.touchstone.assist;

import io.touchstone.answer.Answer;
import io.touchstone.project.StoredAnswers;
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
  private final StoredAnswers answers;

  ArmRepository(JdbcClient database, StoredAnswers answers) {
    this.database = database;
    this.answers = answers;
  }

  /** An assignment's arm about to be stored; gold has no suggestion of a model. */
  record Row(String assignmentId, Optional<Long> suggestionId, Arm arm, Candidate candidate) {}

  private static final String INSERT =
      """
      insert into touchstone.assignment_arm
        (assignment_id, batch_id, suggestion_id, arm, suggested, decoy)
      select n.assignment, :batch, n.suggestion, n.arm, n.suggested::jsonb, n.decoy::jsonb
      from unnest(:assignments::text[], :suggestions::bigint[], :arms::text[],
                  :suggested::text[], :decoys::text[])
        as n (assignment, suggestion, arm, suggested, decoy)
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
          .param("arms", rows.stream().map(row -> row.arm().id()).toArray(String[]::new))
          .param(
              "suggested",
              rows.stream()
                  .map(row -> answers.write(row.candidate().suggested()))
                  .toArray(String[]::new))
          .param(
              "decoys",
              rows.stream()
                  .map(row -> answers.write(row.candidate().decoy()))
                  .toArray(String[]::new))
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

  /** A gold item's answer and text. */
  record Gold(Answer answer, String text) {}

  private static final String GOLD =
      """
      select g.item_id, touchstone.answers_on(g.answers, i.text) as answers, i.text
      from touchstone.gold_item g join touchstone.item i on i.id = g.item_id
      where g.project_key = :project
      """;

  Map<String, Gold> gold(String projectKey) {
    Map<String, Gold> gold = new HashMap<>();
    database
        .sql(GOLD)
        .param("project", projectKey)
        .query(
            row -> {
              gold.put(
                  row.getString("item_id"),
                  new Gold(answers.read(row).orElseThrow(), row.getString("text")));
            });
    return gold;
  }

  private static final String SEEN =
      """
      select a.id, touchstone.answers_on(
               case r.arm when 'planted' then r.decoy else r.suggested end, i.text) as answers
      from touchstone.assignment a
      join touchstone.item i on i.id = a.item_id
      join touchstone.assignment_arm r on r.assignment_id = a.id
      where a.work_package_id = :package and r.arm <> 'blind'
      """;

  /** What a package shows, by assignment. */
  Map<String, Answer> seenIn(String packageId) {
    Map<String, Answer> seen = new HashMap<>();
    database
        .sql(SEEN)
        .param("package", packageId)
        .query(
            row -> {
              String assignment = row.getString("id");
              answers.read(row).ifPresent(answer -> seen.put(assignment, answer));
            });
    return seen;
  }

  private static final String NOTE =
      """
      insert into touchstone.judgement_assist (judgement_id, arm, suggestion_id, accepted, edited)
      select j.id, r.arm, r.suggestion_id,
             j.accepted and r.arm <> 'blind',
             j.accepted and r.arm <> 'blind'
               and j.answer::jsonb <> case r.arm when 'planted' then r.decoy else r.suggested end
      from unnest(:judgements::bigint[], :assignments::text[], :answers::text[],
                  :accepted::boolean[]) as j (id, assignment_id, answer, accepted)
      join touchstone.assignment_arm r on r.assignment_id = j.assignment_id
      where not exists (select from touchstone.judgement_assist n where n.judgement_id = j.id)
      """;

  /** Notes beside judgements what was shown and whether it was taken over. */
  void note(List<JudgedAnswer> judged) {
    database
        .sql(NOTE)
        .param("judgements", judged.stream().map(JudgedAnswer::judgementId).toArray(Long[]::new))
        .param(
            "assignments", judged.stream().map(JudgedAnswer::assignmentId).toArray(String[]::new))
        .param("answers", judged.stream().map(JudgedAnswer::answer).toArray(String[]::new))
        .param("accepted", judged.stream().map(JudgedAnswer::accepted).toArray(Boolean[]::new))
        .update();
  }
}
