package io.touchstone.quality.coaching;

import io.touchstone.quality.gold.GoldView;
import io.touchstone.statistics.Estimate;
import io.touchstone.statistics.ShareDifference;
import java.util.List;

/**
 * How one person worked on a batch, as a measurement stores it.
 *
 * @param judgements current ones on the batch's items
 * @param packages work packages that they came in
 * @param secondsPerItem median active time
 * @param pace median active time against what all people together need for a text of the same
 *     length: 1 is as they, 1.2 is a fifth longer
 * @param agreement share of the others' judgements that say the same, mean over items
 * @param sameAsTruth share of judgements that name the item's inferred label, ties left out
 * @param drift that share in the last third of the judgements less in the first
 * @param gold over all gold items in use of the project, this batch's and earlier ones
 * @param decline whether judgements take longer or shorter as a work package goes on
 * @param byMajority labels given, by the label with the most votes; ties left out
 * @param byDawidSkene labels given, by the label that Dawid-Skene infers: expected numbers
 */
record AnnotatorFigures(
    long judgements,
    long packages,
    Estimate secondsPerItem,
    Estimate pace,
    Estimate agreement,
    Estimate sameAsTruth,
    ShareDifference drift,
    GoldView gold,
    Decline decline,
    List<Confusion> byMajority,
    List<Confusion> byDawidSkene) {

  /**
   * One cell that is not empty.
   *
   * @param truth label id
   * @param given label id
   * @param count judgements, expected ones with two digits
   * @param share of all judgements on items of this truth, with the interval of Wilson
   */
  record Confusion(
      String truth, String given, double count, double share, double low, double high) {}

  /**
   * Change of active time within work packages.
   *
   * @param percentPerTenMinutes of active time; above 0 is slower; null without a package of two or
   *     more judgements
   * @param low lower end of its 95 % interval
   * @param high upper end
   * @param pValue two-sided, against no change
   * @param packages behind it
   * @param judgements behind it
   */
  record Decline(
      Double percentPerTenMinutes,
      Double low,
      Double high,
      Double pValue,
      int packages,
      long judgements) {

    static final Decline NONE = new Decline(null, null, null, null, 0, 0);
  }
}
