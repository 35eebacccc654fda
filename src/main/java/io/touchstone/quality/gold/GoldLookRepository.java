package io.touchstone.quality.gold;

import io.touchstone.platform.database.Times;
import io.touchstone.statistics.WilsonInterval;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks at people's gold, and the answers that no look has seen yet. */
@Repository
public class GoldLookRepository {

  private final JdbcClient database;

  GoldLookRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String PROJECTS =
      """
      select distinct b.project_key
      from touchstone.batch b
      join touchstone.work_package p on p.batch_id = b.id
      where b.state not in ('stopped', 'done') and p.annotator_id = :annotator
        and p.kind = 'annotation' and p.judgements > 0
      order by b.project_key
      """;

  /** Projects with a batch alive in which the person has submitted something. */
  List<String> projects(String annotatorId) {
    return database.sql(PROJECTS).param("annotator", annotatorId).query(String.class).list();
  }

  private static final String PEOPLE =
      """
      select distinct annotator_id from touchstone.work_package
      where batch_id = :batch and kind = 'annotation' and judgements > 0 order by annotator_id
      """;

  /** Who has submitted something of a batch. */
  List<String> people(String batchId) {
    return database.sql(PEOPLE).param("batch", batchId).query(String.class).list();
  }

  /**
   * Where the next look begins.
   *
   * @param window what the last look saw and the next goes on with
   * @param position up to which answers have been seen
   * @param passed up to which judgement work need not come back
   * @param pauses how often the person was paused in the project
   * @param talking whether a talk is open: until it ends nobody looks
   */
  record Standing(GoldWindow window, long position, long passed, long pauses, boolean talking) {}

  private static final String STANDING =
      """
      with last as (
        select * from touchstone.gold_look
        where annotator_id = :annotator and project_key = :project
        order by position desc limit 1),
      talks as (
        select coalesce(bool_or(ended_at is null), false) as talking,
               coalesce(max(ended_after), 0) as ended_after,
               count(*) filter (where pauses) as pauses
        from touchstone.clarification
        where annotator_id = :annotator and project_key = :project)
      select l.gold_count, l.gold_correct, l.cusum, coalesce(l.position, 0) as position,
             coalesce(l.outcome, 'none') as outcome, coalesce(l.passed_position, 0) as passed_position,
             t.talking, t.ended_after, t.pauses
      from talks t left join last l on true
      """;

  Standing standing(String annotatorId, String projectKey) {
    return database
        .sql(STANDING)
        .param("annotator", annotatorId)
        .param("project", projectKey)
        .query(GoldLookRepository::standing)
        .single();
  }

  private static Standing standing(ResultSet row, int number) throws SQLException {
    long position = row.getLong("position");
    long endedAfter = row.getLong("ended_after");
    boolean passed = row.getString("outcome").equals("none");
    boolean goesOn = passed && position > endedAfter;
    GoldWindow window =
        goesOn
            ? new GoldWindow(
                new GoldScore(row.getLong("gold_count"), row.getLong("gold_correct")),
                0,
                row.getDouble("cusum"))
            : GoldWindow.EMPTY;
    long cleared = passed ? position : row.getLong("passed_position");
    return new Standing(
        window,
        Math.max(position, endedAfter),
        Math.max(cleared, endedAfter),
        row.getLong("pauses"),
        row.getBoolean("talking"));
  }

  private static final String ANSWERS =
      """
      select j.id, j.batch_id,
             touchstone.answers_same(
               touchstone.answers_of_judgement(j.id), g.answers, :sameFrom::jsonb) as correct
      from touchstone.judgement j
      join touchstone.gold_item g on g.item_id = j.item_id and g.project_key = :project and g.in_use
      where j.annotator_id = :annotator and j.role = 'annotator' and j.id > :position
        and not exists (select from touchstone.judgement first
                        where first.item_id = j.item_id and first.assignment_id = j.assignment_id
                          and first.id < j.id)
      order by j.id
      """;

  /**
   * The person's first answers to gold items of a project after a position, in their order.
   *
   * @param sameFrom by question, from which agreement on two answers are the same
   */
  List<GoldAnswer> answers(String annotatorId, String projectKey, long position, String sameFrom) {
    return database
        .sql(ANSWERS)
        .param("annotator", annotatorId)
        .param("project", projectKey)
        .param("position", position)
        .param("sameFrom", sameFrom)
        .query(
            (row, number) ->
                new GoldAnswer(
                    row.getLong("id"), row.getString("batch_id"), row.getBoolean("correct")))
        .list();
  }

  private static final String SINCE_TALK =
      "select count(*) as judged, count(*) filter (where correct) as correct from ("
          + ANSWERS.replace(
              ":position",
              """
              (select coalesce(max(c.ended_after), 0) from touchstone.clarification c
               where c.annotator_id = :annotator and c.project_key = :project)
              """)
          + ") answers";

