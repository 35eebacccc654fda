package io.touchstone.quality.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.pipeline.BatchKeys;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.crypto.MasterKey;
import io.touchstone.platform.crypto.Secrets;
import io.touchstone.platform.engine.process.Processes;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.quality.QualityRows;
import io.touchstone.quality.measurement.QualityMeasurement;
import io.touchstone.quality.verdict.AuditCount;
import io.touchstone.quality.verdict.AuditSampleRepository;
import io.touchstone.quality.verdict.PlannedReviews;
import io.touchstone.quality.verdict.ReviewPlanning;
import io.touchstone.quality.verdict.SettledItems;
import io.touchstone.quality.verdict.VerdictSettlement;
import io.touchstone.tasking.plan.Relabelling;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where items go on what is known of them, and who gets them then. */
class ItemRoutingTest extends IntegrationTest {

  private static int batches;

  @Autowired JdbcClient database;
  @Autowired MasterKey master;
  @Autowired Secrets secrets;
  @Autowired Processes processes;
  @Autowired Directory directory;
  @Autowired Workforce workforce;
  @Autowired BatchKeys keys;
  @Autowired TransactionTemplate transactions;
  @Autowired QualityMeasurement measurement;
  @Autowired ItemRouting routing;
  @Autowired ReviewPlanning reviews;
  @Autowired VerdictSettlement settlement;
  @Autowired AuditSampleRepository samples;
  @Autowired Relabelling relabelling;

  private String batch;
  private QualityRows rows;

  @BeforeEach
  void startBatch() {
    batches++;
    batch = "item-routing-" + batches;
    String purpose = BatchKeys.purpose(batch);
    rows = QualityRows.batch(database, batch, master.wrap(secrets.newKey(purpose), purpose));
    processes.start(Processes.PIPELINE, batch);
    workforce.declareConflict("project-of-" + batch, "support", "test");
  }

  /** People of other tests, all of one department, are not asked; nor are these after this test. */
  @AfterEach
  void everybodyLeaves() {
    workforce.everybody().stream()
        .map(Annotator::id)
        .filter(id -> id.startsWith("routed"))
        .forEach(id -> workforce.setAvailable(id, false, "test"));
  }

  @Test
  void the_probability_of_the_majority_is_rounded_down() {
    rows.annotatorsAtMost(4).item(id("1"), "refund refund other");
    annotator("routedada");
    rows.truth(id("1"), "{\"refund\": 0.899999, \"other\": 0.100001}");

    routing.route(batch);

    assertThat(rows.routes()).containsExactly("1 " + id("1") + " extra-label unsure");
    assertThat(rows.askedAbout(id("1"), "posterior")).isEqualTo("0.89");
  }

  @Test
  void a_majority_that_is_probably_wrong_is_reviewed_even_where_all_agree() {
    rows.item(id("1"), "refund refund refund").truth(id("1"), "{\"other\": 0.98}");

    routing.route(batch);

    assertThat(rows.routes()).containsExactly("1 " + id("1") + " review improbable");
    assertThat(rows.askedAbout(id("1"), "posterior")).isEqualTo("0.0");
  }

  @Test
  void a_dissent_in_which_somebody_flagged_takes_part_is_reviewed_by_its_own_rule() {
    rows.item(id("1"), "refund refund other")
        .item(id("2"), "refund refund refund")
        .goldOf("annotator-1", 20, 8);

    routing.route(batch);

    assertThat(rows.routes())
        .containsExactly(
            "1 " + id("1") + " review flagged-dissent", "1 " + id("2") + " accept unanimous");
    assertThat(rows.askedAbout(id("1"), "flaggedVotes")).isEqualTo("1");
  }

  @Test
  void a_dissent_about_a_class_whose_mistakes_are_dear_is_reviewed() {
    rows.refundIsDear()
        .item(id("1"), "other other other refund")
        .item(id("2"), "other other other billing");

    routing.route(batch);

    assertThat(rows.routes())
        .containsExactly(
            "1 " + id("1") + " review high-risk-dissent",
            "1 " + id("2") + " accept clear-majority");
  }

  @Test
  void a_further_label_is_asked_of_somebody_new_and_trusted_once() {
    annotator("routedold");
    rows.annotatorsAtMost(4)
        .item(id("1"), "refund refund")
        .judge(id("1"), "routedold", "annotator", "other");
    annotator("routedcareless");
    annotator("routednew");
    rows.goldOf("routedcareless", 20, 8);
    rows.truth(id("1"), "{\"refund\": 0.8}");
    double before = agreement();

    rows.truth(id("1"), "{\"refund\": 0.8}");
    List<Integer> routed = List.of(routing.route(batch), routing.route(batch));
    PlannedReviews planned = reviews.plan(batch);

    assertThat(routed).containsExactly(1, 0);
    assertThat(rows.openPackages())
        .singleElement()
        .asString()
        .as("the item and a known answer")
        .startsWith("annotation further routednew: " + id("1") + " " + id("gold-of-"));
    assertThat(planned).isEqualTo(new PlannedReviews(0, 1, 0));
    rows.everybodySubmits();
    assertThat(agreement()).as("measured as before").isEqualTo(before);
    routing.route(batch);
    assertThat(rows.routes()).endsWith("2 " + id("1") + " accept clear-majority");
  }

  @Test
  void where_nobody_is_left_to_ask_a_reviewer_decides() {
    annotator("routedold");
    rows.annotatorsAtMost(4)
        .item(id("1"), "refund refund")
        .judge(id("1"), "routedold", "annotator", "other");
    rows.truth(id("1"), "{\"refund\": 0.8}");

    routing.route(batch);

    assertThat(rows.routes()).containsExactly("1 " + id("1") + " review still-unsure");
  }

