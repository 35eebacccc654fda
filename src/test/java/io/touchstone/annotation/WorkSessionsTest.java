package io.touchstone.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.touchstone.IntegrationTest;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import io.touchstone.workforce.SessionAdvice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long somebody has been at work, on a clock that the test turns. */
class WorkSessionsTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private WorkDesk desk;
  @Autowired private JdbcClient database;
  private Instant now;
  private Road road;
  private Work work;
  private int item;

  @BeforeEach
  void ada_has_a_package_of_many_items() {
    now = Instant.parse("2030-03-04T08:00:00Z");
    turnClock();
    road = Road.of(beans, Options.standard().annotatorsPerItem(1)).annotators("ada");
    road.receiveThings(60).untilItRests();
    work = road.workOf("ada").orElseThrow();
  }

  @AfterEach
  void back_to_now() {
    ClockUtil.reset();
  }

  @Test
  void within_three_quarters_of_an_hour_nothing_is_said() {
    labelItemsOfMinutes(5, 8);

    assertThat(advice().action()).isEqualTo("none");
    assertThat(advice().activeMinutes()).isEqualTo(40);
    assertThat(advice().sentence()).isEmpty();
  }

  @Test
  void after_three_quarters_of_an_hour_a_break_is_advised_and_work_goes_on() {
    labelItemsOfMinutes(5, 9);

    assertThat(advice().action()).isEqualTo("suggest-break");
    assertThat(advice().sentence()).contains("45 minutes");
    labelItemsOfMinutes(5, 1);
    assertThat(road.workOf("ada")).isPresent();
  }

  @Test
  void after_an_hour_a_further_item_is_refused_until_the_break_is_over() {
    labelItemsOfMinutes(5, 12);

    assertThat(advice().action()).isEqualTo("stop");
    assertThat(advice().breakUntil()).contains(now.plus(10, ChronoUnit.MINUTES));
    save(item++, 0, 4);
    Refusal refusal = refusal(() -> save(item, 0, 4));
    assertThat(refusal.status()).isEqualTo(429);
    assertThat(refusal.type()).isEqualTo("break-needed");
    assertThat(refusal.getMessage())
        .matches("Take a break until \\d\\d:\\d\\d; your work is saved\\.");
    assertThat(refusal.members())
        .containsEntry("until", now.plus(10, ChronoUnit.MINUTES).toString());

    pass(10 * 60);
    save(item, 0, 4);
    assertThat(advice().action()).isEqualTo("none");
    assertThat(advice().activeMinutes()).isZero();
  }

  @Test
  void during_a_break_what_is_in_hand_is_still_saved_and_nothing_is_opened() {
    labelItemsOfMinutes(5, 12);

    assertThat(save(3, 1, 400)).as("a correction").isEqualTo(2);
    assertThat(save(item, 0, 3)).as("the item on the screen").isEqualTo(1);
    assertThat(save(item, 1, 5)).as("the same once more").isEqualTo(2);
    assertThat(refusal(() -> road.workOf("ada")).status()).isEqualTo(429);
    assertThat(refusal(() -> desk.ofTask(work.taskId(), road.person("ada"))).status())
        .isEqualTo(429);

    pass(10 * 60);
    assertThat(road.workOf("ada")).isPresent();
  }

  @Test
  void a_finished_package_can_be_submitted_during_the_break() {
    for (; item < 59; item++) {
      pass(1);
      save(item, 0, 1);
    }
    labelItemsOfMinutes(61, 1);
    assertThat(advice().action()).isEqualTo("stop");

    assertThat(road.submit("ada", work).submitted()).isEqualTo(60);
  }

  @Test
  void ten_minutes_without_work_are_a_break_of_ones_own() {
    labelItemsOfMinutes(5, 11);

    pass(10 * 60);
    labelItemsOfMinutes(5, 1);

    assertThat(advice().activeMinutes()).isEqualTo(5);
    assertThat(sessions()).containsExactly(3300.0, 300.0);
  }

  @Test
  void nine_minutes_without_work_are_none() {
    labelItemsOfMinutes(5, 11);

    pass(9 * 60);
    labelItemsOfMinutes(5, 1);

    assertThat(advice().action()).isEqualTo("stop");
  }

  /** Reading a long item is work: the time before its save is no pause. */
  @Test
  void a_long_item_is_no_break() {
    labelItemsOfMinutes(5, 8);

    labelItemsOfMinutes(20, 1);

    assertThat(advice().action()).isEqualTo("stop");
  }

  @Test
  void nobody_is_at_work_for_longer_than_the_time_that_has_gone_by() {
    labelItemsOfMinutes(5, 1);
    for (int i = 0; i < 20; i++) {
      pass(10);
      save(item++, 0, 3600);
    }

    assertThat(advice().activeMinutes()).isEqualTo(8);
    assertThat(sessions()).containsExactly(300.0 + 200);
  }

  @Test
  void simulated_people_do_not_tire() {
    database
        .sql("update touchstone.annotator set simulated = true where id = :id")
        .param("id", road.person("ada").id())
        .update();

    labelItemsOfMinutes(5, 30);

    assertThat(advice()).isEqualTo(new SessionAdvice("none", 0, "", Optional.empty()));
    assertThat(sessions()).isEmpty();
  }

  /** Item after item, each of so many minutes of active work, without a pause. */
  private void labelItemsOfMinutes(int minutes, int items) {
    for (int i = 0; i < items; i++) {
      pass(minutes * 60);
      save(item++, 0, minutes * 60);
    }
  }

  private void pass(int seconds) {
    now = now.plusSeconds(seconds);
    turnClock();
  }

  private void turnClock() {
    ClockUtil.setCurrentTime(Date.from(now));
  }

  private int save(int position, int version, double activeSeconds) {
    return desk.saveDraft(
        road.person("ada"),
        work.packageId(),
        work.items().get(position).assignment(),
        version,
        WorkDesk.Said.of(new ClassLabel("red")),
        activeSeconds);
  }

  private SessionAdvice advice() {
    return desk.advice(road.person("ada"));
  }

  private List<Double> sessions() {
    return database
        .sql(
            "select active_seconds from touchstone.work_session where annotator_id = :id order by id")
        .param("id", road.person("ada").id())
        .query(Double.class)
        .list();
  }

  private static Refusal refusal(ThrowingCallable attempt) {
    Refusal refusal = catchThrowableOfType(Refusal.class, attempt);
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal;
  }
}
