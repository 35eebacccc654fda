package io.touchstone.calculator;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.report.CoefficientView;
import io.touchstone.agreement.text.TextAgreement;
import java.util.List;

/** Free text. */
final class TextTally implements Tally {

  private final TextAgreement.Builder texts = new TextAgreement.Builder();

  @Override
  public void add(String item, String annotator, JsonNode label) {
    if (!label.isTextual()) {
      throw new IllegalArgumentException("A label of this type is a text, which may be empty.");
    }
    texts.add(item, annotator, label.textValue());
  }

  @Override
  public AgreementAnswer answer(Bootstrap bootstrap) {
    TextAgreement agreement = texts.build(bootstrap);
    return new AgreementAnswer(
        TextAgreement.METRIC_VERSION,
        agreement.items(),
        agreement.judgements(),
        agreement.annotators(),
        agreement.coefficients().stream().map(CoefficientView::of).toList(),
        AgreementAnswer.NO_CONFUSION,
        List.of(),
        List.of());
  }
}