  /** The person's first answers to gold of a project since the last talk has ended. */
  GoldScore sinceTalk(String annotatorId, String projectKey, String sameFrom) {
    return database
        .sql(SINCE_TALK)
        .param("annotator", annotatorId)
        .param("project", projectKey)
        .param("sameFrom", sameFrom)
        .query((row, number) -> new GoldScore(row.getLong("judged"), row.getLong("correct")))
        .single();
  }

  private static final String TALLIES =
      """
      select item_id, count(*) as judged, count(*) filter (where correct) as correct
      from (select distinct on (j.item_id, j.annotator_id) j.item_id,
                   touchstone.answers_same(
                     touchstone.answers_of_judgement(j.id), g.answers, :sameFrom::jsonb) as correct
            from touchstone.gold_item g
            join touchstone.judgement j on j.item_id = g.item_id and j.role = 'annotator'
            where g.project_key = :project and g.in_use
            order by j.item_id, j.annotator_id, j.id) first
      group by item_id order by item_id collate "C"
      """;

  /** What people first answered to each gold item of a project in use. */
  List<GoldRetirement.Tally> tallies(String projectKey, String sameFrom) {
    return database
        .sql(TALLIES)
        .param("project", projectKey)
        .param("sameFrom", sameFrom)
        .query(
            (row, number) ->
                new GoldRetirement.Tally(
                    row.getString("item_id"),
                    new GoldScore(row.getLong("judged"), row.getLong("correct"))))
        .list();
  }

  private static final String INSERT =
      """
      insert into touchstone.gold_look
        (annotator_id, project_key, batch_id, position, gold_count, gold_correct, since_look,
         wilson_low, wilson_high, cusum, table_version, outcome, rule, passed_position,
         clarification_id, created_at)
      values (:annotator, :project, :batch, :position, :count, :correct, :since, :low, :high, :cusum,
              :version, :outcome, :rule, :passed, :clarification, :at)
      """;

  /**
   * @param passed up to which judgement work need not come back
   * @param clarificationId the talk that follows
   */
  void insert(
      GoldLooks.Person person,
      GoldWatch.Finding finding,
      int tableVersion,
      long passed,
      Optional<String> clarificationId,
      Instant at) {
    GoldScore score = finding.window().score();
    WilsonInterval interval = score.interval().orElseThrow();
    database
        .sql(INSERT)
        .param("annotator", person.id())
        .param("project", person.project())
        .param("batch", finding.at().batchId())
        .param("position", finding.at().position())
        .param("count", score.count())
        .param("correct", score.correct())
        .param("since", finding.window().sinceLook())
        .param("low", interval.low())
        .param("high", interval.high())
        .param("cusum", finding.window().cusum())
        .param("version", tableVersion)
        .param("outcome", finding.flag().action().id())
        .param("rule", finding.flag().rule())
        .param("passed", passed)
        .param("clarification", clarificationId.orElse(null))
        .param("at", Times.utc(at))
        .update();
  }

  private static final String SECOND_LOOKS =
      """
      select l.annotator_id, l.gold_count, l.gold_correct, c.pauses, c.packages,
             coalesce(c.outcome = 'released', false) as released,
             (select count(*)
              from (select distinct on (j.assignment_id) j.assignment_id,
                           touchstone.answers_of_judgement(j.id) as said
                    from touchstone.judgement j
                    where j.batch_id = c.batch_id and j.annotator_id = c.annotator_id
                    order by j.assignment_id, j.id) first
              join (select j.assignment_id, touchstone.answers_of_judgement(j.id) as said
                    from touchstone.latest_judgement j
                    where j.batch_id = c.batch_id and j.annotator_id = c.annotator_id) latest
                using (assignment_id)
              where first.said <> latest.said) as changed
      from touchstone.gold_look l
      join touchstone.clarification c on c.id = l.clarification_id
      where c.batch_id = :batch
      order by l.id
      """;

  /** What followed from looks in a batch, in their order. */
  public List<SecondLook> secondLooks(String batchId) {
    return database
        .sql(SECOND_LOOKS)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new SecondLook(
                    row.getString("annotator_id"),
                    row.getLong("gold_count"),
                    row.getLong("gold_correct"),
                    row.getBoolean("pauses"),
                    row.getInt("packages"),
                    row.getBoolean("released"),
                    row.getLong("changed")))
        .list();
  }

  private static final String FLAGGED =
      """
      select annotator_id from touchstone.gold_look
      where batch_id = :batch and outcome <> 'none' group by annotator_id order by annotator_id
      """;

  /** Whom a look at gold of this batch has flagged, whether or not a talk has followed. */
  public List<String> flagged(String batchId) {
    return database.sql(FLAGGED).param("batch", batchId).query(String.class).list();
  }
}
