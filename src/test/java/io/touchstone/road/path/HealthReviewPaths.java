package io.touchstone.road.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.touchstone.health.review.ReviewRoom;
import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthReviewPaths extends PathTest {

  private ReviewRoom room;

  @BeforeEach
  void no_review_is_open() {
    room = ReviewRoom.of(beans);
  }

  @Test
  void a_review_asked_for_by_hand_is_measured_reviewed_and_closed() {
    String review = room.asked();
    assertThat(room.instance(review)).isWaitingAt("review-health");
    assertThat(room.isInNewestDeployment(review)).isTrue();

    room.close(review, List.of(), "Nothing to do.");

    assertThat(room.instance(review))
        .hasPassedInOrder(
            "review-due",
            "begin-review",
            "review-begun",
            "measure-health",
            "propose-actions",
            "review-health",
            "close-review",
            "review-closed");
  }

  @Test
  void the_timer_begins_a_review_of_its_own_and_stays() {
    ProcessInstance due = room.due();

    room.untilItRests(due);

    assertThat(due).isWaitingAt("review-health");
    String review = beans.getBean(PersonTasks.class).find(taskOf(due)).orElseThrow().batchId();
    assertThat(review).startsWith("health-");
    assertThat(room.timers()).as("the next week's").hasSize(1);
    room.close(review, List.of(), "");
    assertThat(due).hasPassed("close-review", "review-closed");
  }

  private String taskOf(ProcessInstance instance) {
    return beans
        .getBean(org.camunda.bpm.engine.TaskService.class)
        .createTaskQuery()
        .processInstanceId(instance.getProcessInstanceId())
        .singleResult()
        .getId();
  }

  @Test
  void the_timer_is_set_to_monday_at_six_of_the_servers_day() {
    LocalDateTime next =
        LocalDateTime.ofInstant(room.timer().getDuedate().toInstant(), ZoneId.systemDefault());

    assertThat(next.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(next.toLocalTime()).hasToString("06:00");
  }

  @Test
  void while_a_review_is_open_the_timer_begins_no_second_one() {
    String open = room.asked();

    ProcessInstance due = room.due();
    room.untilItRests(due);

    assertThat(due).hasPassedInOrder("begin-review", "review-begun", "earlier-review-waits");
    assertThat(due).hasNotPassed("measure-health").isEnded();
    assertThat(room.instance(open)).isWaitingAt("review-health");
  }

  @Test
  void while_a_review_is_open_nobody_starts_another_by_hand() {
    room.asked();

    assertThatThrownBy(() -> room.asked())
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(409))
        .hasMessageContaining("open already");
  }

  @Test
  void an_answer_without_decisions_or_with_an_unknown_proposal_is_refused() {
    String review = room.asked();

    assertThatThrownBy(() -> room.answer(room.manager(), review, Map.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("which of the proposals");
    assertThatThrownBy(() -> room.close(review, List.of("nothing/gold"), ""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("does not make");

    assertThat(room.instance(review)).isWaitingAt("review-health");
  }

  @Test
  void who_is_no_data_manager_closes_no_review() {
    String review = room.asked();
    Caller annotator = new Caller("healthannotator", Set.of(Role.ANNOTATOR));

    assertThatThrownBy(() -> room.answer(annotator, review, Map.of("accepted", List.of())))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403));
  }

  @Test
  void a_closed_review_is_not_decided_again() {
    String review = room.asked();
    OpenTask task = room.task(review);
    room.close(review, List.of(), "Once.");

    assertThatThrownBy(
            () ->
                beans
                    .getBean(PersonTasks.class)
                    .complete(task.id(), room.manager(), Map.of("accepted", List.of())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("does not wait any more");
  }
}
