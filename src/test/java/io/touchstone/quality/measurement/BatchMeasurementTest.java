package io.touchstone.quality.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.quality.CountedClasses;
import io.touchstone.quality.gold.GoldScore;
import io.touchstone.quality.round.LabelCombination;
import io.touchstone.quality.round.TablesOnDisk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BatchMeasurementTest {

  private final Map<LabelCombination, Long> combinations = new LinkedHashMap<>();
  private final Map<LabelCombination, Long> withoutPaused = new LinkedHashMap<>();
  private final SortedMap<String, GoldScore> gold = new TreeMap<>();
  private final SortedMap<String, Long> abstentions = new TreeMap<>();
  private ArmCounts arms = ArmCounts.NONE;
  private GuidelineVerdict.History history = GuidelineVerdict.History.NONE;

  @Test
  void gates_get_numbers_and_an_empty_reason_when_agreement_is_defined() {
    combinations.put(new LabelCombination("billing,billing,billing"), 6L);
    combinations.put(new LabelCombination("refund,refund,refund"), 3L);
    combinations.put(new LabelCombination("billing,refund,refund"), 1L);
    gold.put("ada", new GoldScore(20, 19));
    gold.put("bob", new GoldScore(20, 11));

    Map<String, Object> variables = measure().summary(1).variables();

    assertThat(variables)
        .containsEntry("measuredItems", 10L)
        .containsEntry("agreementMetric", "fleissKappa")
        .containsEntry("agreementReason", "")
        .containsEntry("goldCount", 40L)
        .containsEntry("goldAccuracy", 0.75)
        .containsEntry("flaggedAnnotators", 1L);
    // 9 items agree fully, 1 in one pair of three.
    assertThat((double) variables.get("percentAgreement")).isCloseTo(28.0 / 30, within(1e-12));
    // Fleiss 1971: n = 30, n_billing = 19, n_refund = 11, 1 - (2 / 30) / (2 * 19 * 11 / 30^2).
    assertThat((double) variables.get("agreement")).isCloseTo(1 - 60.0 / 418, within(1e-12));
    assertThat((double) variables.get("agreementLow"))
        .isLessThan((double) variables.get("agreement"));
    // Wilson 1927 for 30 of 40: 0.5981.
    assertThat((double) variables.get("goldAccuracyLow")).isCloseTo(0.5981, within(0.0001));
  }

  /**
   * 99 items of one class and one disputed: kappa is near 0 although people nearly always agree.
   */
  @Test
  void where_one_class_prevails_the_gates_look_at_a_coefficient_that_bears_it() {
    combinations.put(new LabelCombination("billing,billing,billing"), 99L);
    combinations.put(new LabelCombination("billing,billing,refund"), 1L);

    QualityNumbers numbers = measure().numbers();

    assertThat(numbers.metric().name()).isEqualTo("gwetAC1");
    assertThat(numbers.metric().because()).contains("AC1");
    assertThat(numbers.agreement().name()).isEqualTo("gwetAC1");
    assertThat(numbers.alpha().value()).isCloseTo(0, within(0.01));
    // Gwet 2008: pe = sum p (1 - p) / (q - 1) over the three declared classes.
    double share = 299.0 / 300;
    double chance = 2 * share * (1 - share) / 2;
    double observed = (99 + 1.0 / 3) / 100;
    assertThat(numbers.agreement().value())
        .isCloseTo((observed - chance) / (1 - chance), within(1e-12));
  }

  @Test
  void where_labels_are_missing_the_gates_look_at_alpha() {
    combinations.put(new LabelCombination("billing,billing,refund"), 4L);
    combinations.put(new LabelCombination("refund,refund"), 4L);

    assertThat(measure().numbers().metric().rule()).isEqualTo("labels-missing");
    assertThat(measure().numbers().agreement().name()).isEqualTo("alphaNominal");
  }

  @Test
  void gates_get_nulls_and_a_reason_when_nothing_can_be_compared() {
    combinations.put(new LabelCombination("billing"), 4L);
    combinations.put(new LabelCombination(""), 1L);

    Map<String, Object> variables = measure().summary(1).variables();

    assertThat(variables)
        .containsEntry("measuredItems", 0L)
        .containsEntry("percentAgreement", null)
        .containsEntry("agreement", null)
        .containsEntry("agreementLow", null)
        .containsEntry("agreementHigh", null)
        .containsEntry("agreementReason", "NO_PAIRABLE_ITEM")
        .containsEntry("goldCount", 0L)
        .containsEntry("goldAccuracy", null)
        .containsEntry("goldAccuracyLow", null)
        .containsEntry("flaggedAnnotators", 0L);
  }

  @Test
  void the_report_counts_annotators_per_rule_of_the_tables() {
    combinations.put(new LabelCombination("billing,billing,billing"), 6L);
    combinations.put(new LabelCombination("billing,billing,refund"), 2L);
    combinations.put(new LabelCombination("billing,other,refund"), 1L);
    gold.put("ada", new GoldScore(20, 19));
    gold.put("bob", new GoldScore(20, 11));
    gold.put("cyd", GoldScore.NONE);

    QualityNumbers numbers = measure().numbers();

    assertThat(numbers.tables().get("gold-flag").countPerRule())
        .isEqualTo(Map.of("within-target", 1L, "pause-and-coach", 1L, "no-gold", 1L));
    assertThat(numbers.tables().get("gold-flag").version()).isEqualTo(7);
  }

  @Test
  void a_class_on_which_people_surely_disagree_asks_for_its_guideline_to_be_revised() {
    combinations.put(new LabelCombination("billing,refund"), 12L);
    combinations.put(new LabelCombination("billing,billing"), 3L);
    combinations.put(new LabelCombination("refund,refund"), 3L);
    combinations.put(new LabelCombination("other,other"), 60L);

    BatchMeasurement measured = measure();
    GuidelineView guideline = measured.numbers().guideline();

    assertThat(measured.summary(1).variables())
        .containsEntry("guidelineVerdict", "revise")
        .containsEntry("unclearClasses", 2L)
        .containsEntry("guidelineRevisions", 0);
    assertThat(guideline.unclearLabels()).containsExactly("billing", "refund");
    assertThat(guideline.unclear()).as("overall, the other class hides it").isFalse();
    GuidelineView.PairView pair = guideline.pairs().get(0);
    assertThat(List.of(pair.first(), pair.second())).containsExactly("billing", "refund");
    assertThat(pair.items()).isEqualTo(12);
    // n = 36, 18 of each, off-diagonal coincidences 24: 1 - 35 * 24 / (2 * 18 * 18).
    assertThat(pair.alpha().value()).isCloseTo(1 - 840.0 / 648, within(1e-12));
  }

  @Test
  void an_annotator_whose_gold_calls_for_a_pause_does_not_set_off_a_revision() {
    combinations.put(new LabelCombination("billing,billing,refund"), 15L);
    combinations.put(new LabelCombination("other,other,refund"), 15L);
    withoutPaused.put(new LabelCombination("billing,billing"), 15L);
    withoutPaused.put(new LabelCombination("other,other"), 15L);
    gold.put("ada", new GoldScore(20, 20));
    gold.put("bob", new GoldScore(20, 8));
    gold.put("cyd", new GoldScore(20, 19));

    BatchMeasurement measured = measure();

    assertThat(measured.summary(1).variables())
        .containsEntry("guidelineVerdict", "clear")
        .containsEntry("flaggedAnnotators", 1L);
    assertThat((double) measured.summary(1).variables().get("agreementHigh")).isLessThan(0.6);
    assertThat(measured.numbers().guideline().setAside()).isEqualTo(1);
  }

  @Test
  void where_half_of_all_would_be_set_aside_it_is_the_guideline_and_nobody_is() {
    combinations.put(new LabelCombination("billing,refund"), 15L);
    combinations.put(new LabelCombination("other,refund"), 15L);
    gold.put("ada", new GoldScore(20, 20));
    gold.put("bob", new GoldScore(20, 8));

    assertThat(measure().numbers().guideline())
        .extracting(GuidelineView::setAside, GuidelineView::verdict)
        .containsExactly(0, "revise");
  }

  @Test
  void what_a_person_decides_about_the_guideline_is_a_new_report_with_the_same_intervals() {
    combinations.put(new LabelCombination("billing,refund"), 15L);
    combinations.put(new LabelCombination("other,other"), 15L);
    BatchMeasurement before = measure();
    history = new GuidelineVerdict.History(0, true);
    BatchMeasurement after = measure();

    assertThat(before.numbers().guideline().verdict()).isEqualTo("revise");
    assertThat(after.numbers().guideline().verdict()).isEqualTo("kept");
    assertThat(after.inputsSha256()).isNotEqualTo(before.inputsSha256());
    assertThat(after.numbers().alpha()).isEqualTo(before.numbers().alpha());
  }

  @Test
  void annotators_appear_under_pseudonyms_only() {
    combinations.put(new LabelCombination("billing,billing"), 6L);
    gold.put("ada", new GoldScore(20, 19));

    QualityNumbers numbers = measure().numbers();

    assertThat(numbers.annotatorScores())
        .extracting(QualityNumbers.AnnotatorScore::annotator)
        .containsExactly("p-ada".toUpperCase(Locale.ROOT));
  }

  @Test
  void the_same_judgements_give_the_same_report_and_others_another_digest() {
    combinations.put(new LabelCombination("billing,billing,billing"), 6L);
    combinations.put(new LabelCombination("billing,billing,refund"), 2L);
    BatchMeasurement first = measure();
    BatchMeasurement again = measure();
    combinations.put(new LabelCombination("billing,billing,refund"), 3L);
    BatchMeasurement other = measure();

    assertThat(again.inputsSha256()).isEqualTo(first.inputsSha256());
    assertThat(again.numbers()).isEqualTo(first.numbers());
    assertThat(other.inputsSha256()).isNotEqualTo(first.inputsSha256());
  }

  @Test
  void a_label_that_the_schema_no_longer_has_is_measured_all_the_same() {
    combinations.put(new LabelCombination("billing,retired"), 2L);
    combinations.put(new LabelCombination("billing,billing"), 2L);

    assertThat(measure().numbers().labels())
        .containsExactly("billing", "refund", "other", "retired");
  }

  @Test
  void how_often_nobody_answered_is_a_share_of_all_judgements_with_its_interval() {
    combinations.put(new LabelCombination("billing,billing,billing"), 9L);
    combinations.put(new LabelCombination("billing,~,~"), 1L);
    abstentions.put("cannot-tell", 2L);

    AbstentionView view = measure().numbers().abstentions().orElseThrow();

    assertThat(view.judgements()).isEqualTo(30);
    assertThat(view.share()).isCloseTo(2 / 30.0, within(1e-12));
    // Wilson 1927 for 2 of 30: 0.0185 to 0.2132.
    assertThat(view.low()).isCloseTo(0.0185, within(0.0001));
    assertThat(view.high()).isCloseTo(0.2132, within(0.0001));
  }

  private BatchMeasurement measure() {
    return BatchMeasurement.of(
        new BatchMeasurement.Facts(
            "support-tickets-1",
            "classification",
            List.of("billing", "refund", "other"),
            1,
            1,
            3,
            3,
            Map.copyOf(combinations),
            annotators -> Map.copyOf(withoutPaused),
            new TreeMap<>(gold),
            arms,
            history,
            annotator -> ("p-" + annotator).toUpperCase(Locale.ROOT),
            new TablesOnDisk(),
            table -> 7,
            annotators ->
                CountedClasses.of(
                    List.of("billing", "refund", "other"),
                    annotators.isEmpty() ? combinations : withoutPaused),
            Optional.empty(),
            abstentions));
  }
}
