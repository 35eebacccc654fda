package io.touchstone.statistics;

/**
 * Exact test for two methods that answer the same items (McNemar 1947, "Note on the sampling error
 * of the difference between correlated proportions", Psychometrika 12; exact by the binomial
 * distribution): if they were equally good, each item on which one alone is right would be a coin
 * toss.
 */
public final class McNemar {

  private McNemar() {}

  /**
   * The two-sided p value, 0 to 1: twice the smaller tail, 1 where neither is ahead.
   *
   * @param onlyFirst items on which only the first method is right, at least 0
   * @param onlySecond likewise for the second
   */
  public static double exact(int onlyFirst, int onlySecond) {
    int n = onlyFirst + onlySecond;
    int smaller = Math.min(onlyFirst, onlySecond);
    double logTerm = -n * Math.log(2);
    double tail = 0;
    for (int k = 0; k <= smaller; k++) {
      tail += Math.exp(logTerm);
      logTerm += Math.log(n - k) - Math.log(k + 1);
    }
    return Math.min(1, 2 * tail);
  }
}
