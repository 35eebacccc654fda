package io.touchstone.release.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * Quality numbers of one batch, as far as they are known.
 *
 * @param percentAgreement share of agreeing pairs of judgements, for spans of items on which all
 *     are equal, 0 to 1
 * @param alpha the coefficient that the gate decided on, at most 1: Krippendorff's alpha, for spans
 *     exact F1
 * @param alphaLow lower end of its 95 % interval
 * @param alphaHigh upper end
 * @param alphaReason why there is no alpha
 * @param adjudicated items that an adjudicator decided
 * @param goldCount judgements on gold items
 * @param goldAccuracy share of them that gave the gold answer, 0 to 1
 * @param metric name of the coefficient, where the report says it
 * @param truth how soft labels were inferred, where they were
 * @param questions the figures of each question, where there are several; the others are those of
 *     the worst one then
 */
public record QualityFigures(
    Optional<Double> percentAgreement,
    Optional<Double> alpha,
    Optional<Double> alphaLow,
    Optional<Double> alphaHigh,
    Optional<String> alphaReason,
    Optional<Long> adjudicated,
    Optional<Long> goldCount,
    Optional<Double> goldAccuracy,
    Optional<String> metric,
    Optional<TruthFigures> truth,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OfQuestion> questions) {

  /** The figures of one question, which the sentence {@code ask} puts. */
  public record OfQuestion(String ask, QualityFigures figures) {}

  /** Figures kept from before there were soft labels, or several questions, lack them. */
  public QualityFigures {
    truth = truth == null ? Optional.empty() : truth;
    questions = questions == null ? List.of() : List.copyOf(questions);
  }

  /** Figures of a report that does not name its coefficient. */
  public QualityFigures(
      Optional<Double> percentAgreement,
      Optional<Double> alpha,
      Optional<Double> alphaLow,
      Optional<Double> alphaHigh,
      Optional<String> alphaReason,
      Optional<Long> adjudicated,
      Optional<Long> goldCount,
      Optional<Double> goldAccuracy) {
    this(
        percentAgreement,
        alpha,
        alphaLow,
        alphaHigh,
        alphaReason,
        adjudicated,
        goldCount,
        goldAccuracy,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The figures with the number of adjudicated items as the verdicts have it. */
  public QualityFigures withAdjudicated(long items) {
    return new QualityFigures(
        percentAgreement,
        alpha,
        alphaLow,
        alphaHigh,
        alphaReason,
        Optional.of(items),
        goldCount,
        goldAccuracy,
        metric,
        truth,
        questions);
  }

  /** Which coefficient beyond chance it is, as people call it. */
  public String coefficient() {
    String name = metric.orElse("alphaNominal");
    return switch (name) {
      case "alphaNominal" -> "Krippendorff's alpha";
      case "alphaOrdinal" -> "Krippendorff's alpha, ordinal";
      case "alphaMasi" -> "Krippendorff's alpha, sets";
      case "fleissKappa" -> "Fleiss' kappa";
      case "spanF1Exact" -> "exact span F1";
      case "cohenKappa" -> "Cohen's kappa";
      case "gwetAC1" -> "Gwet's AC1";
      default -> name;
    };
  }
}
