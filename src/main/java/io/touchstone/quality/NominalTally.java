package io.touchstone.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.quality.agreement.Bootstrap;
import io.touchstone.quality.agreement.NominalAgreement;
import io.touchstone.quality.agreement.NominalJudgements;
import java.util.List;

/** One label out of a set without order. */
final class NominalTally implements Tally {

  private final NominalJudgements judgements;

  NominalTally(List<String> categories) {
    judgements = new NominalJudgements(categories);
  }

  @Override
  public void add(String item, String annotator, JsonNode label) {
    judgements.add(item, annotator, single(label));
  }

  /** A label that is a word or a number. */
  static String single(JsonNode label) {
    if (!label.isValueNode()) {
      throw new IllegalArgumentException(
          "A label of this type is one word or number, not a list or an object.");
    }
    return label.asText();
  }

  @Override
  public AgreementAnswer answer(Bootstrap bootstrap) {
    requireFew(judgements);
    NominalAgreement agreement = NominalAgreement.of(judgements, bootstrap);
    return new AgreementAnswer(
        NominalAgreement.METRIC_VERSION,
        agreement.items(),
        agreement.judgements(),
        agreement.annotators(),
        agreement.coefficients().stream().map(CoefficientView::of).toList(),
        agreement.coincidences(),
        agreement.perLabel().stream().map(LabelView::of).toList(),
        List.of());
  }

  private static void requireFew(NominalJudgements judgements) {
    if (judgements.occurring().size() > AgreementTask.MOST_CATEGORIES) {
      throw new IllegalArgumentException(
          "More than 1,000 different labels occur. For free text ask for the type text, for numbers"
              + " for the type interval.");
    }
  }
}
