package io.touchstone.quality.truth;

import java.util.Optional;
import java.util.SortedMap;

/**
 * What an item's label most probably is, given all judgements of a measurement.
 *
 * @param label the most probable one; empty where several are equally probable
 * @param posterior its probability, above 0 to 1; the share of votes where the method is majority
 * @param soft probability by label id to six digits, without those below
 * @param method majority or dawid-skene
 * @param version of the method's formulas
 */
public record ItemTruth(
    String itemId,
    Optional<String> label,
    double posterior,
    SortedMap<String, Double> soft,
    String method,
    String version) {}
