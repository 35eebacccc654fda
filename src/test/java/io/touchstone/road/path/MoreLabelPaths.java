package io.touchstone.road.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.touchstone.annotation.Work;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.GateOverride;
import io.touchstone.pipeline.Overrides;
import io.touchstone.platform.web.Refusal;
import io.touchstone.road.Road;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way back to task creation where labels are too few to decide on. */
class MoreLabelPaths extends PathTest {

  /** Ben takes two of the red things for blue ones: agreement may lie on either side of 0.60. */
  private static final Road.Answers BEN_SLIPS_TWICE =
      (person, text) ->
          person.equals("ben") && (text.equals("red thing 1") || text.equals("red thing 3"))
              ? "blue"
              : Road.RIGHT.of(person, text);

  /** Eight of the blue things, taken for red ones. */
  private static final Road.Answers EIGHT_SLIPS =
      (person, text) ->
          text.matches("blue thing (2|4|6|8|10|12|14|16)") ? "red" : Road.RIGHT.of(person, text);

  @Test
  void undecided_agreement_asks_one_more_person_about_each_item_before_anybody_adjudicates() {
    Road road = undecided();

    assertThat(road.lastDecision().decisionKey()).isEqualTo("gate-task-creation");
    assertThat(road.decisions()).contains("gate-quality more-labels agreement-undecided");
    assertThat(first(road, "quality-assurance"))
        .hasPassedInOrder("measure-agreement", "revise-first", "labels-too-few")
        .hasNotPassed("route-items", "settle-verdicts");
    assertThat(pipeline(road))
        .hasPassedInOrder(
            "gate-quality",
            "quality-assurance-passed",
            "request-labels",
            "task-creation",
            "task-creation-passed")
        .isWaitingAt("annotation");
    assertThat(road.batch().state()).isEqualTo(Batch.State.RUNNING);
    assertThat(road.batch().labellingRound()).isEqualTo(2);
    assertThat(road.batch().guidelineVersion()).isEqualTo(1);
  }

  @Test
  void in_the_further_round_each_item_goes_to_somebody_who_has_not_labelled_it() {
    Road road = undecided();

    assertThat(road.workOf("ada")).isEmpty();
    assertThat(road.workOf("ben")).isEmpty();
    assertThat(road.workOf("cleo").orElseThrow().items())
        .extracting(Work.WorkItem::text)
        .doesNotHaveDuplicates()
        .filteredOn(text -> !text.startsWith("Known"))
        .hasSize(24);
  }

  @Test
  void what_was_said_before_counts_on_and_the_batch_passes_on_all_labels_together() {
    Road road = undecided().everybodyLabels(Road.RIGHT).untilItRests();
    road.labels("rex", Road.RIGHT).untilItRests();

    assertThat(road.decisions()).endsWith("gate-quality pass good-enough");
    assertThat(road.lastDecision().inputs()).containsEntry("measuredItems", 24);
    assertThat(latest(road, "quality-assurance")).hasPassed("route-items", "verdicts-settled");
  }

  @Test
  void more_labels_are_asked_for_once_and_a_data_manager_decides_on_what_is_still_undecided() {
    Road road = undecided().everybodyLabels(EIGHT_SLIPS).untilItRests();
    road.labels("rex", Road.RIGHT).untilItRests();

    assertThat(road.decisions()).endsWith("gate-quality held agreement-low");
    assertThat(pipeline(road)).isWaitingAt("resolve-held-batch");
    assertThat(road.batch().labellingRound()).isEqualTo(2);
  }

  /** Whoever says so agrees with all others who do, and all are wrong. */
  private static final Road.Answers THE_OTHER_COLOUR =
      (person, text) ->
          text.startsWith("red thing")
              ? "blue"
              : text.startsWith("blue thing") ? "red" : Road.RIGHT.of(person, text);

  @Test
  void a_rejected_sample_asks_one_more_person_about_each_item_that_votes_alone_have_settled() {
    Road road = rejected();

    assertThat(road.decisions()).contains("gate-quality more-labels sample-rejected");
    assertThat(road.lastDecision("gate-quality").inputs())
        .containsEntry("acceptedByVotes", 24)
        .containsEntry("sampleSize", 5)
        .containsEntry("acceptanceNumber", 0);
    assertThat(pipeline(road)).hasPassed("request-labels").isWaitingAt("annotation");
    assertThat(road.workOf("cleo").orElseThrow().items())
        .as("those that the reviewer has looked at are decided")
        .filteredOn(item -> !item.text().startsWith("Known"))
        .hasSize(19);
  }

  @Test
  void after_a_rejection_a_new_sample_decides_and_the_wrong_items_of_the_first_stay_on_record() {
    Road road = rejected().blindByHand().labels("cleo", THE_OTHER_COLOUR).untilItRests();
    road.labels("rex", THE_OTHER_COLOUR).untilItRests();

    assertThat(road.lastDecision("gate-quality").inputs())
        .as("of the new lot alone")
        .containsEntry("acceptedByVotes", 19)
        .containsEntry("inspectedItems", 5)
        .containsEntry("wrongItems", 0);
    assertThat(road.decisions()).endsWith("gate-quality pass good-enough");
    assertThat(
            beans
                .getBean(JdbcClient.class)
                .sql(
                    """
                    select count(*) from touchstone.audit_outcome o
                    join touchstone.audit_sample s on s.id = o.audit_sample_id
                    where s.batch_id = ? and not o.correct
                    """)
                .param(road.batchId())
                .query(Integer.class)
                .single())
        .isPositive();
  }

  @Test
  void
      a_second_rejection_is_held_and_who_accepts_it_with_its_figures_on_record_does_not_approve_it() {
    Road road = rejected();
    road.labels("cleo", THE_OTHER_COLOUR).untilItRests();

    assertThat(road.decisions()).endsWith("gate-quality held sample-rejected-again");
    assertThat(road.lastDecision().because()).contains("would still pass one time in ten");
    assertThat(pipeline(road)).isWaitingAt("resolve-held-batch");

    Object wrong = road.lastDecision().inputs().get("wrongItems");
    road.dataManagers("uma").resolve("uma", "accept", "A pilot.");

    GateOverride override =
        beans.getBean(Overrides.class).of(List.of(road.batchId())).stream()
            .reduce((earlier, later) -> later)
            .orElseThrow();
    assertThat(override.by(road.person("uma").id())).isTrue();
    assertThat(override.reason()).contains("A pilot.");
    assertThat(override.figures())
        .containsOnlyKeys(
            "acceptanceVerdict",
            "acceptanceNumber",
            "inspectedItems",
            "limitingQuality",
            "wrongItems")
        .containsEntry("wrongItems", wrong)
        .containsEntry("acceptanceVerdict", "reject");
    assertThatThrownBy(() -> road.decideRelease("uma", "approve", ""))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403))
        .hasMessageContaining("another person has to approve");
    road.decideRelease("tom", "approve", "");
    assertThat(road.batch().state()).isEqualTo(Batch.State.DONE);
  }

  private Road rejected() {
    Road road = road().annotators("ada", "ben").reviewers("rex").receiveThings(24).untilItRests();
    road.annotators("cleo");
    return road.labels("ada", THE_OTHER_COLOUR).labels("ben", THE_OTHER_COLOUR).untilItRests();
  }

  /** Cleo comes when the first two have the items in hand already. */
  private Road undecided() {
    Road road = road().annotators("ada", "ben").reviewers("rex").receiveThings(24).untilItRests();
    road.annotators("cleo");
    return road.labels("ada", Road.RIGHT).labels("ben", BEN_SLIPS_TWICE).untilItRests();
  }
}
