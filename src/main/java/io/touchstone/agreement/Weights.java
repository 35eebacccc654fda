package io.touchstone.agreement;

/**
 * How far two labels that differ still agree: 1 for the same label, 0 for the two farthest apart,
 * symmetric.
 *
 * @param suffix what the name of a coefficient with these weights ends with
 * @param matrix by positions in the label set
 */
public record Weights(String suffix, double[][] matrix) {

  private interface Nearness {
    double of(int first, int second);
  }

  /** Labels agree or they do not. */
  static Weights identity(int labels) {
    return filled("", labels, (k, l) -> 0);
  }

  /** Falls with the distance of the scores (Cicchetti and Allison 1971). */
  public static Weights linear(double[] scores) {
    double range = range(scores);
    return filled("Linear", scores.length, (k, l) -> 1 - Math.abs(scores[k] - scores[l]) / range);
  }

  /** Falls with the square of the distance of the scores (Fleiss and Cohen 1973). */
  public static Weights quadratic(double[] scores) {
    double range = range(scores);
    return filled(
        "Quadratic",
        scores.length,
        (k, l) -> {
          double distance = (scores[k] - scores[l]) / range;
          return 1 - distance * distance;
        });
  }

  /**
   * Falls with the number of pairs of labels between the two and themselves; looks at the order
   * alone (Gwet 2014, "Handbook of Inter-Rater Reliability", chapter 3).
   */
  public static Weights ordinal(int labels) {
    double most = pairs(labels);
    return filled("Ordinal", labels, (k, l) -> 1 - pairs(Math.abs(k - l) + 1) / most);
  }

  /**
   * Weights that somebody chose.
   *
   * @param matrix by positions in the label set, symmetric, from 0 to 1, with 1 from each label to
   *     itself
   */
  static Weights own(double[][] matrix) {
    return new Weights("Own", matrix);
  }

  /** Sum of all weights. */
  double total() {
    double sum = 0;
    for (double[] row : matrix) {
      for (double weight : row) {
        sum += weight;
      }
    }
    return sum;
  }

  /** For each label, the weights against all labels times the shares of these. */
  double[] times(double[] shares) {
    double[] products = new double[shares.length];
    for (int k = 0; k < shares.length; k++) {
      for (int l = 0; l < shares.length; l++) {
        products[k] += matrix[k][l] * shares[l];
      }
    }
    return products;
  }

  /** Mean weight of an item's pairs of judgements; 0 for a single judgement. */
  double agreement(LabelPattern pattern) {
    if (!pattern.pairable()) {
      return 0;
    }
    double sum = 0;
    for (int a = 0; a < pattern.labels().length; a++) {
      for (int b = 0; b < pattern.labels().length; b++) {
        long pairs = (long) pattern.counts()[a] * (pattern.counts()[b] - (a == b ? 1 : 0));
        sum += pairs * matrix[pattern.labels()[a]][pattern.labels()[b]];
      }
    }
    return sum / (2.0 * pattern.pairs());
  }

  private static Weights filled(String suffix, int labels, Nearness nearness) {
    double[][] matrix = new double[labels][labels];
    for (int k = 0; k < labels; k++) {
      for (int l = 0; l < labels; l++) {
        matrix[k][l] = k == l ? 1 : nearness.of(k, l);
      }
    }
    return new Weights(suffix, matrix);
  }

  private static double range(double[] scores) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      least = Math.min(least, score);
      most = Math.max(most, score);
    }
    return most - least;
  }

  private static double pairs(int of) {
    return of * (of - 1) / 2.0;
  }
}
