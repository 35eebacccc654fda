package io.touchstone.quality.acceptance;

import io.touchstone.quality.round.LabelCause;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a blind sample accepts what votes alone have settled, as the table batch-acceptance
 * answers.
 *
 * @param inspectedItems items of the sample that a reviewer has decided
 * @param wrongItems of these, items to which the reviewer gave another answer than the votes
 * @param limitingQuality share of wrong items with which a batch still passes one time in ten, 0 to
 *     1; empty where there is no plan or the sample is the whole lot
 * @param limitingItems the same as a number of items of exactly this lot
 * @param verdict accept, reject or incomplete
 * @param rule stable code of the row
 */
public record BatchAcceptance(
    AcceptancePlan plan,
    int inspectedItems,
    int wrongItems,
    Optional<Double> limitingQuality,
    Optional<Integer> limitingItems,
    String verdict,
    String rule,
    String because) {

  static final String ACCEPT = "accept";
  static final String REJECT = "reject";
  static final String INCOMPLETE = "incomplete";

  /** Why more labels are wanted; empty unless the sample was rejected. */
  public Optional<LabelCause> wantsLabels() {
    return verdict.equals(REJECT) ? Optional.of(LabelCause.REJECTION) : Optional.empty();
  }

  /** Process variables: null is what has no value. */
  public Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>();
    variables.put("acceptanceVerdict", verdict);
    variables.put("acceptanceRule", rule);
    variables.put("acceptedByVotes", plan.lotSize());
    variables.put("sampleSize", plan.sampleSize());
    variables.put("acceptanceNumber", plan.acceptanceNumber());
    variables.put("inspectedItems", inspectedItems);
    variables.put("wrongItems", wrongItems);
    variables.put("limitingQuality", limitingQuality.orElse(null));
    return variables;
  }
}
