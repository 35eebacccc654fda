package io.touchstone.road.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.touchstone.platform.web.Refusal;
import io.touchstone.road.Road;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReleasePaths extends PathTest {

  private Road road;

  @BeforeEach
  void a_batch_at_the_approval_of_its_release() {
    road = road().annotators("ada", "ben").receiveThings(12).untilItRests();
    road.everybodyLabels(Road.RIGHT).untilItRests();
    assertThat(first(road, "release")).isWaitingAt("approve-release");
  }

  @Test
  void an_approved_version_is_published() {
    road.decideRelease("tom", "approve", "");

    assertThat(first(road, "release"))
        .hasPassedInOrder(
            "verdicts-ready",
            "build-version",
            "check-round-trip",
            "approve-release",
            "release-decided");
    assertThat(pipeline(road)).hasPassed("publish", "version-published");
  }

  @Test
  void who_submitted_the_batch_may_not_approve_its_version() {
    assertThatThrownBy(() -> road.decideRelease("mia", "approve", ""))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403))
        .hasMessageContaining("second person");

    assertThat(first(road, "release")).isWaitingAt("approve-release");
    assertThat(road.openTasks().get(0).assignee()).as("the task stays in the pool").isEmpty();
  }

  @Test
  void a_rejected_version_is_held_and_a_repetition_builds_and_publishes_another() {
    road.decideRelease("tom", "reject", "The card is wrong.");
    assertThat(pipeline(road)).isWaitingAt("resolve-held-batch");
    assertThat(road.lastDecision().rule()).isEqualTo("not-approved");

    road.resolve("repeat", "").decideRelease("tom", "approve", "");

    assertThat(pipeline(road))
        .hasPassedInOrder(
            "release",
            "gate-release",
            "resolve-held-batch",
            "where-to-go-on",
            "release",
            "gate-release",
            "release-passed",
            "publish",
            "version-published");
  }

  @Test
  void a_rejected_version_cannot_be_accepted_past_the_second_person() {
    road.decideRelease("tom", "reject", "The card is wrong.");

    assertThatThrownBy(() -> road.resolve("accept", "I like it."))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(422))
        .hasMessageContaining("approved");

    assertThat(pipeline(road)).isWaitingAt("resolve-held-batch");
    road.resolve("stop", "The card is wrong.");
    assertThat(pipeline(road)).hasPassed("batch-stopped");
  }
}
