package io.touchstone.quality.verdict;

import io.touchstone.statistics.WilsonInterval;

/**
 * What the random audit of a batch says in figures; share and its 95 % interval (Wilson 1927) are
 * null while nobody has looked at an item.
 *
 * @param accepted items that votes alone have decided
 * @param drawn of these, drawn by lot to be looked at again
 * @param audited of these, looked at
 * @param wrong of these, those that got another answer
 * @param share wrong of audited, 0 to 1
 */
public record AuditView(
    long accepted, long drawn, long audited, long wrong, Double share, Double low, Double high) {

  static AuditView of(AuditCount count) {
    if (count.audited() == 0) {
      return new AuditView(count.accepted(), count.drawn(), 0, 0, null, null, null);
    }
    WilsonInterval interval =
        WilsonInterval.of(count.wrong(), count.audited(), WilsonInterval.Z_95);
    return new AuditView(
        count.accepted(),
        count.drawn(),
        count.audited(),
        count.wrong(),
        (double) count.wrong() / count.audited(),
        interval.low(),
        interval.high());
  }
}
