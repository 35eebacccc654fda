package io.touchstone.tasking.gold;

import io.touchstone.platform.database.Times;
import io.touchstone.tasking.JudgedWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which gold is left to whom, and who was given which. */
@Repository
class GoldSupplyRepository {

  private final JdbcClient database;
  private final JudgedWork judgements;

  GoldSupplyRepository(JdbcClient database, JudgedWork judgements) {
    this.database = database;
    this.judgements = judgements;
  }

  /**
   * Who asks for gold.
   *
   * @param readsPublished whether the person may read published items, of which some gold is a copy
   */
  record Person(String annotatorId, boolean readsPublished) {}

  private static final String LEFT =
      """
      select g.item_id from touchstone.gold_item g
      where g.project_key = :project and g.in_use and not (:reads and g.origin = 'promoted')
        and not exists (
          select from touchstone.gold_barred b
          where b.item_id = g.item_id and b.annotator_id = :annotator
            and (b.for_good or b.since > :since))
      """;

  /**
   * Gold that the person may be given.
   *
   * @param since what was given or answered after this rests still
   */
  List<String> left(String projectKey, Person person, Instant since) {
    return database
        .sql(LEFT)
        .param("project", projectKey)
        .param("annotator", person.annotatorId())
        .param("reads", person.readsPublished())
        .param("since", Times.utc(since))
        .query(String.class)
        .list();
  }

  private static final String LEFT_BY_LABEL =
      """
      select said.label, count(distinct g.item_id) as items
      from touchstone.gold_item g
      cross join unnest(touchstone.answers_labels(g.answers)) as said (label)
      where g.item_id = any (:items::text[])
      group by said.label order by said.label
      """;

  /** How many of these gold items there are by class. */
  Map<String, Long> byLabel(List<String> items) {
    Map<String, Long> labels = new LinkedHashMap<>();
    database
        .sql(LEFT_BY_LABEL)
        .param("items", items.toArray(String[]::new))
        .query(
            row -> {
              labels.put(row.getString("label"), row.getLong("items"));
            });
    return labels;
  }

  private static final String RESTING =
      """
      select max(b.since) as since
      from touchstone.gold_item g join touchstone.gold_barred b on b.item_id = g.item_id
      where g.project_key = :project and g.in_use and not (:reads and g.origin = 'promoted')
        and b.annotator_id = :annotator
      group by g.item_id
      having not bool_or(b.for_good) and max(b.since) > :since
      """;

  /** Since when each gold item rests that will come back to the person. */
  List<Instant> resting(String projectKey, Person person, Instant since) {
    return database
        .sql(RESTING)
        .param("project", projectKey)
        .param("annotator", person.annotatorId())
        .param("reads", person.readsPublished())
        .param("since", Times.utc(since))
        .query((row, number) -> Times.at(row, "since"))
        .list();
  }

  private static final String USED =
      """
      select u.planned_at from touchstone.gold_use u
      join touchstone.gold_item g on g.item_id = u.item_id
      where g.project_key = :project and u.annotator_id = :annotator and u.planned_at > :since
      """;

  /** When the person was given gold of the project. */
  List<Instant> used(String projectKey, String annotatorId, Instant since) {
    return database
        .sql(USED)
        .param("project", projectKey)
        .param("annotator", annotatorId)
        .param("since", Times.utc(since))
        .query((row, number) -> Times.at(row, "planned_at"))
        .list();
  }

  private static final String ITEMS_BEFORE =
      """
      select count(*) from touchstone.assignment a
      join touchstone.work_package p on p.id = a.work_package_id
      join touchstone.batch b on b.id = a.batch_id
      where p.annotator_id = :annotator and p.kind = 'annotation' and p.state <> 'withdrawn'
        and b.project_key = :project
      """;

  /** Items that the person has had in the project or has in hand, gold included. */
  int itemsBefore(String projectKey, String annotatorId) {
    return database
        .sql(ITEMS_BEFORE)
        .param("project", projectKey)
        .param("annotator", annotatorId)
        .query(Integer.class)
        .single();
  }

