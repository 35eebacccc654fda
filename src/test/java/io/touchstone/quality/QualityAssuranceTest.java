package io.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.pipeline.BatchKeys;
import io.touchstone.platform.crypto.MasterKey;
import io.touchstone.platform.crypto.Secrets;
import io.touchstone.platform.engine.process.Processes;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.quality.acceptance.AcceptanceSampling;
import io.touchstone.quality.acceptance.AcceptanceView;
import io.touchstone.quality.acceptance.BatchAcceptance;
import io.touchstone.quality.measurement.MeasuredQuality;
import io.touchstone.quality.measurement.QualityMeasurement;
import io.touchstone.quality.page.JudgementLines;
import io.touchstone.quality.routing.ItemRouting;
import io.touchstone.quality.verdict.PlannedReviews;
import io.touchstone.quality.verdict.ReviewPlanning;
import io.touchstone.quality.verdict.SettledItems;
import io.touchstone.quality.verdict.VerdictSettlement;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class QualityAssuranceTest extends IntegrationTest {

  private static int batches;

  @Autowired JdbcClient database;
  @Autowired MasterKey master;
  @Autowired Secrets secrets;
  @Autowired Processes processes;
  @Autowired Directory directory;
  @Autowired Workforce workforce;
  @Autowired QualityMeasurement measurement;
  @Autowired ItemRouting routing;
  @Autowired ReviewPlanning reviews;
  @Autowired VerdictSettlement settlement;
  @Autowired AcceptanceSampling sampling;
  @Autowired JudgementLines judgements;

  private String batch;
  private QualityRows rows;

  @BeforeEach
  void startBatch() {
    batches++;
    batch = "quality-assurance-" + batches;
    rows = QualityRows.batch(database, batch, batchKey());
    processes.start(Processes.PIPELINE, batch);
  }

  @Test
  void a_clear_batch_is_settled_by_majority_but_for_the_sample_that_a_reviewer_looks_at() {
    reviewer("rex");
    for (int item = 1; item <= 9; item++) {
      rows.item(
          id(String.valueOf(item)), item % 2 == 0 ? "other other other" : "refund refund refund");
    }

    int routed = routing.route(batch);
    PlannedReviews planned = reviews.plan(batch);

    assertThat(routed).isEqualTo(9);
    assertThat(planned).as("five of nine to fifteen").isEqualTo(new PlannedReviews(5, 1, 0));
    assertThat(rows.verdicts()).hasSize(4).allMatch(line -> line.endsWith(" majority unanimous"));
  }

  @Test
  void what_the_sample_led_to_is_kept_once_and_read_with_the_report_of_its_verdicts() {
    reviewer("rex");
    rows.item(id("1"), "refund refund refund").item(id("2"), "other other other");
    measurement.measure(batch);
    routing.route(batch);
    reviews.plan(batch);
    BatchAcceptance before = sampling.judge(batch);
    rows.judgeAssigned(id("1"), "rex", "billing").judgeAssigned(id("2"), "rex", "other");
    settlement.settle(batch);

    BatchAcceptance after = sampling.judge(batch);
    sampling.judge(batch);

    assertThat(before.verdict()).isEqualTo("incomplete");
    assertThat(after)
        .extracting(
            BatchAcceptance::verdict, BatchAcceptance::inspectedItems, BatchAcceptance::wrongItems)
        .containsExactly("reject", 2, 1);
    assertThat(measurement.reports(batch).get(0).acceptance().orElseThrow())
        .extracting(AcceptanceView::verdict, AcceptanceView::wrongItems, AcceptanceView::because)
        .containsExactly("reject", 1, after.because());
    assertThat(kept()).isEqualTo(2);
  }

  private int kept() {
    return database
        .sql("select count(*) from touchstone.batch_acceptance where batch_id = :batch")
        .param("batch", batch)
        .query(Integer.class)
        .single();
  }

  @Test
  void a_disputed_item_goes_to_a_reviewer_and_ends_with_the_reviewers_label() {
    reviewer("rex");
    rows.item(id("1"), "refund billing refund").item(id("2"), "other other other");

    List<Integer> routed = List.of(routing.route(batch), routing.route(batch));
    List<PlannedReviews> planned = List.of(reviews.plan(batch), reviews.plan(batch));
    rows.judgeAssigned(id("1"), "rex", "billing").judgeAssigned(id("2"), "rex", "other");
    SettledItems settled = settlement.settle(batch);

    assertThat(routed).as("a repetition routes nothing").containsExactly(2, 0);
    assertThat(planned).containsExactly(new PlannedReviews(1, 2, 0), new PlannedReviews(0, 2, 0));
    assertThat(settled).isEqualTo(new SettledItems(0, 2));
    assertThat(rows.verdicts())
        .containsExactly(
            id("1") + " billing adjudication dissent", id("2") + " other adjudication unanimous");
    assertThat(rows.auditActions())
        .containsExactly("items_routed", "reviews_planned", "verdicts_settled");
  }

  @Test
  void measuring_the_same_judgements_twice_makes_one_report() {
    rows.item(id("1"), "refund refund refund").item(id("2"), "other other billing");

    MeasuredQuality first = measurement.measure(batch);
    MeasuredQuality second = measurement.measure(batch);
    rows.item(id("3"), "other other other");
    MeasuredQuality third = measurement.measure(batch);

    assertThat(second).isEqualTo(first);
    assertThat(List.of(first.round(), third.round())).containsExactly(1, 2);
    assertThat(measurement.reports(batch)).hasSize(2);
    assertThat(measurement.reports(batch).get(0).numbers().tables().get("gold-flag").version())
        .isPositive();
    assertThat(rows.auditActions()).containsExactly("quality_measured", "quality_measured");
  }

  @Test
  void judgements_leave_the_house_under_stable_pseudonyms_and_without_gold() throws IOException {
    rows.item(id("1"), "refund billing refund")
        .gold(id("gold"), "billing")
        .judge(id("gold"), "annotator-1", "annotator", "billing");

    String lines = lines();

    assertThat(lines).doesNotContain("annotator-1").doesNotContain("gold");
    assertThat(lines.lines()).hasSize(3);
    assertThat(lines).isEqualTo(lines());
  }

  private String lines() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    judgements.write(batch, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private byte[] batchKey() {
    String purpose = BatchKeys.purpose(batch);
    return master.wrap(secrets.newKey(purpose), purpose);
  }

  private void reviewer(String id) {
    directory.add(id, id, Optional.empty(), Set.of(Role.REVIEWER));
    workforce.register(new Annotator(id, "support", true, true, Map.of("support", 1.0)), "test");
  }

  private String id(String item) {
    return batch + "-" + item;
  }
}
