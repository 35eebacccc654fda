package io.touchstone.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.pipeline.Batch;
import io.touchstone.project.TestProjects.Options;
import org.junit.jupiter.api.Test;

class WorkPackagePaths extends PathTest {

  @Test
  void an_annotator_labels_and_submits() {
    Road road =
        road(Options.standard().annotatorsPerItem(1))
            .annotators("ada")
            .receiveThings(3)
            .untilItRests();
    Work work = road.workOf("ada").orElseThrow();
    assertThat(first(road, "work-package")).isWaitingAt("label-items");

    road.draft("ada", work, Road.RIGHT);
    WorkDesk.Submitted submitted = road.submit("ada", work);

    assertThat(submitted.submitted()).isEqualTo(3);
    assertThat(submitted.next()).isEmpty();
    assertThat(first(road, "work-package"))
        .hasPassedInOrder(
            "package-offered",
            "which-work",
            "label-items",
            "close-work-package",
            "package-submitted");
  }

  @Test
  void the_next_package_opens_by_itself_in_the_submit_of_the_one_before() {
    Road road =
        road(Options.standard().annotatorsPerItem(1).itemsPerPackage(3))
            .annotators("ada")
            .receiveThings(6)
            .untilItRests();
    Work work = road.workOf("ada").orElseThrow();
    road.draft("ada", work, Road.RIGHT);
    assertThat(road.openTasks()).as("one package at a time").hasSize(1);

    WorkDesk.Submitted submitted = road.submit("ada", work);

    String next = submitted.next().orElseThrow().id();
    assertThat(next).isNotEqualTo(work.packageId());
    assertThat(latest(road, "work-package")).isWaitingAt("label-items");
    assertThat(road.openTasks()).singleElement().extracting("key").isEqualTo("label-items");
    assertThat(road.workOf("ada").orElseThrow().packageId()).isEqualTo(next);
    assertThat(road.batch().stage().id()).isEqualTo("annotation");
  }

  @Test
  void a_reviewer_adjudicates_and_submits() {
    Road road = road().annotators("ada", "ben").reviewers("rex").receiveThings(6).untilItRests();
    road.labels("ada", Road.RIGHT).labels("ben", (person, text) -> "red").untilItRests();

    Work work = road.workOf("rex").orElseThrow();
    assertThat(work.kind()).isEqualTo("adjudication");
    assertThat(work.items())
        .hasSize(3)
        .allSatisfy(item -> assertThat(item.candidates()).containsExactlyInAnyOrder("red", "blue"));
    road.draft("rex", work, Road.RIGHT);
    road.submit("rex", work);

    assertThat(latest(road, "work-package"))
        .hasPassedInOrder(
            "package-offered",
            "which-work",
            "adjudicate-items",
            "close-work-package",
            "package-submitted");
  }

  @Test
  void a_cancelled_batch_is_stopped_and_an_open_package_can_still_be_submitted() {
    Road road =
        road(Options.standard().annotatorsPerItem(1).itemsPerPackage(3))
            .annotators("ada")
            .receiveThings(6)
            .untilItRests();
    Work work = road.workOf("ada").orElseThrow();
    road.draft("ada", work, Road.RIGHT);

    road.engine().cancel(road.batchId(), "annotation-pipeline");

    assertThat(road.batch().state()).isEqualTo(Batch.State.STOPPED);
    WorkDesk.Submitted submitted = road.submit("ada", work);
    assertThat(submitted.submitted()).isEqualTo(3);
    assertThat(submitted.next()).as("nothing more of a stopped batch").isEmpty();
  }
}
