package io.touchstone.tasking.reassignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.touchstone.IntegrationTest;
import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import io.touchstone.tasking.ReturnReason;
import io.touchstone.tasking.plan.TaskCreation;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the items of a package go that comes back. */
class ReturnedPackagesTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;
  @Autowired private StrandedItems stranded;
  private Road road;

  @AfterEach
  void the_batch_waits_for_exactly_the_packages_that_are_not_done() {
    long undone =
        number(
            "select count(*) from touchstone.work_package"
                + " where batch_id = :batch and state in ('queued', 'open')");
    assertThat(number("select open_packages from touchstone.batch where id = :batch"))
        .isEqualTo(undone);
  }

  /** Each item of ada's has one of the two others already, so nobody could take them all. */
  @Test
  void each_item_goes_to_somebody_who_does_not_have_it_and_keeps_distinct_people() {
    road = road(Options.standard().annotatorsPerItem(2)).annotators("ada", "ben", "cyd");
    road.receiveThings(9).untilItRests();
    Work work = open("ada");

    PackageReturns.GivenBack back = road.givesBack("ada", work, ReturnReason.NOT_MY_FIELD);

    assertThat(back.where()).isEqualTo(PackageReturns.Where.OTHERS);
    assertThat(back.next()).isEmpty();
    assertThat(pairsOfItemAndPerson()).hasSize(18).doesNotHaveDuplicates();
    assertThat(pairsOfItemAndPerson()).noneMatch(pair -> pair.contains(id("ada")));
    road.everybodyLabels(Road.RIGHT).untilItRests();
    assertThat(road.decisions()).contains("gate-annotation pass sound");
  }

  @Test
  void what_nobody_else_may_have_stays_as_a_new_task_with_its_drafts() {
    road = road(Options.standard().annotatorsPerItem(2)).annotators("ada", "ben", "cyd");
    road.receiveThings(9).untilItRests();
    // With cyd away, ada and ben have every item between them.
    road.isAway("cyd");
    Work before = open("ada");
    road.draft("ada", before, Road.RIGHT);

    PackageReturns.GivenBack back = road.givesBack("ada", before, ReturnReason.NO_TIME);

    assertThat(back.where()).isEqualTo(PackageReturns.Where.YOURS);
    Work after = open("ada");
    assertThat(after.taskId()).isNotEqualTo(before.taskId());
    assertThat(after.items()).allSatisfy(item -> assertThat(item.draft()).isPresent());
  }

  @Test
  void a_package_is_split_where_only_some_of_its_items_find_somebody() {
    road = road(Options.standard().annotatorsPerItem(1)).annotators("ada").receiveThings(6);
    road.untilItRests();
    Work before = open("ada");
    road.draft("ada", before, Road.RIGHT);
    // Ben comes later and must not have three of the items.
    road.annotators("ben");
    refusedBefore("ben", before, 3);

    PackageReturns.GivenBack back = road.givesBack("ada", before, ReturnReason.NO_TIME);

    assertThat(back.where()).isEqualTo(PackageReturns.Where.SHARED);
    Work rest = open("ada");
    assertThat(rest.packageId()).isEqualTo(before.packageId());
    assertThat(rest.items()).hasSize(3).allSatisfy(i -> assertThat(i.draft()).isPresent());
    Work taken = open("ben");
    assertThat(taken.items()).hasSize(3).allSatisfy(i -> assertThat(i.draft()).isEmpty());
    assertThat(texts(taken)).doesNotContainAnyElementsOf(texts(rest));
  }

  @Test
  void drafts_are_hidden_from_the_next_person_and_come_back_with_the_items() {
    road = road(Options.standard().annotatorsPerItem(1)).annotators("ada").receiveThings(4);
    road.untilItRests();
    road.draft("ada", open("ada"), (person, text) -> "blue");
    road.annotators("ben");

    assertThat(road.isAway("ada").moved()).isEqualTo(4);
    Work atBen = open("ben");
    assertThat(atBen.items()).allSatisfy(item -> assertThat(item.draft()).isEmpty());
    road.draft("ben", atBen, (person, text) -> "red");

    road.isBack("ada");
    road.isAway("ben");

    Work again = open("ada");
    assertThat(again.items())
        .hasSize(4)
        .allSatisfy(
            item ->
                assertThat(item.draft().orElseThrow().answer()).contains(new ClassLabel("blue")));
  }

  @Test
  void a_conflict_of_interest_is_never_offered_again_and_waits_for_somebody_else() {
    road = road(Options.standard().annotatorsPerItem(1)).annotators("ada").receiveThings(3);
    road.untilItRests();

    PackageReturns.GivenBack back =
        road.givesBack("ada", open("ada"), ReturnReason.CONFLICT_OF_INTEREST);

    assertThat(back.where()).isEqualTo(PackageReturns.Where.WAITING);
    assertThat(road.workOf("ada")).isEmpty();
    assertThat(stranded.of(road.batchId()))
        .singleElement()
        .satisfies(shortage -> assertThat(shortage.items()).isEqualTo(3))
        .satisfies(shortage -> assertThat(shortage.because()).startsWith("3 items wait"));

    road.annotators("ben").isBack("ben");

    assertThat(stranded.of(road.batchId())).isEmpty();
    assertThat(open("ben").items()).hasSize(3);
    road.labels("ben", Road.RIGHT).untilItRests();
    assertThat(road.decisions()).contains("gate-annotation pass sound");
  }

  @Test
  void who_is_away_hands_over_the_queued_packages_too() {
    road = road(Options.standard().annotatorsPerItem(1).itemsPerPackage(2));
    road.annotators("ada", "ben").receiveThings(12).untilItRests();

    Absences.Change change = road.isAway("ada");

    assertThat(change.moved()).isEqualTo(6);
    assertThat(change.stranded()).isEmpty();
    assertThat(road.workOf("ada")).isEmpty();
    assertThat(road.openTasks()).hasSize(1);
    road.labels("ben", Road.RIGHT).untilItRests();
    assertThat(road.decisions()).contains("gate-annotation pass sound");
  }

  @Test
  void without_a_substitute_nothing_is_lost_and_everything_is_there_on_return() {
    road = road(Options.standard().annotatorsPerItem(1).itemsPerPackage(2)).annotators("ada");
    road.receiveThings(4).untilItRests();
    road.draft("ada", open("ada"), Road.RIGHT);

    Absences.Change change = road.isAway("ada");

    assertThat(change.moved()).isZero();
    assertThat(change.stranded()).extracting(Stranded::items).containsExactly(4L);
    assertThat(stranded.of(road.batchId())).isEqualTo(change.stranded());
    assertThat(road.workOf("ada")).isEmpty();
    assertThat(road.isAway("ada")).as("said twice").isEqualTo(change);

    road.isBack("ada");

    assertThat(open("ada").items()).allSatisfy(item -> assertThat(item.draft()).isPresent());
    road.labels("ada", Road.RIGHT).untilItRests();
    assertThat(road.decisions()).contains("gate-annotation pass sound");
  }

  @Test
  void away_before_the_batch_counts_is_not_counted_twice() {
    road = road(Options.standard().annotatorsPerItem(1)).annotators("ada", "ben");
    road.receiveThings(4).untilJobAt("offer-work-packages");

    road.isAway("ada");
    road.untilItRests();

    road.labels("ben", Road.RIGHT).untilItRests();
    assertThat(road.decisions()).contains("gate-annotation pass sound");
  }

  @Test
  void a_repeated_plan_gives_nobody_what_was_taken_from_them() {
    road = road(Options.standard().annotatorsPerItem(1)).annotators("ada").receiveThings(4);
    road.untilItRests();
    road.annotators("ben");
    road.givesBack("ada", open("ada"), ReturnReason.NOT_MY_FIELD);
    // As if a person's items had been lost altogether.
    withdrawAll();

    TaskCreation.Plan plan = beans.getBean(TaskCreation.class).plan(road.batchId());

    assertThat(plan.shortItems()).isEqualTo(4);
    assertThat(plan.packages()).isZero();
  }

  @Test
  void who_labelled_an_item_in_another_round_that_no_longer_counts_may_take_it_over_in_this_one() {
    road = road(Options.standard().annotatorsPerItem(1)).annotators("ada").receiveThings(4);
    road.untilItRests();
    road.annotators("ben");
    labelledInAnotherRound("ben", open("ada"));

    road.givesBack("ada", open("ada"), ReturnReason.NO_TIME);

    assertThat(open("ben").items()).hasSize(4);
  }

  @Test
  void the_substitute_gets_gold_of_her_own() {
    road = road(Options.standard().annotatorsPerItem(1).gold(0.5, 8)).annotators("ada");
    road.receiveThings(4).untilItRests();
    road.annotators("ben");

    road.givesBack("ada", open("ada"), ReturnReason.NO_TIME);

    assertThat(open("ben").items()).hasSize(8);
    assertThat(texts(open("ben"))).filteredOn(text -> text.startsWith("Known")).hasSize(4);
  }

  @Test
  void a_package_of_a_cancelled_batch_is_only_taken_away() {
    road = road(Options.standard().annotatorsPerItem(1)).annotators("ada", "ben");
    road.receiveThings(4).untilItRests();
    Work work = open("ada");
    road.labels("ben", Road.RIGHT);
    road.engine().cancel(road.batchId(), "annotation-pipeline");

    road.givesBack("ada", work, ReturnReason.NO_TIME);

    assertThat(road.workOf("ada")).isEmpty();
    assertThat(road.workOf("ben")).isEmpty();
  }

  @Test
  void a_returned_package_takes_neither_draft_nor_submit_nor_a_second_return() {
    road = road(Options.standard().annotatorsPerItem(1)).annotators("ada", "ben");
    road.receiveThings(4).untilItRests();
    Work work = open("ada");
    road.draft("ada", work, Road.RIGHT);
    road.givesBack("ada", work, ReturnReason.NO_TIME);

    assertThat(status(() -> road.draft("ada", work, Road.RIGHT))).isEqualTo(409);
    assertThat(status(() -> road.submit("ada", work))).isEqualTo(409);
    assertThat(status(() -> road.givesBack("ada", work, ReturnReason.NO_TIME))).isEqualTo(409);
    assertThat(
            status(() -> beans.getBean(WorkDesk.class).ofTask(work.taskId(), road.person("ada"))))
        .isEqualTo(404);
  }

  @Test
  void nobody_returns_the_package_of_another() {
    road = road(Options.standard().annotatorsPerItem(1)).annotators("ada", "ben");
    road.receiveThings(4).untilItRests();
    Work work = open("ada");

    assertThat(status(() -> road.givesBack("ben", work, ReturnReason.NO_TIME))).isEqualTo(403);
    assertThat(open("ada").taskId()).isEqualTo(work.taskId());
  }

  private Road road(Options options) {
    return Road.of(beans, options);
  }

  private Work open(String name) {
    return road.workOf(name).orElseThrow(() -> new AssertionError(name + " has no work"));
  }

  private String id(String name) {
    return road.person(name).id();
  }

  private static List<String> texts(Work work) {
    return work.items().stream().map(Work.WorkItem::text).toList();
  }

  private List<String> pairsOfItemAndPerson() {
    return database
        .sql(
            """
            select a.item_id || ' ' || a.annotator_id from touchstone.assignment a
            join touchstone.work_package p on p.id = a.work_package_id
            where a.batch_id = :batch and p.state <> 'withdrawn'
            """)
        .param("batch", road.batchId())
        .query(String.class)
        .list();
  }

  private void labelledInAnotherRound(String name, Work work) {
    database
        .sql(
            """
            with other as (
              insert into touchstone.work_package
                (id, batch_id, annotator_id, kind, round, number, state, estimated_seconds)
              select id || '-' || :person, batch_id, :person, kind, round + 1, 1, 'submitted', 0
              from touchstone.work_package where id = :package
              returning id, round)
            insert into touchstone.assignment
              (id, batch_id, item_id, annotator_id, work_package_id, position, round,
               superseded_at)
            select a.id || '-' || :person, a.batch_id, a.item_id, :person, other.id, a.position,
                   other.round, now()
            from touchstone.assignment a, other
            where a.work_package_id = :package
            """)
        .param("person", id(name))
        .param("package", work.packageId())
        .update();
  }

  /** So many of a package's items were refused by the person in a package of long ago. */
  private void refusedBefore(String name, Work work, int items) {
    database
        .sql(
            """
            with husk as (
              insert into touchstone.work_package
                (id, batch_id, annotator_id, kind, round, number, state, estimated_seconds)
              select id || '-' || :person, batch_id, :person, kind, round, 99, 'withdrawn', 0
              from touchstone.work_package where id = :package
              returning id)
            insert into touchstone.assignment
              (id, batch_id, item_id, annotator_id, work_package_id, position, refused)
            select a.id || '-' || :person, a.batch_id, a.item_id, :person, husk.id, a.position,
                   'conflict-of-interest'
            from touchstone.assignment a, husk
            where a.work_package_id = :package and a.position <= :items
            """)
        .param("person", id(name))
        .param("package", work.packageId())
        .param("items", items)
        .update();
  }

  private void withdrawAll() {
    database
        .sql("update touchstone.work_package set state = 'withdrawn' where batch_id = :batch")
        .param("batch", road.batchId())
        .update();
    database
        .sql("update touchstone.batch set open_packages = 0 where id = :batch")
        .param("batch", road.batchId())
        .update();
  }

  private long number(String sql) {
    return database.sql(sql).param("batch", road.batchId()).query(Long.class).single();
  }

  private static int status(ThrowingCallable attempt) {
    Refusal refusal = catchThrowableOfType(Refusal.class, attempt);
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal.status();
  }
}
