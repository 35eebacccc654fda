package io.touchstone.road.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.touchstone.annotation.Work;
import io.touchstone.road.Road;
import org.junit.jupiter.api.Test;

class AnnotationPaths extends PathTest {

  @Test
  void the_last_package_wakes_the_batch() {
    Road road = road().annotators("ada", "ben").receiveThings(12).untilItRests();
    assertThat(first(road, "annotation")).isWaitingAt("wait-for-last-package");

    road.labels("ada", Road.RIGHT).untilItRests();
    assertThat(first(road, "annotation")).isWaitingAt("wait-for-last-package");

    road.labels("ben", Road.RIGHT).untilItRests();
    assertThat(first(road, "annotation"))
        .hasPassedInOrder(
            "work-planned",
            "offer-work-packages",
            "count-open-packages",
            "all-submitted",
            "wait-for-last-package",
            "count-open-packages",
            "all-submitted",
            "check-judgements",
            "items-annotated");
    assertThat(road.decisions()).contains("gate-annotation pass sound");
  }

  @Test
  void a_batch_that_comes_to_wait_after_the_last_package_does_not_wait() {
    Road road = road().annotators("ada", "ben").receiveThings(12).untilJobAt("count-open-packages");

    road.everybodyLabels(Road.RIGHT).untilItRests();

    assertThat(first(road, "annotation"))
        .hasPassedInOrder("count-open-packages", "all-submitted", "check-judgements")
        .hasNotPassed("wait-for-last-package");
    assertThat(road.decisions()).contains("gate-annotation pass sound");
  }

  @Test
  void packages_at_an_unbelievable_pace_are_offered_again_when_the_stage_is_repeated() {
    Road road = road().annotators("ada", "ben").receiveThings(12).untilItRests();
    road.labels("ada", Road.RIGHT).labels("ben", Road.RIGHT, 0.5).untilItRests();
    assertThat(pipeline(road)).isWaitingAt("resolve-held-batch");
    assertThat(road.lastDecision().rule()).isEqualTo("pace-not-believed");

    road.resolve("repeat", "");

    assertThat(road.workOf("ada")).isEmpty();
    Work again = road.workOf("ben").orElseThrow();
    assertThat(again.items()).hasSize(12).allMatch(item -> item.draft().isPresent());
    road.labels("ben", Road.RIGHT, 8).untilItRests();
    assertThat(pipeline(road))
        .hasPassedInOrder(
            "annotation",
            "gate-annotation",
            "resolve-held-batch",
            "where-to-go-on",
            "annotation",
            "gate-annotation",
            "annotation-passed",
            "quality-assurance");
    assertThat(road.decisions())
        .contains("gate-annotation held pace-not-believed", "gate-annotation pass sound");
  }
}