  @Test
  void what_is_accepted_stays_accepted_until_it_is_labelled_again() {
    rows.item(id("1"), "refund refund refund");
    routing.route(batch);

    rows.truth(id("1"), "{\"refund\": 0.1}");
    int again = routing.route(batch);
    relabelling.begin(batch, 1, List.of(id("1")));
    routing.route(batch);

    assertThat(again).isZero();
    assertThat(rows.routes())
        .containsExactly(
            "1 " + id("1") + " accept unanimous", "2 " + id("1") + " review no-judgement");
  }

  /** ISO 2859-1, level II, AQL 2.5: letter E of 51 to 90 items points to letter F, 20 items. */
  @Test
  void the_sample_is_the_beginning_of_an_order_that_only_the_batchs_key_knows() {
    reviewer("routedrex");
    IntStream.rangeClosed(1, 59).forEach(i -> rows.item(id("" + i), "refund refund refund"));
    Hmac key = keys.of(batch);
    List<String> expected =
        IntStream.rangeClosed(1, 59)
            .mapToObj(i -> id("" + i))
            .sorted(Comparator.comparingDouble(item -> key.draw("audit", item)))
            .limit(20)
            .sorted()
            .toList();

    routing.route(batch);
    List<PlannedReviews> planned = List.of(reviews.plan(batch), reviews.plan(batch));

    assertThat(planned).containsExactly(new PlannedReviews(20, 1, 0), new PlannedReviews(0, 1, 0));
    assertThat(rows.openPackages())
        .containsExactly("adjudication blind routedrex: " + String.join(" ", expected));
    assertThat(rows.verdicts()).hasSize(39);
    assertThat(samples.count(batch)).isEqualTo(new AuditCount(59, 20, 0, 0));
  }

  /** ISO 2859-1, level II, AQL 2.5: letter C of 16 to 25 items, 5 items. */
  @Test
  void an_outcome_is_noted_once_and_counts_until_the_item_is_labelled_again() {
    reviewer("routedrex");
    IntStream.rangeClosed(1, 20).forEach(i -> rows.item(id("" + i), "other other other"));
    routing.route(batch);
    reviews.plan(batch);

    rows.everybodySubmits();
    List<SettledItems> settled = List.of(settlement.settle(batch), settlement.settle(batch));

    assertThat(settled).containsOnly(new SettledItems(0, 5));
    assertThat(samples.count(batch)).isEqualTo(new AuditCount(20, 5, 5, 5));
    assertThat(rows.verdicts())
        .filteredOn(each -> each.endsWith("refund adjudication unanimous"))
        .hasSize(5);
    relabelling.begin(batch, 1, IntStream.rangeClosed(1, 20).mapToObj(i -> id("" + i)).toList());
    assertThat(samples.count(batch)).isEqualTo(new AuditCount(0, 0, 0, 0));
  }

  @Test
  void without_a_reviewer_a_sampled_item_keeps_its_majority_and_counts_as_seen_by_nobody() {
    IntStream.rangeClosed(1, 20).forEach(i -> rows.item(id("" + i), "other other other"));

    routing.route(batch);
    PlannedReviews planned = reviews.plan(batch);

    assertThat(planned).isEqualTo(new PlannedReviews(5, 0, 5));
    assertThat(rows.verdicts()).hasSize(20);
    assertThat(samples.count(batch)).isEqualTo(new AuditCount(20, 5, 0, 0));
  }

  @Test
  void a_step_that_dies_before_its_commit_leaves_nothing_and_comes_out_the_same_when_repeated() {
    reviewer("routedrex");
    annotator("routednew");
    rows.annotatorsAtMost(4);
    IntStream.rangeClosed(1, 20).forEach(i -> rows.item(id("" + i), "other other other"));
    rows.item(id("tie"), "refund other billing").item(id("unsure"), "other other refund");
    rows.truth(id("unsure"), "{\"other\": 0.8}");

    died(() -> routing.route(batch));
    assertThat(rows.routes()).isEmpty();
    assertThat(rows.openPackages()).isEmpty();
    routing.route(batch);
    died(() -> reviews.plan(batch));
    assertThat(rows.openPackages())
        .containsExactly("annotation further routednew: " + id("unsure"));
    reviews.plan(batch);
    assertThat(rows.openPackages())
        .containsExactly(
            "adjudication ordinary routedrex: " + id("tie"),
            "annotation further routednew: " + id("unsure"));
    rows.everybodySubmits();
    routing.route(batch);
    died(() -> reviews.plan(batch));
    reviews.plan(batch);
    rows.everybodySubmits();
    died(() -> settlement.settle(batch));
    assertThat(samples.count(batch).audited()).isZero();
    settlement.settle(batch);

    assertThat(samples.count(batch)).isEqualTo(new AuditCount(20, 5, 5, 5));
    assertThat(rows.verdicts()).hasSize(22).doesNotHaveDuplicates();
  }

  private void died(Runnable step) {
    transactions.executeWithoutResult(
        transaction -> {
          step.run();
          transaction.setRollbackOnly();
        });
  }

  private double agreement() {
    return (double) measurement.measure(batch).variables().get("percentAgreement");
  }

  private void annotator(String id) {
    person(id, Role.ANNOTATOR);
  }

  private void reviewer(String id) {
    person(id, Role.REVIEWER);
  }

  private void person(String id, Role role) {
    directory.add(id, id, Optional.empty(), Set.of(role));
    workforce.register(new Annotator(id, "routed", true, true, Map.of("support", 1.0)), "test");
  }

  private String id(String item) {
    return batch + "-" + item;
  }
}
