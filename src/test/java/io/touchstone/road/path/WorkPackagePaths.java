package io.touchstone.road.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.pipeline.Batch;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import io.touchstone.tasking.ReturnReason;
import io.touchstone.tasking.reassignment.PackageReturns;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkPackagePaths extends PathTest {

  @AfterEach
  void backToNow() {
    ClockUtil.reset();
  }

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
  void an_overdue_package_goes_to_somebody_who_has_none_of_its_items() {
    Road road =
        road(Options.standard().annotatorsPerItem(1).itemsPerPackage(6))
            .annotators("ada", "ben")
            .receiveThings(4)
            .untilItRests();
    Work late = road.workOf("ada").orElseThrow();
    road.draft("ada", late, Road.RIGHT);
    road.labels("ben", Road.RIGHT);
    road.untilItRests();

    road.engine().untilTheNextTimer(road.batchId());

    assertThat(first(road, "work-package"))
        .hasPassedInOrder("label-items", "package-overdue", "return-package", "package-returned");
    assertThat(road.workOf("ada")).isEmpty();
    Work taken = road.workOf("ben").orElseThrow();
    assertThat(taken.items()).hasSameSizeAs(late.items());
    assertThat(taken.items()).allSatisfy(item -> assertThat(item.draft()).isEmpty());
    road.labels("ben", Road.RIGHT).untilItRests();
    assertThat(road.decisions()).contains("gate-annotation pass sound");
  }

  @Test
  void an_overdue_package_that_nobody_else_may_have_is_a_new_task_with_the_same_drafts() {
    Road road =
        road(Options.standard().annotatorsPerItem(1))
            .annotators("ada")
            .receiveThings(3)
            .untilItRests();
    Work late = road.workOf("ada").orElseThrow();
    road.draft("ada", late, Road.RIGHT);

    road.engine().untilTheNextTimer(road.batchId());

    Work again = road.workOf("ada").orElseThrow();
    assertThat(again.packageId()).isEqualTo(late.packageId());
    assertThat(again.taskId()).isNotEqualTo(late.taskId());
    assertThat(again.items()).allSatisfy(item -> assertThat(item.draft()).isPresent());
    road.submit("ada", again);
    road.untilItRests();
    assertThat(road.decisions()).contains("gate-annotation pass sound");
  }

  @Test
  void an_adjudication_given_back_goes_to_another_reviewer() {
    Road road =
        road().annotators("ada", "ben").reviewers("rex", "sue").receiveThings(4).untilItRests();
    road.labels("ada", Road.RIGHT).labels("ben", (person, text) -> "red").untilItRests();
    Work work = road.workOf("rex").orElseThrow();

    PackageReturns.GivenBack back = road.givesBack("rex", work, ReturnReason.NO_TIME);

    assertThat(back.where()).isEqualTo(PackageReturns.Where.OTHERS);
    assertThat(road.workOf("rex").map(Work::packageId)).isNotEqualTo(Optional.of(work.packageId()));
    road.labels("sue", Road.RIGHT).labels("rex", Road.RIGHT).untilItRests();
    assertThat(road.decisions()).anyMatch(line -> line.startsWith("gate-quality"));
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
    road.blindByHand().labels("ada", Road.RIGHT).labels("ben", (person, text) -> "red");
    Work work = road.untilItRests().workOf("rex").orElseThrow();
    var adjudication = latest(road, "work-package");

    assertThat(work.kind()).isEqualTo("adjudication");
    assertThat(work.items())
        .hasSize(3)
        .allSatisfy(
            item ->
                assertThat(item.candidates())
                    .extracting(JsonNode::textValue)
                    .containsExactlyInAnyOrder("red", "blue"));
    road.draft("rex", work, Road.RIGHT);
    road.submit("rex", work);

    assertThat(adjudication)
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
