package io.touchstone.statistics;

/**
 * Two shares and their difference in a report. Without observations on a side the difference and
 * its 95 % interval are null, and reason says which side is empty.
 *
 * @param same of the first group
 * @param count of the first group
 * @param otherSame of the second group
 * @param otherCount of the second group
 * @param difference first share less the second, -1 to 1
 * @param reason empty where the difference is defined
 */
public record ShareDifference(
    long same,
    long count,
    long otherSame,
    long otherCount,
    Double difference,
    Double low,
    Double high,
    String reason) {

  /**
   * @param emptyFirst reason code for a first group without observations
   * @param emptyOther reason code for a second group without observations
   */
  public static ShareDifference of(
      long same,
      long count,
      String emptyFirst,
      long otherSame,
      long otherCount,
      String emptyOther) {
    if (count == 0 || otherCount == 0) {
      String reason = count == 0 ? emptyFirst : emptyOther;
      return new ShareDifference(same, count, otherSame, otherCount, null, null, null, reason);
    }
    NewcombeInterval interval =
        NewcombeInterval.of(same, count, otherSame, otherCount, WilsonInterval.Z_95);
    return new ShareDifference(
        same,
        count,
        otherSame,
        otherCount,
        (double) same / count - (double) otherSame / otherCount,
        interval.low(),
        interval.high(),
        "");
  }
}
