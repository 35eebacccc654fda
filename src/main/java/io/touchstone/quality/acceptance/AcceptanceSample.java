package io.touchstone.quality.acceptance;

/** Knows how many items the acceptance of a batch must see. */
public interface AcceptanceSample {

  /**
   * Size of the sample.
   *
   * @param accepted items that votes alone have decided: the lot
   * @return 0 or more
   */
  long size(String batchId, long accepted);
}
