package io.touchstone.agreement;

/**
 * A coefficient of agreement: a number with its 95 % interval, or the reason why there is none. An
 * undefined coefficient is never 0 or 1, since both would be read as a finding.
 */
public sealed interface Coefficient {

  /** Name in every interface and report, "alphaNominal". */
  String name();

  /** Items with two or more judgements. */
  long items();

  /** Unordered pairs of judgements on the same item. */
  long pairs();

  /**
   * A number that means something.
   *
   * @param value 1 is full agreement, 0 is chance (except for percent agreement), below is worse
   * @param ciLow lower end of the 95 % interval
   * @param ciHigh upper end, at most 1
   * @param method how the interval was made, with rounds and seed where chance had a part
   * @param annotators distinct annotators whose judgements went in
   */
  record Defined(
      String name,
      double value,
      double ciLow,
      double ciHigh,
      String method,
      long items,
      long pairs,
      int annotators)
      implements Coefficient {}

  /** No number, and why. */
  record Undefined(String name, Reason reason, long items, long pairs) implements Coefficient {}

  /** Why a coefficient has no value. */
  enum Reason {
    /** There is no judgement at all. */
    NO_ITEMS,
    /** No item has two judgements. */
    NO_PAIRABLE_ITEM,
    /** All judgements that can be compared name one label: chance agreement is certain. */
    NO_VARIATION,
    /** On the items that can be compared nobody marked a span that counts. */
    NO_SPANS,
    /** The coefficient is not made for this many annotators. */
    NOT_APPLICABLE
  }
}
