package io.touchstone.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.agreement.Coefficient.Defined;
import io.touchstone.agreement.Coefficient.Reason;
import io.touchstone.agreement.Coefficient.Undefined;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What libraries answer with 0, 1, NaN or an exception is a reason here. */
class UndefinedCoefficientTest {

  private static final List<String> ALL =
      List.of(
          "percentAgreement",
          "alphaNominal",
          "fleissKappa",
          "gwetAC1",
          "brennanPrediger",
          "cohenKappa");

  @Test
  void without_judgements_every_coefficient_says_no_items() {
    NominalAgreement agreement = agreement(new NominalJudgements(List.of("a", "b")));

    assertThat(ALL).allSatisfy(name -> assertReason(agreement.coefficient(name), Reason.NO_ITEMS));
    assertThat(agreement.perLabel()).isEmpty();
  }

  @Test
  void without_an_item_judged_twice_every_coefficient_says_no_pairable_item() {
    NominalAgreement agreement = agreement(Published.rows(List.of(), "a b . .", ". . a b"));

    assertThat(ALL)
        .allSatisfy(name -> assertReason(agreement.coefficient(name), Reason.NO_PAIRABLE_ITEM));
  }

  @Test
  void one_label_and_none_else_declared_leaves_only_percent_agreement() {
    NominalAgreement agreement = agreement(Published.rows(List.of(), "a a a", "a a a"));

    assertValue(agreement.coefficient("percentAgreement"), 1);
    assertThat(ALL.subList(1, ALL.size()))
        .allSatisfy(name -> assertReason(agreement.coefficient(name), Reason.NO_VARIATION));
  }

  @Test
  void one_label_used_of_two_declared_leaves_percent_agreement_ac1_and_brennan_prediger() {
    NominalAgreement agreement = agreement(Published.rows(List.of("a", "b"), "a a a", "a a a"));

    assertValue(agreement.coefficient("percentAgreement"), 1);
    assertValue(agreement.coefficient("gwetAC1"), 1);
    assertValue(agreement.coefficient("brennanPrediger"), 1);
    assertReason(agreement.coefficient("alphaNominal"), Reason.NO_VARIATION);
    assertReason(agreement.coefficient("fleissKappa"), Reason.NO_VARIATION);
    assertReason(agreement.coefficient("cohenKappa"), Reason.NO_VARIATION);
  }

  @Test
  void a_differing_item_with_a_single_judgement_is_no_variation() {
    NominalAgreement agreement = agreement(Published.rows(List.of("a", "b"), "a a b", "a a ."));

    assertReason(agreement.coefficient("fleissKappa"), Reason.NO_VARIATION);
    assertReason(agreement.coefficient("alphaNominal"), Reason.NO_VARIATION);
    assertReason(agreement.coefficient("cohenKappa"), Reason.NO_VARIATION);
  }

  @Test
  void cohens_kappa_of_three_annotators_is_not_applicable() {
    NominalAgreement agreement = agreement(Published.rows(List.of(), "a b", "a b", "b b"));

    assertReason(agreement.coefficient("cohenKappa"), Reason.NOT_APPLICABLE);
  }

  @Test
  void items_without_judgements_change_nothing() {
    LabelCounts with =
        LabelCounts.builder(List.of("a", "b"), 2)
            .add(List.of(), 100)
            .add(List.of("a", "b"), 3)
            .add(List.of("a", "a"), 5)
            .build();
    LabelCounts without =
        LabelCounts.builder(List.of("a", "b"), 2)
            .add(List.of("a", "b"), 3)
            .add(List.of("a", "a"), 5)
            .build();

    assertThat(NominalAgreement.of(with, Bootstrap.seeded(1)))
        .isEqualTo(NominalAgreement.of(without, Bootstrap.seeded(1)));
  }

  @Test
  void a_single_item_has_the_widest_interval_there_is() {
    NominalAgreement agreement = agreement(Published.rows(List.of(), "a", "a", "b"));

    Defined alpha = (Defined) agreement.coefficient("alphaNominal");
    Defined percent = (Defined) agreement.coefficient("percentAgreement");
    assertThat(List.of(alpha.ciLow(), alpha.ciHigh())).containsExactly(-1.0, 1.0);
    assertThat(List.of(percent.ciLow(), percent.ciHigh())).containsExactly(0.0, 1.0);
  }

  @Test
  void an_unused_declared_label_has_no_agreement_of_its_own() {
    NominalAgreement agreement =
        agreement(Published.rows(List.of("a", "b", "unused"), "a b a", "a b b"));

    assertReason(agreement.perLabel().get(2).alpha(), Reason.NO_VARIATION);
    assertThat(agreement.perLabel().get(2).judgements()).isZero();
  }

  @Test
  void a_label_outside_the_declared_set_is_refused() {
    NominalJudgements judgements = new NominalJudgements(List.of("a", "b"));

    assertThatThrownBy(() -> judgements.add("item", "annotator", "c"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_second_judgement_of_the_same_annotator_on_an_item_is_refused() {
    NominalJudgements judgements = new NominalJudgements(List.of()).add("item", "annotator", "a");

    assertThatThrownBy(() -> judgements.add("item", "annotator", "b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static NominalAgreement agreement(NominalJudgements judgements) {
    return NominalAgreement.of(judgements, Bootstrap.seeded(1));
  }

  private static void assertReason(Coefficient coefficient, Reason reason) {
    assertThat(coefficient).isInstanceOf(Undefined.class);
    assertThat(((Undefined) coefficient).reason()).isEqualTo(reason);
  }

  private static void assertValue(Coefficient coefficient, double value) {
    assertThat(coefficient).isInstanceOf(Defined.class);
    assertThat(((Defined) coefficient).value()).isEqualTo(value);
  }
}
