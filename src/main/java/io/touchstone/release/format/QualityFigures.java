package io.touchstone.release.format;

import java.util.Optional;

/**
 * Quality numbers of one batch, as far as they are known.
 *
 * @param percentAgreement share of agreeing pairs of judgements, 0 to 1
 * @param alpha Krippendorff's alpha, at most 1
 * @param alphaLow lower end of its 95 % interval
 * @param alphaHigh upper end
 * @param alphaReason why there is no alpha
 * @param adjudicated items that an adjudicator decided
 * @param goldCount judgements on gold items
 * @param goldAccuracy share of them that gave the gold answer, 0 to 1
 */
public record QualityFigures(
    Optional<Double> percentAgreement,
    Optional<Double> alpha,
    Optional<Double> alphaLow,
    Optional<Double> alphaHigh,
    Optional<String> alphaReason,
    Optional<Long> adjudicated,
    Optional<Long> goldCount,
    Optional<Double> goldAccuracy) {

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
        goldAccuracy);
  }
}
