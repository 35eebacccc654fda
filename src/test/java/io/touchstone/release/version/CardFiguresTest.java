package io.touchstone.release.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.release.format.QualityFigures;
import io.touchstone.release.format.TruthFigures;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardFiguresTest {

  @Test
  void a_full_report_is_read() {
    QualityFigures figures =
        CardFigures.read(
            Optional.of(
                """
                {"percentAgreement": 0.91,
                 "alpha": {"value": 0.8, "ciLow": 0.7, "ciHigh": 0.9, "reason": null},
                 "gold": {"count": 40, "accuracy": 0.95, "low": 0.9, "high": 1},
                 "adjudicatedItems": 12, "more": []}
                """));

    assertThat(figures)
        .isEqualTo(
            new QualityFigures(
                Optional.of(0.91),
                Optional.of(0.8),
                Optional.of(0.7),
                Optional.of(0.9),
                Optional.empty(),
                Optional.of(12L),
                Optional.of(40L),
                Optional.of(0.95)));
  }

  @Test
  void how_soft_labels_came_about_is_read_where_the_report_says_it() {
    QualityFigures figures =
        CardFigures.read(
            Optional.of(
                """
                {"truth": {"method": "dawid-skene", "because": "Enough judgements.",
                 "agreementWithMajority": 0.97,
                 "gold": {"items": 40, "majority": 0.9, "dawidSkene": 0.95, "p": 0.5}}}
                """));

    assertThat(figures.truth())
        .contains(
            new TruthFigures(
                "dawid-skene",
                "Enough judgements.",
                Optional.of(0.97),
                Optional.of(40L),
                Optional.of(0.9),
                Optional.of(0.95)));
  }

  @Test
  void an_undefined_coefficient_brings_its_reason() {
    QualityFigures figures =
        CardFigures.read(Optional.of("{\"alpha\": {\"value\": null, \"reason\": \"one label\"}}"));

    assertThat(figures.alpha()).isEmpty();
    assertThat(figures.alphaReason()).contains("one label");
  }

  @Test
  void no_report_and_a_report_of_another_shape_are_not_known() {
    QualityFigures nothing = CardFigures.read(Optional.empty());

    assertThat(nothing.alpha()).isEmpty();
    assertThat(CardFigures.read(Optional.of("{\"alpha\": 3, \"gold\": \"x\"}"))).isEqualTo(nothing);
  }

  @Test
  void an_agreement_given_as_a_coefficient_is_read_too() {
    assertThat(
            CardFigures.read(Optional.of("{\"percentAgreement\": {\"value\": 0.5}}"))
                .percentAgreement())
        .contains(0.5);
  }
}
