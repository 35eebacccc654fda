package io.touchstone.statistics;

import java.util.List;

/**
 * The difference of two shares within strata, pooled over them: what showing suggestions does to
 * people when everybody is compared with themselves alone. Where few people make up a batch, or
 * chance gave one of them more hidden suggestions than another, it says more than the plain
 * difference.
 *
 * @param strata that count, those with observations on both sides
 * @param difference first share less the second, -1 to 1; null without such strata
 * @param low lower end of the 95 % interval
 * @param high upper end
 * @param reason empty where the difference is defined
 */
public record StratifiedDifference(
    int strata, Double difference, Double low, Double high, String reason) {

  /** What reports hold that were made before strata were looked at. */
  public static final StratifiedDifference NOT_MEASURED =
      new StratifiedDifference(0, null, null, null, "NOT_MEASURED");

  /**
   * One stratum: observations and, of these, those of the kind that is counted.
   *
   * @param same at most count
   * @param otherSame at most otherCount
   */
  public record Stratum(long same, long count, long otherSame, long otherCount) {

    private boolean comparable() {
      return count > 0 && otherCount > 0;
    }

    private double all() {
      return (double) count + otherCount;
    }

    private double weight() {
      return count * (double) otherCount / all();
    }

    private double weightedDifference() {
      return ((double) same * otherCount - (double) otherSame * count) / all();
    }

    private double p() {
      double n1 = count;
      double n2 = otherCount;
      return (n1 * n1 * otherSame - n2 * n2 * same + n1 * n2 * (n2 - n1) / 2) / (all() * all());
    }

    private double q() {
      return ((double) same * (otherCount - otherSame) + (double) otherSame * (count - same))
          / (2 * all());
    }
  }

  /**
   * The common difference of Mantel and Haenszel (1959) with the variance of Sato (1989, "On the
   * variance estimator for the Mantel-Haenszel risk difference", Biometrics 45), which holds both
   * for few large and for many small strata.
   */
  public static StratifiedDifference of(List<Stratum> all) {
    List<Stratum> strata = all.stream().filter(Stratum::comparable).toList();
    if (strata.isEmpty()) {
      return new StratifiedDifference(0, null, null, null, "NO_COMPARABLE_STRATUM");
    }
    double weight = strata.stream().mapToDouble(Stratum::weight).sum();
    double difference = strata.stream().mapToDouble(Stratum::weightedDifference).sum() / weight;
    double p = strata.stream().mapToDouble(Stratum::p).sum();
    double q = strata.stream().mapToDouble(Stratum::q).sum();
    double error = Math.sqrt(Math.max(0, difference * p + q)) / weight;
    return new StratifiedDifference(
        strata.size(),
        difference,
        Math.max(-1, difference - WilsonInterval.Z_95 * error),
        Math.min(1, difference + WilsonInterval.Z_95 * error),
        "");
  }
}
