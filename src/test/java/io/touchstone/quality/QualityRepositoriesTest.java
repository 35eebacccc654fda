package io.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.quality.VerdictRepository.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class QualityRepositoriesTest extends IntegrationTest {

  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
  private static int batches;

  @Autowired private JdbcClient database;
  @Autowired private QualityRepository quality;
  @Autowired private VerdictRepository verdicts;
  @Autowired private JudgementRepository judgements;
  private String batch;
  private QualityRows rows;

  @BeforeEach
  void setUp() {
    batches++;
    batch = "quality-repositories-" + batches;
    rows = QualityRows.batch(database, batch, new byte[0]);
  }

  @Test
  void items_are_counted_per_combination_of_current_labels() {
    rows.item(id("1"), "refund billing refund")
        .item(id("2"), "billing refund refund")
        .item(id("3"), "other other other")
        .item(id("4"))
        .judge(id("3"), "annotator-1", "annotator", "refund")
        .judge(id("3"), "rex", "adjudicator", "billing");

    assertThat(quality.combinations(batch))
        .isEqualTo(
            Map.of(
                new LabelCombination("billing,refund,refund"), 2L,
                new LabelCombination("other,other,refund"), 1L,
                new LabelCombination(""), 1L));
    assertThat(quality.annotators(batch)).isEqualTo(3);
    assertThat(quality.labels(batch)).containsExactly("billing", "refund", "other");
  }

  @Test
  void gold_items_count_for_people_and_never_for_agreement() {
    rows.item(id("1"), "refund billing refund")
        .gold(id("gold-1"), "billing")
        .gold(id("gold-2"), "refund")
        .judge(id("gold-1"), "annotator-1", "annotator", "billing")
        .judge(id("gold-2"), "annotator-1", "annotator", "other")
        .judge(id("gold-1"), "annotator-2", "annotator", "other")
        .judge(id("gold-1"), "annotator-2", "annotator", "billing");

    assertThat(quality.combinations(batch))
        .isEqualTo(Map.of(new LabelCombination("billing,refund,refund"), 1L));
    assertThat(quality.goldScores(batch, 1))
        .containsEntry("annotator-3", GoldScore.NONE)
        .hasSize(3);
    List<String> lines = new ArrayList<>();
    judgements.each(batch, true, line -> lines.add(line.item() + " " + line.label().orElseThrow()));
    assertThat(lines)
        .containsExactlyInAnyOrder(id("1") + " refund", id("1") + " billing", id("1") + " refund");
  }

  @Test
  void gold_scores_use_the_current_judgement_and_only_gold_in_use() {
    rows.gold(id("gold-1"), "billing").judge(id("gold-1"), "gia", "annotator", "other");
    assertThat(quality.goldScores(batch, 1)).containsEntry("gia", new GoldScore(1, 0));

    rows.judge(id("gold-1"), "gia", "annotator", "billing");
    assertThat(quality.goldScores(batch, 1)).containsEntry("gia", new GoldScore(1, 1));
  }

  @Test
  void a_settled_item_is_not_settled_again() {
    rows.item(id("1"), "refund refund refund").item(id("2"), "billing refund other");
    List<Settlement> unanimous =
        List.of(
            new Settlement(new LabelCombination("refund,refund,refund"), "refund", "unanimous"));

    int first = verdicts.settle(batch, 1, unanimous, false, AT);
    int second = verdicts.settle(batch, 2, unanimous, false, AT);

    assertThat(List.of(first, second)).containsExactly(1, 0);
    assertThat(rows.verdicts()).containsExactly(id("1") + " refund majority unanimous");
    assertThat(verdicts.counts(batch)).isEqualTo(new SettledItems(1, 0));
    assertThat(verdicts.combinationsWithoutVerdict(batch, false))
        .isEqualTo(Set.of(new LabelCombination("billing,other,refund")));
    assertThat(
            verdicts.undecidedItems(batch, List.of(new LabelCombination("billing,other,refund"))))
        .containsExactly(id("2"));
  }

  @Test
  void an_adjudicated_item_gets_the_adjudicators_current_label() {
    rows.item(id("1"), "billing refund other")
        .judge(id("1"), "rex", "adjudicator", "refund")
        .judge(id("1"), "rex", "adjudicator", "other");
    LabelCombination tie = new LabelCombination("billing,other,refund");

    assertThat(verdicts.combinationsWithoutVerdict(batch, false)).isEmpty();
    assertThat(verdicts.combinationsWithoutVerdict(batch, true)).isEqualTo(Set.of(tie));
    verdicts.settle(batch, 1, List.of(new Settlement(tie, "", "tie")), true, AT);

    assertThat(rows.verdicts()).containsExactly(id("1") + " other adjudication tie");
    assertThat(verdicts.counts(batch)).isEqualTo(new SettledItems(0, 1));
  }

  @Test
  void a_report_is_read_back_as_it_was_written_and_cannot_be_changed() {
    QualityNumbers numbers = numbers();

    quality.insert(batch, 1, numbers, "abc", AT);

    assertThat(quality.reports(batch)).containsExactly(new QualityReport(1, AT, "abc", numbers));
    assertThat(quality.latest(batch)).contains(new QualityRepository.Latest(1, "abc"));
    assertThatThrownBy(
            () ->
                database
                    .sql("update touchstone.quality_report set round = 2 where batch_id = :batch")
                    .param("batch", batch)
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append-only");
  }

  private QualityNumbers numbers() {
    rows.item(id("1"), "refund refund refund").item(id("2"), "billing refund other");
    return BatchMeasurement.of(
            new BatchMeasurement.Facts(
                batch,
                quality.labels(batch),
                1,
                1,
                3,
                quality.annotators(batch),
                quality.combinations(batch),
                annotators -> quality.combinationsWithout(batch, annotators),
                quality.goldScores(batch, 1),
                ArmCounts.NONE,
                GuidelineVerdict.History.NONE,
                annotator -> "p-" + annotator,
                new TablesOnDisk(),
                table -> 1,
                Optional.empty(),
                Optional.empty()))
        .numbers();
  }

  private String id(String item) {
    return batch + "-" + item;
  }
}
