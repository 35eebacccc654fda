package io.touchstone.calculator;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.NominalAgreement;
import io.touchstone.agreement.NominalJudgements;
import io.touchstone.agreement.OwnWeights;
import io.touchstone.agreement.report.CoefficientView;
import io.touchstone.agreement.report.LabelView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One label out of a set without order. */
final class NominalTally implements Tally {

  /** Whole numbers up to here are exact as floating-point numbers. */
  private static final double WHOLE = 1L << 53;

  /** Of a table of annotators or labels by labels: shares, credits and what the answer shows. */
  static final long BYTES_PER_SHARE = 48;

  private final LabelSet labels;
  private final NominalJudgements judgements;
  private final Optional<double[][]> weights;

  /**
   * @param weights of pairs of categories, in their order
   */
  NominalTally(List<String> categories, Optional<double[][]> weights) {
    this.weights = weights;
    labels = new LabelSet(categories);
    judgements = new NominalJudgements(categories);
  }

  @Override
  public void add(String item, String annotator, JsonNode label) {
    judgements.add(item, annotator, labels.known(single(label)));
  }

  /** A label that is a word or a number; the same number is the same label however written. */
  static String single(JsonNode label) {
    if (!label.isValueNode()) {
      throw new IllegalArgumentException(
          "A label of this type is one word or number, not a list or an object.");
    }
    if (label.isNumber() && !label.isIntegralNumber()) {
      return written(label.doubleValue());
    }
    if (label.asText().isBlank()) {
      throw new IllegalArgumentException("A label is empty: leave out what nobody judged.");
    }
    return label.asText();
  }

  private static String written(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(
          "A label is no finite number. Leave out what nobody judged.");
    }
    return number == Math.rint(number) && Math.abs(number) < WHOLE
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  @Override
  public long bytesToAnswer(int annotators) {
    return (long) labels.size() * (annotators + labels.size()) * BYTES_PER_SHARE;
  }

  @Override
  public AgreementAnswer answer(Bootstrap bootstrap) {
    NominalAgreement agreement = NominalAgreement.of(judgements, bootstrap);
    return new AgreementAnswer(
        NominalAgreement.METRIC_VERSION,
        agreement.items(),
        agreement.judgements(),
        agreement.annotators(),
        Stream.concat(
                agreement.coefficients().stream(),
                weights.stream().flatMap(matrix -> OwnWeights.of(judgements, matrix).stream()))
            .map(CoefficientView::of)
            .toList(),
        agreement.coincidences(),
        agreement.perLabel().stream().map(LabelView::of).toList(),
        List.of());
  }
}
