package io.touchstone.road.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.touchstone.annotation.Work;
import io.touchstone.pipeline.Batch;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.web.Refusal;
import io.touchstone.road.Road;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way back from an unclear guideline. */
class GuidelinePaths extends PathTest {

  /** Ben calls everything red: nobody would agree with him, whoever is right. */
  private static final Road.Answers BEN_SEES_RED =
      (person, text) -> person.equals("ben") ? "red" : Road.RIGHT.of(person, text);

  @Test
  void an_unclear_guideline_goes_to_its_owner_and_nobody_adjudicates() {
    Road road = unclear();

    assertThat(first(road, "quality-assurance"))
        .hasPassedInOrder("measure-agreement", "revise-first", "guideline-unclear")
        .hasNotPassed("route-items", "offer-packages", "settle-verdicts");
    assertThat(pipeline(road))
        .hasPassedInOrder("gate-quality", "quality-assurance-passed")
        .isWaitingAt("revise-guideline");
    assertThat(road.lastDecision().verdict()).isEqualTo("revise-guideline");
    assertThat(road.batch().state()).isEqualTo(Batch.State.WAITING);
    assertThat(road.batch().heldBecause()).contains(road.lastDecision().because());
    assertThat(road.workOf("rex")).isEmpty();
  }

  @Test
  void after_the_revision_the_affected_items_are_labelled_again_and_the_batch_passes() {
    Road road = unclear().revises("gwen", "# Guideline\n\nBlue is not red.\n", "blue");

    assertThat(pipeline(road))
        .hasPassedInOrder(
            "revise-guideline", "guideline-changed", "task-creation", "task-creation-passed");
    assertThat(road.batch().state()).isEqualTo(Batch.State.RUNNING);
    Work work = road.workOf("ada").orElseThrow();
    assertThat(work.title()).contains("round 2");
    assertThat(work.guideline().version()).isEqualTo(2);
    assertThat(work.guideline().changed()).contains("Says more.");
    assertThat(work.items()).extracting(Work.WorkItem::text).allMatch(t -> t.startsWith("blue"));
    road.everybodyLabels(Road.RIGHT).untilItRests();
    road.labels("rex", Road.RIGHT).untilItRests();

    assertThat(road.decisions()).endsWith("gate-quality pass good-enough");
    assertThat(latest(road, "quality-assurance")).hasPassed("route-items", "verdicts-settled");
    assertThat(pipeline(road)).isWaitingAt("release");
  }

  @Test
  void after_two_revisions_that_did_not_help_reviewers_settle_and_a_data_manager_decides() {
    Road road = unclear().revises("gwen", "# Guideline\n\nFirst try.\n", "red", "blue");
    road.everybodyLabels(BEN_SEES_RED).untilItRests();
    assertThat(pipeline(road)).isWaitingAt("revise-guideline");
    road.revises("gwen", "# Guideline\n\nSecond try.\n", "red", "blue");
    road.labels("ada", Road.RIGHT).labels("ben", BEN_SEES_RED).untilItRests();

    assertThat(latest(road, "quality-assurance")).isWaitingAt("wait-for-last-package");
    road.labels("rex", Road.RIGHT).untilItRests();

    assertThat(road.decisions()).endsWith("gate-quality held guideline-still-unclear");
    assertThat(pipeline(road)).isWaitingAt("resolve-held-batch");
    assertThat(road.batch().state()).isEqualTo(Batch.State.HELD);
    assertThat(road.batch().labellingRound()).isEqualTo(3);
  }

  @Test
  void a_guideline_that_stays_as_it_is_lets_the_batch_go_on_to_adjudication() {
    Road road = unclear().keepsGuideline("gwen", "Ben was new.");

    assertThat(pipeline(road))
        .hasPassedInOrder("revise-guideline", "guideline-changed")
        .isWaitingAt("quality-assurance");
    assertThat(latest(road, "quality-assurance")).isWaitingAt("wait-for-last-package");
    road.labels("rex", Road.RIGHT).untilItRests();

    assertThat(road.decisions()).endsWith("gate-quality held agreement-low");
    assertThat(road.batch().guidelineVersion()).isEqualTo(1);
    road.resolve("repeat", "");
    assertThat(road.decisions()).endsWith("gate-quality held agreement-low");
  }

  @Test
  void a_decision_is_asked_for_whatever_door_the_completion_comes_through() {
    Road road = unclear();

    assertThatThrownBy(
            () ->
                beans
                    .getBean(PersonTasks.class)
                    .complete(road.task("revise-guideline").id(), road.person("gwen"), Map.of()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("decision-missing"));
    assertThatThrownBy(() -> road.keepsGuideline("gwen", " ")).isInstanceOf(Refusal.class);
    assertThat(road.task("revise-guideline").assignee()).isEqualTo(Optional.empty());
  }

  private Road unclear() {
    Road road = road().annotators("ada", "ben").reviewers("rex").guidelineOwners("gwen");
    road.receiveThings(24).untilItRests();
    return road.labels("ada", BEN_SEES_RED).labels("ben", BEN_SEES_RED).untilItRests();
  }
}