  private static final String GIVE =
      """
      insert into touchstone.gold_use (item_id, annotator_id, batch_id, planned_at)
      select unnest(:items::text[]), :annotator, :batch, :at
      on conflict (item_id, annotator_id, batch_id) do update set planned_at = excluded.planned_at
      """;

  void give(String batchId, String annotatorId, Collection<String> items, Instant at) {
    database
        .sql(GIVE)
        .param("batch", batchId)
        .param("annotator", annotatorId)
        .param("items", items.toArray(String[]::new))
        .param("at", Times.utc(at))
        .update();
  }

  private static final String UNSEEN =
      """
      select distinct item_id from touchstone.gold_use
      where annotator_id = :annotator and seen_at is null
      """;

  private static final String NOTE_SEEN =
      """
      update touchstone.gold_use u set seen_at = j.at
      from unnest(:items::text[], :batches::text[], :times::timestamptz[])
        as j (item_id, batch_id, at)
      where u.item_id = j.item_id and u.batch_id = j.batch_id and u.annotator_id = :annotator
        and u.seen_at is null
      """;

  void noteSeen(String annotatorId) {
    List<String> unseen =
        database.sql(UNSEEN).param("annotator", annotatorId).query(String.class).list();
    List<JudgedWork.Seen> seen = judgements.lastJudged(annotatorId, unseen);
    database
        .sql(NOTE_SEEN)
        .param("annotator", annotatorId)
        .param("items", seen.stream().map(JudgedWork.Seen::itemId).toArray(String[]::new))
        .param("batches", seen.stream().map(JudgedWork.Seen::batchId).toArray(String[]::new))
        .param("times", seen.stream().map(each -> each.at().toString()).toArray(String[]::new))
        .update();
  }

  private static final String RETIRE_FOR =
      """
      update touchstone.gold_use set retired_at = :at
      where annotator_id = :annotator and item_id = any (:items::text[]) and retired_at is null
      """;

  int retireFor(String annotatorId, Collection<String> items, Instant at) {
    return database
        .sql(RETIRE_FOR)
        .param("annotator", annotatorId)
        .param("items", items.toArray(String[]::new))
        .param("at", Times.utc(at))
        .update();
  }

  /**
   * Somebody's work in a batch's round.
   *
   * @param items ordinary ones
   * @param gold known answers among them
   */
  record Mix(String annotatorId, long items, long gold) {}

  private static final String MIXES =
      """
      select p.annotator_id, count(*) filter (where i.batch_id is not null) as items,
             count(*) filter (where i.batch_id is null) as gold
      from touchstone.work_package p
      join touchstone.batch b on b.id = p.batch_id and b.labelling_round = p.round
      join touchstone.assignment a on a.work_package_id = p.id
      join touchstone.item i on i.id = a.item_id
      where p.batch_id = :batch and p.kind = 'annotation' and p.mode = 'ordinary'
        and p.state <> 'withdrawn'
      group by p.annotator_id order by p.annotator_id collate "C"
      """;

  /** How the plan of the batch's present round mixes everybody's work. */
  List<Mix> mixes(String batchId) {
    return database.sql(MIXES).param("batch", batchId).query(Mix.class).list();
  }

  private static final String WAITING =
      """
      select a.work_package_id, a.item_id
      from touchstone.work_package p
      join touchstone.batch b on b.id = p.batch_id and b.labelling_round = p.round
      join touchstone.assignment a on a.work_package_id = p.id
      where p.batch_id = :batch and p.annotator_id = :annotator and p.kind = 'annotation'
        and p.mode = 'ordinary' and p.state = 'queued'
      order by p.number, a.position
      """;

  /** The person's packages of the present round that nobody has seen yet, with their items. */
  Map<String, List<String>> waiting(String batchId, String annotatorId) {
    Map<String, List<String>> packages = new LinkedHashMap<>();
    database
        .sql(WAITING)
        .param("batch", batchId)
        .param("annotator", annotatorId)
        .query(
            row -> {
              packages
                  .computeIfAbsent(row.getString("work_package_id"), id -> new ArrayList<>())
                  .add(row.getString("item_id"));
            });
    return packages;
  }
}
