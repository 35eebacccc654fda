package io.touchstone.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.touchstone.annotation.Work;
import org.junit.jupiter.api.Test;

class QualityAssurancePaths extends PathTest {

  /** Right, but for the first of the things. */
  private static final Road.Answers ONE_SLIP =
      (person, text) -> text.equals("red thing 1") ? "blue" : Road.RIGHT.of(person, text);

  @Test
  void where_all_agree_only_a_sample_is_looked_at_again() {
    Road road = road().annotators("ada", "ben").receiveThings(12).untilItRests();

    road.everybodyLabels(Road.RIGHT).untilItRests();

    assertThat(first(road, "quality-assurance"))
        .hasPassedInOrder(
            "judgements-ready",
            "measure-agreement",
            "route-items",
            "anything-to-look-at",
            "offer-packages",
            "measure-agreement",
            "settle-verdicts",
            "verdicts-settled");
    assertThat(road.decisions()).contains("gate-quality pass good-enough");
    assertThat(road.lastDecision("gate-quality").inputs())
        .containsEntry("acceptedByVotes", 12)
        .containsEntry("sampleSize", 5)
        .containsEntry("inspectedItems", 5)
        .containsEntry("acceptanceRule", "within-acceptance-number");
  }

  @Test
  void a_disagreement_goes_to_the_one_reviewer_who_has_not_labelled_the_item() {
    Road road = road().annotators("ada", "ben").receiveThings(40);
    road.alsoReviewers("ada", "ben").reviewers("rex").untilItRests();
    road.labels("ada", Road.RIGHT).labels("ben", ONE_SLIP).untilItRests();
    assertThat(first(road, "quality-assurance")).isWaitingAt("wait-for-last-package");

    assertThat(road.workOf("ada")).isEmpty();
    assertThat(road.workOf("ben")).isEmpty();
    Work work = road.workOf("rex").orElseThrow();
    assertThat(work.items()).singleElement().extracting("text").isEqualTo("red thing 1");
    road.labels("rex", Road.RIGHT).untilItRests();

    assertThat(first(road, "quality-assurance"))
        .hasPassedInOrder(
            "route-items",
            "anything-to-look-at",
            "offer-packages",
            "count-open-packages",
            "all-submitted",
            "wait-for-last-package",
            "count-open-packages",
            "all-submitted",
            "settle-verdicts",
            "verdicts-settled");
    assertThat(road.decisions()).contains("gate-quality pass good-enough");
  }

  @Test
  void without_an_eligible_reviewer_the_batch_is_held_until_one_comes_and_the_stage_is_repeated() {
    Road road = road().nobodyReviews().annotators("ada", "ben").receiveThings(40).untilItRests();
    road.labels("ada", Road.RIGHT).labels("ben", ONE_SLIP).untilItRests();
    assertThat(pipeline(road)).isWaitingAt("resolve-held-batch");
    assertThat(road.lastDecision().rule()).isEqualTo("verdicts-missing");

    road.reviewers("rex").resolve("repeat", "");
    road.labels("rex", Road.RIGHT).untilItRests();

    assertThat(pipeline(road))
        .hasPassedInOrder(
            "quality-assurance",
            "gate-quality",
            "resolve-held-batch",
            "where-to-go-on",
            "quality-assurance",
            "gate-quality",
            "quality-assurance-passed")
        .isWaitingAt("release");
  }

  @Test
  void a_sample_that_nobody_may_look_at_holds_the_batch() {
    Road road = road().nobodyReviews().annotators("ada", "ben").receiveThings(12).untilItRests();

    road.everybodyLabels(Road.RIGHT).untilItRests();

    assertThat(road.decisions()).endsWith("gate-quality held sample-incomplete");
    assertThat(road.lastDecision().because()).contains("12 items", "looked at 0");
  }

  @Test
  void agreement_that_may_be_too_low_is_held_for_the_data_manager() {
    Road road = road().annotators("ada", "ben").reviewers("rex").receiveThings(12).untilItRests();
    road.labels("ada", Road.RIGHT).labels("ben", TWO_SLIPS).untilItRests();
    road.labels("rex", Road.RIGHT).untilItRests();

    assertThat(road.decisions()).endsWith("gate-quality held agreement-low");
    assertThat(pipeline(road)).isWaitingAt("resolve-held-batch");
  }

  private static final Road.Answers TWO_SLIPS =
      (person, text) ->
          text.equals("red thing 1") || text.equals("red thing 3")
              ? "blue"
              : Road.RIGHT.of(person, text);
}
