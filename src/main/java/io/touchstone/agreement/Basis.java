package io.touchstone.agreement;

import io.touchstone.agreement.Coefficient.Reason;
import java.util.Optional;

/**
 * What a coefficient is made from.
 *
 * @param items with at least one judgement
 * @param pairableItems with two or more
 * @param pairs unordered pairs of judgements on the same item
 * @param annotators distinct annotators behind the judgements
 */
public record Basis(long items, long pairableItems, long pairs, int annotators) {

  public static Basis of(LabelCounts data) {
    return new Basis(data.items(), data.pairableItems(), data.pairs(), data.annotators());
  }

  /** Why nothing can be compared, if so. */
  public Optional<Coefficient> unpairable(String name) {
    if (items == 0) {
      return Optional.of(undefined(name, Reason.NO_ITEMS));
    }
    return pairs == 0 ? Optional.of(undefined(name, Reason.NO_PAIRABLE_ITEM)) : Optional.empty();
  }

  public Coefficient undefined(String name, Reason reason) {
    return new Coefficient.Undefined(name, reason, pairableItems, pairs);
  }

  Coefficient defined(String name, double value, double low, double high, String method) {
    return new Coefficient.Defined(
        name, value, low, high, method, pairableItems, pairs, annotators);
  }
}
