package io.touchstone.road.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.touchstone.road.Road;
import org.junit.jupiter.api.Test;

class TaskCreationPaths extends PathTest {

  @Test
  void enough_people_let_the_plan_pass() {
    Road road = road().annotators("ada", "ben").receiveThings(4).untilItRests();

    assertThat(first(road, "task-creation"))
        .hasPassedInOrder("items-ready", "plan-assignments", "assignments-planned");
    assertThat(road.lastDecision().rule()).isEqualTo("feasible");
    assertThat(road.batch().stage().id()).isEqualTo("annotation");
  }

  @Test
  void too_few_people_hold_the_batch_until_one_more_comes_and_the_stage_is_repeated() {
    Road road = road().annotators("ada").receiveThings(4).untilItRests();
    assertThat(pipeline(road)).isWaitingAt("resolve-held-batch");
    assertThat(road.lastDecision().rule()).isEqualTo("too-few-annotators");
    assertThat(road.lastDecision().because()).startsWith("4 of 4 items lack an annotator");
    assertThat(road.workOf("ada")).as("nobody labels while the plan is held").isEmpty();

    road.annotators("ben").resolve("repeat", "");

    assertThat(pipeline(road))
        .hasPassedInOrder(
            "task-creation",
            "gate-task-creation",
            "resolve-held-batch",
            "where-to-go-on",
            "task-creation",
            "gate-task-creation",
            "task-creation-passed")
        .isWaitingAt("annotation");
    assertThat(road.workOf("ada").orElseThrow().items()).hasSize(4);
    assertThat(road.workOf("ben").orElseThrow().items()).hasSize(4);
  }

  @Test
  void a_shortage_accepted_with_a_reason_lets_those_label_who_are_there() {
    Road road = road().annotators("ada").reviewers("rex").receiveThings(4).untilItRests();

    road.resolve("accept", "Ben is on leave.").labels("ada", Road.RIGHT).untilItRests();

    assertThat(pipeline(road))
        .hasPassedInOrder("task-creation", "where-to-go-on", "annotation", "gate-annotation")
        .isWaitingAt("quality-assurance");
    assertThat(road.workOf("rex").orElseThrow().items())
        .as("one judgement of two is no verdict")
        .hasSize(4);
    road.labels("rex", Road.RIGHT).untilItRests();
    assertThat(road.decisions()).endsWith("gate-quality held agreement-undefined");
  }
}
