package io.touchstone.quality.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import io.touchstone.IntegrationTest;
import io.touchstone.pipeline.BatchKeys;
import io.touchstone.platform.crypto.MasterKey;
import io.touchstone.platform.crypto.Secrets;
import io.touchstone.platform.engine.process.Processes;
import io.touchstone.quality.QualityRows;
import io.touchstone.quality.measurement.QualityMeasurement;
import io.touchstone.quality.measurement.QualityNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From rows of judgements to rows of truth, when a batch is measured. */
class TruthInferenceTest extends IntegrationTest {

  private static final List<String> LABELS = List.of("billing", "refund", "other");
  private static int batches;

  @Autowired private JdbcClient database;
  @Autowired private MasterKey master;
  @Autowired private Secrets secrets;
  @Autowired private Processes processes;
  @Autowired private QualityMeasurement measurement;
  @Autowired private TruthInference truths;

  private String batch;
  private QualityRows rows;

  @BeforeEach
  void startBatch() {
    batches++;
    batch = "truth-inference-" + batches;
    String purpose = BatchKeys.purpose(batch);
    rows = QualityRows.batch(database, batch, master.wrap(secrets.newKey(purpose), purpose));
    processes.start(Processes.PIPELINE, batch);
  }

  @Test
  void few_judgements_are_counted_and_a_tie_is_nobodys_label() {
    rows.item(id("1"), "refund billing refund").item(id("2"), "billing refund other").item(id("3"));

    int round = measurement.measure(batch).round();

    assertThat(truth(round))
        .extracting(ItemTruth::itemId, ItemTruth::label, ItemTruth::posterior, ItemTruth::soft)
        .containsExactly(
            tuple(
                id("1"),
                Optional.of("refund"),
                0.666667,
                Map.of("billing", 0.333333, "refund", 0.666667)),
            tuple(
                id("2"),
                Optional.empty(),
                0.333333,
                Map.of("billing", 0.333333, "other", 0.333333, "refund", 0.333333)));
    assertThat(view())
        .extracting(TruthView::method, TruthView::rule, TruthView::items, TruthView::tied)
        .containsExactly("majority", "few-per-annotator", 2L, 1L);
    assertThat(measurement.reports(batch).get(0).numbers().tables().get("truth-method"))
        .extracting(QualityNumbers.TableUse::countPerRule)
        .isEqualTo(Map.of("few-per-annotator", 1L));
  }

  @Test
  void somebody_who_errs_is_outweighed_and_gold_stays_out_of_the_rows() {
    manyItems();
    for (int i = 0; i < 6; i++) {
      rows.gold(id("gold-" + i), LABELS.get(i % 3));
      rows.judge(id("gold-" + i), "annotator-1", "annotator", LABELS.get(i % 3));
      rows.judge(id("gold-" + i), "annotator-3", "annotator", "other");
    }
    rows.item(id("between"), "billing refund other");

    int round = measurement.measure(batch).round();

    assertThat(truth(round)).hasSize(31).allMatch(item -> !item.itemId().contains("gold"));
    ItemTruth between = truth(round).stream().filter(this::between).findFirst().orElseThrow();
    assertThat(between.label()).as("the word of the one who is always right").contains("billing");
    assertThat(between.method()).isEqualTo("dawid-skene");
    assertThat(between.posterior()).isBetween(0.5, 1.0);
    assertThat(between.soft().values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(1, within(3e-6));
    assertThat(view().gold().items()).isEqualTo(6);
    assertThat(view().gold().dawidSkene()).isEqualTo(1);
    assertThat(view().rule()).isEqualTo("not-worse-on-gold");
    assertThat(view().labelsPerItem()).isEqualTo(3);
    // On item-0 two say other, the one who errs and the one who says it to everything.
    assertThat(view().agreementWithMajority()).isEqualTo(30.0 / 31);
  }

  @Test
  void the_same_judgements_are_inferred_once_and_others_beside_them() {
    manyItems();
    int first = measurement.measure(batch).round();
    List<ItemTruth> before = truth(first);

    assertThat(measurement.measure(batch).round()).isEqualTo(first);
    rows.judge(id("item-4"), "annotator-1", "annotator", "other");
    int second = measurement.measure(batch).round();

    assertThat(List.of(first, second)).containsExactly(1, 2);
    assertThat(truth(first)).isEqualTo(before).hasSize(30);
    assertThat(truth(second)).hasSize(30).isNotEqualTo(before);
    assertThatThrownBy(
            () ->
                database
                    .sql("delete from touchstone.item_truth where batch_id = ?")
                    .param(batch)
                    .update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("permission denied for table ");
  }

  /** Annotator 1 is always right, 2 errs once in ten, 3 says other to two of three. */
  private void manyItems() {
    for (int i = 0; i < 30; i++) {
      String right = LABELS.get(i % 3);
      String second = i % 10 == 0 ? "other" : right;
      String third = i % 3 == 1 ? right : "other";
      rows.item(id("item-" + i), right + " " + second + " " + third);
    }
  }

  private boolean between(ItemTruth item) {
    return item.itemId().equals(id("between"));
  }

  private List<ItemTruth> truth(int round) {
    List<ItemTruth> all = new ArrayList<>();
    truths.each(batch, round, all::add);
    return all;
  }

  private TruthView view() {
    return measurement.reports(batch).get(0).numbers().truth().orElseThrow();
  }

  private String id(String item) {
    return batch + "-" + item;
  }
}
