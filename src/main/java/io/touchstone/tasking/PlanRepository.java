package io.touchstone.tasking;

import io.touchstone.assist.PlannedWork;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.database.BulkCopy;
import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the plan: who has which item, in which package. */
@Repository
public class PlanRepository implements PlannedWork {

  private final JdbcClient database;
  private final BulkCopy copy;

  PlanRepository(JdbcClient database, BulkCopy copy) {
    this.database = database;
    this.copy = copy;
  }

  private static final String ITEMS =
      """
      select id from touchstone.item where batch_id = :batch order by id collate "C"
      """;

  public List<String> items(String batchId) {
    return database.sql(ITEMS).param("batch", batchId).query(String.class).list();
  }

  private static final String HOLDERS =
      """
      select a.item_id, a.annotator_id
      from touchstone.assignment a
      join touchstone.work_package p on p.id = a.work_package_id
      join touchstone.item i on i.id = a.item_id
      where a.batch_id = :batch and i.batch_id = :batch and p.kind = 'annotation'
        and p.state <> 'withdrawn' and a.superseded_at is null
      """;

  /** Who labels what of the batch already, gold and earlier rounds of an item left out. */
  public Map<String, Set<String>> holders(String batchId) {
    PeopleByItem holders = new PeopleByItem();
    database.sql(HOLDERS).param("batch", batchId).query(holders::add);
    return holders.gathered();
  }

  private static final String TAKEN_BACK =
      """
      select a.item_id, a.annotator_id
      from touchstone.assignment a
      join touchstone.work_package p on p.id = a.work_package_id
      where a.batch_id = :batch and p.kind = 'annotation' and p.round = :round
        and p.state = 'withdrawn'
      """;

  /** From whom which item was taken in this round: nobody is planned for an item twice. */
  public Map<String, Set<String>> takenBack(String batchId, int round) {
    PeopleByItem people = new PeopleByItem();
    database.sql(TAKEN_BACK).param("batch", batchId).param("round", round).query(people::add);
    return people.gathered();
  }

  private static final String LOCK_GOLD =
      """
      select pg_advisory_xact_lock(hashtext('touchstone gold'), hashtext(:project))
      """;

  /**
   * Keeps other plans of the project from choosing gold until the transaction ends: two batches
   * planned at once, on two nodes perhaps, would give a person the same gold twice. Taken after the
   * batch's own lock, so that nobody waits in a circle.
   */
  public void lockGold(String projectKey) {
    database.sql(LOCK_GOLD).param("project", projectKey).query(rows -> {});
  }

  private static final String LAST_NUMBER =
      """
      select coalesce(max(number), 0) from touchstone.work_package
      where batch_id = :batch and annotator_id = :annotator and kind = :kind and round = :round
      """;

  public int lastNumber(String batchId, String annotatorId, WorkPackage.Kind kind, int round) {
    return database
        .sql(LAST_NUMBER)
        .param("batch", batchId)
        .param("annotator", annotatorId)
        .param("kind", kind.id())
        .param("round", round)
        .query(Integer.class)
        .single();
  }

  private static final String INSERT_PACKAGE =
      """
      insert into touchstone.work_package
        (id, batch_id, annotator_id, kind, mode, round, number, estimated_seconds)
      values (:id, :batch, :annotator, :kind, :mode, :round, :number, :seconds)
      """;

  private static final String ASSIGNMENTS =
      "touchstone.assignment (id, batch_id, item_id, annotator_id, work_package_id, position,"
          + " round)";

  /** Many packages follow, of a batch that may be much larger than those before. */
  public void planChecksAnew() {
    copy.planChecksAnew();
  }

  public void insert(PlannedPackage planned, Hmac ids) {
    database
        .sql(INSERT_PACKAGE)
        .param("id", planned.id())
        .param("batch", planned.batchId())
        .param("annotator", planned.annotatorId())
        .param("kind", planned.kind().id())
        .param("mode", planned.mode().id())
        .param("round", planned.round())
        .param("number", planned.number())
        .param("seconds", planned.estimatedSeconds())
        .update();
    insertAssignments(planned, ids);
  }

  /** Adds the assignments of a package that there is. */
  public void insertAssignments(PlannedPackage planned, Hmac ids) {
    List<List<Object>> rows = new ArrayList<>();
    for (String item : planned.itemIds()) {
      rows.add(
          List.of(
              assignmentId(planned, item, ids),
              planned.batchId(),
              item,
              planned.annotatorId(),
              planned.id(),
              rows.size() + 1,
              planned.round()));
    }
    copy.insert(ASSIGNMENTS, rows);
  }

  private static final String ASSIGNMENTS_OF =
      """
      select a.id, a.item_id
      from touchstone.assignment a
      join touchstone.work_package p on p.id = a.work_package_id
      where a.batch_id = :batch and p.kind = 'annotation' and a.superseded_at is null
      """;

  @Override
  public List<Planned> assignments(String batchId) {
    return database
        .sql(ASSIGNMENTS_OF)
        .param("batch", batchId)
        .query((row, number) -> new Planned(row.getString("id"), row.getString("item_id")))
        .list();
  }

  /** The first round needs no mark, since no id of it can be one of a later round. */
  private static String assignmentId(PlannedPackage planned, String item, Hmac ids) {
    return planned.round() == 1
        ? ids.id("assignment", planned.annotatorId(), item)
        : ids.id("assignment", planned.annotatorId(), item, String.valueOf(planned.round()));
  }

  private static final String LABELLED_BY =
      """
      select a.item_id, a.annotator_id
      from touchstone.assignment a
      join touchstone.work_package p on p.id = a.work_package_id
      where a.batch_id = :batch and (p.kind = 'annotation' or a.superseded_at is null)
      """;

  /**
   * Everybody who has ever labelled an item of the batch or adjudicates it now. Who adjudicated it
   * under an earlier guideline may do so again.
   */
  public Map<String, Set<String>> everybodyWithItem(String batchId) {
    PeopleByItem people = new PeopleByItem();
    database.sql(LABELLED_BY).param("batch", batchId).query(people::add);
    return people.gathered();
  }

  private static final String ADJUDICATION_HELD =
      """
      select a.item_id from touchstone.assignment a
      join touchstone.work_package p on p.id = a.work_package_id
      where a.batch_id = :batch and p.kind = 'adjudication' and p.state <> 'withdrawn'
        and a.superseded_at is null
      """;

  /** Items that an adjudicator has already. */
  public Set<String> inAdjudication(String batchId) {
    return new HashSet<>(
        database.sql(ADJUDICATION_HELD).param("batch", batchId).query(String.class).list());
  }

  private static final String SUPERSEDE =
      """
      update touchstone.assignment set superseded_at = :at
      where batch_id = :batch and item_id = any (:items::text[]) and superseded_at is null
      """;

  /** What people did about these items so far is kept and no longer counts. */
  public int supersede(String batchId, List<String> itemIds, Instant at) {
    return database
        .sql(SUPERSEDE)
        .param("batch", batchId)
        .param("items", itemIds.toArray(String[]::new))
        .param("at", Times.utc(at))
        .update();
  }

  private static final String LOCK =
      """
      select id from touchstone.batch where id = :batch for update
      """;

  /** Keeps a second planner of the same batch out until the transaction ends. */
  public void lock(String batchId) {
    database.sql(LOCK).param("batch", batchId).query(String.class).single();
  }
}
