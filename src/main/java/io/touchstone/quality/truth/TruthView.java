package io.touchstone.quality.truth;

/**
 * How labels were inferred at a measurement, for its report.
 *
 * @param method majority or dawid-skene
 * @param rule code of the row of truth-method
 * @param version of the method's formulas
 * @param items of the batch that have a truth
 * @param tied of these, without a single most probable label
 * @param labelsPerItem judgements of an item, median; null without judgements
 * @param labelsPerAnnotator judgements of an annotator, gold included, median; likewise
 * @param agreementWithMajority share of items whose label by Dawid-Skene is among those with the
 *     most votes, whichever method holds, 0 to 1; likewise
 * @param iterations of Dawid-Skene
 * @param converged whether its likelihood had come to rest
 */
public record TruthView(
    String method,
    String rule,
    String because,
    String version,
    long items,
    long tied,
    Double labelsPerItem,
    Double labelsPerAnnotator,
    Double agreementWithMajority,
    int iterations,
    boolean converged,
    Gold gold) {

  /**
   * Both methods on gold items that were held out.
   *
   * @param items judged gold items, all annotators' judgements on one together
   * @param majority share that the majority has right, ties as a coin toss; null without items
   * @param dawidSkene share that Dawid-Skene has right; likewise
   * @param onlyMajority items on which the majority alone is right
   * @param onlyDawidSkene items on which Dawid-Skene alone is right
   * @param p two-sided exact McNemar; null without items
   */
  record Gold(
      long items,
      Double majority,
      Double dawidSkene,
      long onlyMajority,
      long onlyDawidSkene,
      Double p) {}
}
