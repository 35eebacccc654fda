package io.touchstone.tasking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of packages that change hands. */
@Repository
public class RedistributionRepository {

  private final JdbcClient database;
  private final JudgedWork judgements;

  RedistributionRepository(JdbcClient database, JudgedWork judgements) {
    this.database = database;
    this.judgements = judgements;
  }

  private static final String ONE_AT_A_TIME =
      """
      select pg_advisory_xact_lock(hashtext('touchstone.redistribution'))
      """;

  /**
   * Whoever offers work to several people at once waits here for the others who do, so that no two
   * of them hold people that the other one needs.
   */
  public void oneAtATime() {
    database.sql(ONE_AT_A_TIME).query((row, number) -> number).single();
  }

  /**
   * An item in a package.
   *
   * @param movable whether somebody else may label it instead: no gold, which is drawn per person,
   *     and not judged by this person already
   */
  public record Held(
      String assignmentId, String itemId, String packageId, boolean gold, boolean movable) {

    private Held judged() {
      return new Held(assignmentId, itemId, packageId, gold, false);
    }
  }

  private static final String HELD =
      """
      select a.id, a.item_id, a.work_package_id, i.batch_id is null as gold
      from touchstone.assignment a
      join touchstone.item i on i.id = a.item_id
      where a.work_package_id in (:packages)
      order by a.work_package_id, a.position
      """;

  public List<Held> held(Collection<String> packageIds) {
    List<Held> held =
        database
            .sql(HELD)
            .param("packages", packageIds)
            .query(RedistributionRepository::row)
            .list();
    Set<String> judged =
        judgements.judged(held.stream().filter(Held::movable).map(Held::assignmentId).toList());
    return held.stream()
        .map(each -> judged.contains(each.assignmentId()) ? each.judged() : each)
        .toList();
  }

  private static Held row(ResultSet row, int number) throws SQLException {
    boolean gold = row.getBoolean("gold");
    return new Held(
        row.getString("id"),
        row.getString("item_id"),
        row.getString("work_package_id"),
        gold,
        !gold);
  }

  private static final String BARRED =
      """
      select a.item_id, a.annotator_id
      from touchstone.assignment a
      join touchstone.work_package p on p.id = a.work_package_id
      where a.batch_id = :batch
        and a.item_id in (select item_id from touchstone.assignment
                          where work_package_id in (:packages))
        and (a.refused is not null or p.kind <> :kind
             or p.state <> 'withdrawn' and (p.round = :round or a.superseded_at is null))
      """;

  /**
   * Who must not get an item: those who have it in this round or whose label of an earlier one
   * counts, those who refused it in any, and annotators where it is adjudicated or the other way
   * round.
   */
  public Map<String, Set<String>> barred(
      String batchId, WorkPackage.Kind kind, int round, Collection<String> packageIds) {
    PeopleByItem people = new PeopleByItem();
    database
        .sql(BARRED)
        .param("batch", batchId)
        .param("packages", packageIds)
        .param("kind", kind.id())
        .param("round", round)
        .query(people::add);
    return people.gathered();
  }

  private static final String LOADS =
      """
      select p.annotator_id, count(*) as items
      from touchstone.work_package p
      join touchstone.assignment a on a.work_package_id = p.id
      where p.annotator_id in (:annotators) and p.state in ('queued', 'open')
      group by p.annotator_id
      """;

  /** Items that each of these people has still to do, in all batches. */
  public Map<String, Integer> loads(Collection<String> annotators) {
    Map<String, Integer> loads = EvenPlan.noLoads(annotators);
    if (!annotators.isEmpty()) {
      database
          .sql(LOADS)
          .param("annotators", annotators)
          .query(
              row -> {
                loads.put(row.getString("annotator_id"), row.getInt("items"));
              });
    }
    return loads;
  }

  private static final String ONCE_HELD =
      """
      select a.item_id, a.id
      from touchstone.assignment a
      join touchstone.work_package p on p.id = a.work_package_id
      where a.batch_id = :batch and a.annotator_id = :annotator and a.item_id in (:items)
        and p.state = 'withdrawn' and p.kind = :kind and p.round = :round
      """;

  /** Assignments that the person had of these items before they were taken away, by item. */
  public Map<String, String> onceHeld(PlannedPackage planned) {
    Map<String, String> assignments = new HashMap<>();
    database
        .sql(ONCE_HELD)
        .param("batch", planned.batchId())
        .param("annotator", planned.annotatorId())
        .param("items", planned.itemIds())
        .param("kind", planned.kind().id())
        .param("round", planned.round())
        .query(
            row -> {
              assignments.put(row.getString("item_id"), row.getString("id"));
            });
    return assignments;
  }

  private static final String MOVE =
      """
      update touchstone.assignment set work_package_id = :package where id in (:assignments)
      """;

  /** Puts assignments of a person into another package of hers; their drafts go with them. */
  public void move(Collection<String> assignmentIds, String packageId) {
    if (!assignmentIds.isEmpty()) {
      database.sql(MOVE).param("package", packageId).param("assignments", assignmentIds).update();
    }
  }

  private static final String PLACE =
      """
      update touchstone.assignment a set position = o.position
      from unnest(string_to_array(:items, ',')) with ordinality as o (item, position)
      where a.work_package_id = :package and a.item_id = o.item
      """;

  /** Brings a package's items into this order. */
  public void place(String packageId, List<String> itemIds) {
    database
        .sql(PLACE)
        .param("package", packageId)
        .param("items", String.join(",", itemIds))
        .update();
  }

  private static final String WITHDRAW =
      """
      update touchstone.work_package set state = 'withdrawn', shelved = false where id = :id
      """;

  public void withdraw(String packageId) {
    database.sql(WITHDRAW).param("id", packageId).update();
  }

  private static final String REFUSE =
      """
      update touchstone.assignment set refused = :reason where work_package_id = :package
      """;

  private static final String SHELVE =
      """
      update touchstone.work_package set shelved = true where id = :package
      """;

  /** The person must never get what is in the package again. */
  public void refuse(String packageId, ReturnReason reason) {
    database.sql(REFUSE).param("package", packageId).param("reason", reason.id()).update();
    database.sql(SHELVE).param("package", packageId).update();
  }
}
