package io.touchstone.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Time at work is what the server's clock allows, whatever a page claims. */
class PaceTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private AnnotationCheck check;
  @Autowired private JdbcClient database;
  private Road road;
  private Work work;

  @BeforeEach
  void a_person_has_answered_eight_items_and_claims_twelve_seconds_for_each() {
    road =
        Road.of(beans, Options.standard().annotatorsPerItem(1))
            .annotators("ada")
            .receiveThings(8)
            .untilItRests();
    work = road.workOf("ada").orElseThrow();
    road.draft("ada", work, Road.RIGHT);
  }

  @Test
  void answers_within_moments_of_the_opening_are_too_fast_whatever_is_claimed() {
    road.submitAtOnce("ada", work);
    road.untilItRests();

    assertThat(road.lastDecision().rule()).isEqualTo("pace-not-believed");
    assertThat(secondsAtWork()).isLessThan(8 * 12 / 2.0);
    assertThat(check.undecided(road.batchId())).isEmpty();
  }

  @Test
  void answers_that_come_at_once_after_a_lost_connection_are_undecided_and_named() {
    road.submitAfterLostConnection("ada", work);
    road.untilItRests();

    assertThat(road.decisions()).contains("gate-annotation pass sound");
    assertThat(becauseOfAnnotation()).contains("Of one work package the answers came in at once");
    assertThat(check.undecided(road.batchId()))
        .singleElement()
        .satisfies(
            undecided -> {
              assertThat(undecided.packageId()).isEqualTo(work.packageId());
              assertThat(undecided.person()).isEqualTo(road.person("ada").id());
              assertThat(undecided.items()).isEqualTo(work.items().size());
              assertThat(undecided.openSeconds()).isGreaterThanOrEqualTo(8 * 12);
            });
    assertThat(secondsAtWork()).isEqualTo(8 * 12);
  }

  @Test
  void answers_that_come_one_by_one_are_at_a_human_pace() {
    road.submit("ada", work);
    road.untilItRests();

    assertThat(becauseOfAnnotation()).contains("at a human pace");
    assertThat(check.undecided(road.batchId())).isEmpty();
  }

  @Test
  void a_package_given_back_and_taken_up_again_was_open_both_times() {
    database
        .sql(
            """
            update touchstone.work_package
            set open_seconds = 90, opened_at = opened_at - interval '10 seconds' where id = ?
            """)
        .param(work.packageId())
        .update();

    road.submitAtOnce("ada", work);

    assertThat(secondsAtWork()).isEqualTo(8 * 12);
  }

  private double secondsAtWork() {
    return database
        .sql(
            """
            select sum(j.active_seconds) from touchstone.judgement j
            join touchstone.assignment a on a.id = j.assignment_id where a.work_package_id = ?
            """)
        .param(work.packageId())
        .query(Double.class)
        .single();
  }

  private String becauseOfAnnotation() {
    return database
        .sql(
            """
            select because from touchstone.gate_decision
            where batch_id = ? and decision_key = 'gate-annotation' order by id desc limit 1
            """)
        .param(road.batchId())
        .query(String.class)
        .single();
  }
}
