package io.touchstone.tasking.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchstone.IntegrationTest;
import io.touchstone.project.TestProjects;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When gold rests, comes back, runs out and is retired. */
class GoldSupplyTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;
  @Autowired private DataSource connections;

  @Test
  void gold_comes_back_to_the_same_person_after_ninety_days_and_not_a_day_before() {
    Options options = Options.standard().annotatorsPerItem(1).gold(0.25, 1);
    Road road = Road.of(beans, options).annotators("ada");
    road.receiveThings(18).untilItRests().labels("ada", Road.RIGHT).untilItRests();
    assertThat(goldGiven(road)).isEqualTo(1);

    daysPass(road, 89);
    road.receiveThings(18).untilItRests();
    assertThat(goldGiven(road)).as("within ninety days").isZero();
    assertThat(road.decisions()).endsWith("gate-task-creation held gold-used-up");
    road.resolve("stop", "Only to look at it.");

    daysPass(road, 1);
    road.receiveThings(18).untilItRests();
    assertThat(goldGiven(road)).as("after ninety days").isEqualTo(1);
    road.labels("ada", Road.RIGHT).untilItRests();
    assertThat(judgementsOnGold(road)).isEqualTo(2);
  }

  @Test
  void without_gold_for_somebody_a_batch_is_held_and_what_is_added_is_mixed_in_by_repeating() {
    Options options = Options.standard().annotatorsPerItem(1).gold(0.2, 1);
    Road road = Road.of(beans, options).annotators("ada");
    road.receiveThings(20).untilItRests().labels("ada", Road.RIGHT).untilItRests();

    road.receiveThings(20).untilItRests();
    assertThat(road.lastDecision("gate-task-creation").because())
        .startsWith("1 person would label without a known answer");

    TestProjects.store(beans, road.project(), options.gold(0.2, 30));
    road.resolve("repeat", "Gold was added.");

    assertThat(road.decisions()).endsWith("gate-task-creation pass feasible");
    assertThat(goldGiven(road)).isEqualTo(5);
    assertThat(road.workOf("ada").orElseThrow().items())
        .hasSize(25)
        .extracting(item -> item.text().split(" ")[0])
        .as("not behind the others")
        .containsSubsequence("Known", "red")
        .contains("Known");
  }

  @Test
  void where_little_is_left_the_gate_warns_and_the_batch_goes_on() {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(1).gold(0.2, 12)).annotators("ada");
    road.receiveThings(20).untilItRests();

    assertThat(road.decisions()).endsWith("gate-task-creation pass gold-runs-low");
    assertThat(road.lastDecision("gate-task-creation").because())
        .contains("7 known answers are left for one of the people");
    assertThat(road.lastDecision("gate-task-creation").inputs())
        .containsEntry("goldLeft", 7)
        .containsEntry("peopleWithoutGold", 0);
  }

  @Test
  void gold_that_a_talk_was_about_never_comes_back_to_that_person() {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(1).gold(0.5, 60).itemsPerPackage(50))
            .annotators("ada");
    road.receiveThings(25).untilItRests();

    road.labels("ada", (person, text) -> text.startsWith("Known") ? "blue" : "red");
    long seen =
        one(
            "select gold_count from touchstone.gold_look where clarification_id is not null and"
                + " project_key = ?",
            road);

    assertThat(seen).isPositive();
    assertThat(retiredFor(road)).isEqualTo(seen);
    daysPass(road, 1_000);
    assertThat(
            beans
                .getBean(GoldSupplyRepository.class)
                .left(
                    road.project(),
                    new GoldSupplyRepository.Person(road.person("ada").id(), false),
                    java.time.Instant.now()))
        .hasSize((int) (60 - seen));
  }

  /** Whoever changes several people's work holds the order of redistribution, then their rows. */
  @Test
  void a_look_that_waits_for_others_holds_none_of_the_gold_they_may_need() throws Exception {
    Options options = Options.standard().annotatorsPerItem(1).gold(0.5, 60).itemsPerPackage(50);
    Road road = Road.of(beans, options).annotators("ada").receiveThings(25).untilItRests();
    CompletableFuture<Void> submit;
    try (Connection others = connections.getConnection();
        Statement statement = others.createStatement()) {
      others.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(hashtext('touchstone.redistribution'))");

      submit =
          CompletableFuture.runAsync(
              () ->
                  road.labels("ada", (person, text) -> text.startsWith("Known") ? "blue" : "red"));
      untilOneWaits(submit);

      statement.execute(
          "select 1 from touchstone.gold_use where annotator_id = '%s' for update nowait"
              .formatted(road.person("ada").id()));
      others.rollback();
    }
    submit.get(1, TimeUnit.MINUTES);
    assertThat(retiredFor(road)).isPositive();
  }

  private void untilOneWaits(CompletableFuture<Void> work) {
    await()
        .atMost(1, TimeUnit.MINUTES)
        .until(
            () ->
                work.isDone()
                    || database
                            .sql(
                                "select count(*) from pg_locks"
                                    + " where locktype = 'advisory' and not granted")
                            .query(Long.class)
                            .single()
                        > 0);
    assertThat(work).as("waits for the others").isNotDone();
  }

  /** Six people, all of whom answer otherwise than the file: Wilson's interval is 61 to 100 %. */
  @Test
  void gold_that_half_of_the_people_fail_is_retired_with_a_sentence_and_stays_so_at_a_start() {
    String[] people = {"p1", "p2", "p3", "p4", "p5", "p6"};
    Options options = Options.standard().annotatorsPerItem(6).gold(0.2, 1);
    Road road = Road.of(beans, options).annotators(people).receiveThings(8).untilItRests();

    road.everybodyLabels(
        (person, text) -> text.startsWith("Known") ? "red" : Road.RIGHT.of(person, text));
    road.untilItRests();

    assertThat(retired(road))
        .containsExactly(
            "disputed 6 of 6 people answered otherwise: between 61 and 100 % of all, with 95 %"
                + " confidence.");
    TestProjects.store(beans, road.project(), options);
    assertThat(retired(road)).hasSize(1);
  }

  private List<String> retired(Road road) {
    return database
        .sql(
            "select retired || ' ' || because from touchstone.gold_item"
                + " where project_key = ? and not in_use")
        .param(road.project())
        .query(String.class)
        .list();
  }

  private long goldGiven(Road road) {
    return database
        .sql(
            """
            select count(*) from touchstone.assignment a
            join touchstone.gold_item g on g.item_id = a.item_id where a.batch_id = ?
            """)
        .param(road.batchId())
        .query(Long.class)
        .single();
  }

  private long judgementsOnGold(Road road) {
    return one(
        "select count(*) from touchstone.judgement j join touchstone.gold_item g"
            + " on g.item_id = j.item_id where g.project_key = ?",
        road);
  }

  private long retiredFor(Road road) {
    return one(
        "select count(*) from touchstone.gold_use u join touchstone.gold_item g"
            + " on g.item_id = u.item_id where u.retired_at is not null and g.project_key = ?",
        road);
  }

  private long one(String sql, Road road) {
    return database.sql(sql).param(road.project()).query(Long.class).single();
  }

  /** As if what people were given so far had been given so much earlier. */
  private void daysPass(Road road, int days) {
    database
        .sql(
            """
            update touchstone.gold_use
            set planned_at = planned_at - make_interval(days => :days),
                seen_at = seen_at - make_interval(days => :days)
            where item_id in (select item_id from touchstone.gold_item where project_key = :project)
            """)
        .param("days", days)
        .param("project", road.project())
        .update();
  }
}
