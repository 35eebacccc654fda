package io.touchstone.road.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.annotation.Work;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Judged;
import io.touchstone.road.Road;
import java.util.concurrent.atomic.AtomicInteger;
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
  void an_item_that_stays_unsure_gets_one_more_label_and_is_routed_again() {
    Road road =
        road(Options.standard().annotatorsPerItem(3, 4)).annotators("ada", "ben", "cleo", "dan");
    road.receiveThings(24).untilItRests();
    road.everybodyLabels(firstOneErrs()).untilJobAt("route-items");
    Judged judged = Judged.of(beans, road.batchId());
    judged.improbable("red thing 1");
    road.untilItRests();

    assertThat(first(road, "quality-assurance")).isWaitingAt("wait-for-last-package");
    String fourth = judged.whoHasNot("red thing 1", road, "ada", "ben", "cleo", "dan");
    Work work = road.workOf(fourth).orElseThrow();
    assertThat(work.kind()).isEqualTo("annotation");
    assertThat(work.items()).extracting(Work.WorkItem::text).containsExactly("red thing 1");
    road.labels(fourth, Road.RIGHT).untilItRests();

    assertThat(judged.routes("red thing 1"))
        .containsExactly("1 extra-label unsure", "2 accept clear-majority");
    assertThat(judged.verdict("red thing 1")).isEqualTo("red majority clear-majority");
    assertThat(first(road, "quality-assurance"))
        .hasPassedInOrder(
            "route-items",
            "offer-packages",
            "all-submitted",
            "measure-agreement",
            "route-items",
            "anything-to-look-at",
            "settle-verdicts");
    assertThat(road.decisions()).contains("gate-quality pass good-enough");
  }

  @Test
  void where_nobody_is_left_to_label_an_unsure_item_a_reviewer_decides() {
    Road road =
        road(Options.standard().annotatorsPerItem(3, 4))
            .annotators("ada", "ben", "cleo")
            .reviewers("rex");
    road.receiveThings(12).untilItRests();
    road.everybodyLabels(firstOneErrs()).untilJobAt("route-items");
    Judged judged = Judged.of(beans, road.batchId());
    judged.improbable("red thing 1");
    road.untilItRests();

    Work work = road.workOf("rex").orElseThrow();
    assertThat(work.items().get(0).candidates())
        .extracting(JsonNode::textValue)
        .containsExactlyInAnyOrder("red", "red", "blue");
    road.labels("rex", Road.RIGHT).untilItRests();
    assertThat(judged.routes("red thing 1")).containsExactly("1 review still-unsure");
    assertThat(judged.verdict("red thing 1")).isEqualTo("red adjudication still-unsure");
  }

  @Test
  void people_who_disagree_about_a_dear_class_are_not_outvoted() {
    Road road =
        road(Options.standard().annotatorsPerItem(4).highRisk("blue"))
            .annotators("ada", "ben", "cleo", "dan")
            .reviewers("rex");
    road.receiveThings(12).untilItRests();
    road.everybodyLabels(firstOneErrs()).untilItRests();
    road.labels("rex", Road.RIGHT).untilItRests();

    assertThat(Judged.of(beans, road.batchId()).verdict("red thing 1"))
        .isEqualTo("red adjudication high-risk-dissent");
  }

  @Test
  void accepted_items_are_sampled_blind_and_what_a_reviewer_finds_wrong_gets_the_reviewers_label() {
    Road road = road().annotators("ada", "ben").reviewers("rex").receiveThings(40).untilItRests();
    road.blindByHand().labels("ada", Road.RIGHT).labels("ben", Road.RIGHT).untilItRests();

    Work work = road.workOf("rex").orElseThrow();
    assertThat(work.items()).hasSize(5);
    assertThat(work.items()).allSatisfy(item -> assertThat(item.candidates()).isEmpty());
    String wrong = work.items().get(1).text();
    String other = wrong.startsWith("red") ? "blue" : "red";
    road.labels("rex", (person, text) -> text.equals(wrong) ? other : Road.RIGHT.of(person, text));
    road.untilItRests();

    Judged judged = Judged.of(beans, road.batchId());
    assertThat(judged.verdict(wrong)).isEqualTo(other + " adjudication unanimous");
    assertThat(judged.verdict(work.items().get(0).text())).endsWith(" adjudication unanimous");
    assertThat(judged.labels(wrong))
        .as("what had been said stays")
        .hasSize(2)
        .doesNotContain(other);
    assertThat(judged.audited()).isEqualTo("40 accepted, 5 drawn, 5 audited, 1 wrong");
    assertThat(road.decisions())
        .as("none may be")
        .contains("gate-quality held sample-rejected-again");
  }

  @Test
  void some_of_the_disputed_items_lie_among_the_sampled_ones() {
    Road road = road().annotators("ada", "ben").reviewers("rex").receiveThings(60).untilItRests();
    road.blindByHand().labels("ada", Road.RIGHT).labels("ben", FOUR_SLIPS).untilItRests();

    Work shown = road.workOf("rex").orElseThrow();
    assertThat(shown.items()).hasSize(3);
    assertThat(shown.items()).allSatisfy(item -> assertThat(item.candidates()).hasSize(2));
    road.draft("rex", shown, Road.RIGHT);
    road.submit("rex", shown);
    Work blind = road.workOf("rex").orElseThrow();

    assertThat(blind.kind()).isEqualTo(shown.kind());
    assertThat(blind.items()).as("one disputed, 20 sampled of 56").hasSize(21);
    assertThat(blind.items()).allSatisfy(item -> assertThat(item.candidates()).isEmpty());
    assertThat(blind.items())
        .filteredOn(
            item -> FOUR_SLIPS.of("ben", item.text()).equals(Road.RIGHT.of("", item.text())))
        .hasSize(20);
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

  private static final Road.Answers FOUR_SLIPS =
      (person, text) -> text.matches("red thing [1357]") ? "blue" : Road.RIGHT.of(person, text);

  /** Whoever labels the first of the things first says blue; all else is right. */
  private static Road.Answers firstOneErrs() {
    AtomicInteger seen = new AtomicInteger();
    return (person, text) ->
        text.equals("red thing 1") && seen.getAndIncrement() == 0
            ? "blue"
            : Road.RIGHT.of(person, text);
  }

  private static final Road.Answers TWO_SLIPS =
      (person, text) ->
          text.equals("red thing 1") || text.equals("red thing 3")
              ? "blue"
              : Road.RIGHT.of(person, text);
}
