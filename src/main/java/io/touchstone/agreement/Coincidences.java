package io.touchstone.agreement;

import java.util.ArrayList;
import java.util.List;

/**
 * Which labels meet on the same item (Krippendorff 2011): each pair of judgements of an item with m
 * judgements counts 1 / (m - 1), in both orders, so that the matrix is symmetric and its sum is the
 * number of pairable judgements.
 *
 * @param labels the label set, order of rows and columns
 */
public record Coincidences(List<String> labels, List<List<Double>> matrix) {

  public static Coincidences of(LabelCounts data) {
    int size = data.labels().size();
    double[][] sums = new double[size][size];
    for (LabelPattern pattern : data.patterns()) {
      if (pattern.pairable()) {
        add(pattern, sums);
      }
    }
    List<List<Double>> rows = new ArrayList<>();
    for (double[] row : sums) {
      List<Double> cells = new ArrayList<>();
      for (double cell : row) {
        cells.add(cell);
      }
      rows.add(List.copyOf(cells));
    }
    return new Coincidences(data.labels(), List.copyOf(rows));
  }

  private static void add(LabelPattern pattern, double[][] sums) {
    double weight = (double) pattern.items() / (pattern.judgements() - 1);
    for (int a = 0; a < pattern.labels().length; a++) {
      for (int b = 0; b < pattern.labels().length; b++) {
        long pairs = (long) pattern.counts()[a] * (pattern.counts()[b] - (a == b ? 1 : 0));
        sums[pattern.labels()[a]][pattern.labels()[b]] += weight * pairs;
      }
    }
  }
}
