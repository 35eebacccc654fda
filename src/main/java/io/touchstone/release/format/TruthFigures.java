package io.touchstone.release.format;

import java.util.Optional;

/**
 * How a batch's soft labels were inferred.
 *
 * @param method "majority" or "dawid-skene"
 * @param because why this one, a sentence
 * @param agreementWithMajority share of items on which Dawid-Skene names a label with the most
 *     votes
 * @param goldItems items with a known answer that both methods were tried on
 * @param goldMajority share of them that the majority had right
 * @param goldDawidSkene share of them that Dawid-Skene had right, without being told
 */
public record TruthFigures(
    String method,
    String because,
    Optional<Double> agreementWithMajority,
    Optional<Long> goldItems,
    Optional<Double> goldMajority,
    Optional<Double> goldDawidSkene) {}
