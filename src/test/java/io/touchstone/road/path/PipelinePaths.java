package io.touchstone.road.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.touchstone.pipeline.Batch;
import io.touchstone.platform.security.password.PasswordResets;
import io.touchstone.platform.web.Refusal;
import io.touchstone.road.Road;
import org.junit.jupiter.api.Test;

class PipelinePaths extends PathTest {

  @Test
  void a_batch_without_faults_goes_straight_to_a_published_version() {
    Road road = road().annotators("ada", "ben").receiveThings(12).untilItRests();

    road.everybodyLabels(Road.RIGHT).untilItRests().decideRelease("tom", "approve", "");

    assertThat(pipeline(road))
        .hasPassedInOrder(
            "batch-received",
            "ingestion",
            "gate-ingestion",
            "ingestion-passed",
            "task-creation",
            "gate-task-creation",
            "task-creation-passed",
            "annotation",
            "gate-annotation",
            "annotation-passed",
            "quality-assurance",
            "gate-quality",
            "quality-assurance-passed",
            "release",
            "gate-release",
            "release-passed",
            "publish",
            "version-published")
        .hasNotPassed("resolve-held-batch", "batch-stopped");
    assertThat(road.decisions())
        .containsExactly(
            "gate-ingestion pass fit-all-reviewed",
            "gate-task-creation pass feasible",
            "gate-annotation pass sound",
            "gate-quality pass good-enough",
            "gate-release pass publishable");
    assertThat(road.batch().state()).isEqualTo(Batch.State.DONE);
  }

  @Test
  void a_held_batch_that_is_stopped_ends_without_a_version() {
    Road road = road().annotators("ada").receiveThings(4).untilItRests();

    road.resolve("stop", "The wrong file.");

    assertThat(pipeline(road))
        .hasPassedInOrder("resolve-held-batch", "where-to-go-on", "batch-stopped")
        .isEnded();
    assertThat(road.batch().state()).isEqualTo(Batch.State.STOPPED);
    assertThat(road.workOf("ada")).isEmpty();
  }

  @Test
  void a_reason_is_asked_for_whoever_accepts_or_stops() {
    Road road = road().annotators("ada").receiveThings(4).untilItRests();

    assertThatThrownBy(() -> road.resolve("accept", " "))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("reason-missing"));
    assertThatThrownBy(() -> road.resolve("stop", "")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> road.resolve("go on", "because")).isInstanceOf(Refusal.class);
    assertThat(pipeline(road)).isWaitingAt("resolve-held-batch");
  }

  @Test
  void whose_password_somebody_else_set_accepts_no_held_batch_for_a_day() {
    Road road = road().annotators("ada").receiveThings(4).untilItRests();
    beans.getBean(PasswordResets.class).note(road.person("tom").id(), "root");

    assertThatThrownBy(() -> road.resolve("tom", "accept", "A rehearsal."))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("password-was-reset"))
        .hasMessageContaining("Until ");
    assertThat(pipeline(road)).isWaitingAt("resolve-held-batch");
    road.resolve("stop", "The wrong file.");
    assertThat(road.batch().state()).isEqualTo(Batch.State.STOPPED);
  }

  /** Nothing to annotate is the one case that every stage but one holds. */
  @Test
  void a_batch_held_at_each_stage_goes_on_where_it_is_accepted_with_a_reason() {
    Road road = road().annotators("ada", "ben").receiveLines("{\"id\": \"1\"}\n").untilItRests();
    assertThat(road.decisions()).containsExactly("gate-ingestion held no-usable-row");

    road.resolve("accept", "A rehearsal.");
    assertThat(road.lastDecision().rule()).isEqualTo("no-items");

    road.resolve("accept", "A rehearsal.");
    assertThat(road.lastDecision().decisionKey()).isEqualTo("gate-quality");
    assertThat(road.lastDecision().verdict()).isEqualTo("held");

    road.resolve("accept", "A rehearsal.").decideRelease("tom", "approve", "");
    assertThat(road.lastDecision().rule()).isEqualTo("empty-version");

    road.resolve("accept", "A rehearsal.");
    assertThat(pipeline(road))
        .hasPassedInOrder(
            "ingestion",
            "where-to-go-on",
            "task-creation",
            "where-to-go-on",
            "annotation",
            "gate-annotation",
            "quality-assurance",
            "where-to-go-on",
            "release",
            "where-to-go-on",
            "publish",
            "version-published")
        .isEnded();
  }

  @Test
  void judgements_at_an_unbelievable_pace_can_be_accepted_with_a_reason() {
    Road road = road().annotators("ada", "ben").receiveThings(12).untilItRests();
    road.labels("ada", Road.RIGHT, 0.5).labels("ben", Road.RIGHT, 0.5).untilItRests();
    assertThat(road.lastDecision().rule()).isEqualTo("pace-not-believed");

    road.resolve("accept", "They know these things by heart.");

    assertThat(pipeline(road))
        .hasPassedInOrder("annotation", "where-to-go-on", "quality-assurance", "gate-quality");
  }
}
