package io.touchstone.agreement.scale;

import java.util.Arrays;

/**
 * Distances of ratios without holding every value against every other. With s and t the logarithms
 * of two values, ((c - k) / (c + k))^2 = tanh^2((s - t) / 2), a function so smooth that within a
 * cell of the logarithmic scale its values at few nodes tell all others: values put their counts on
 * the nodes of their cell (Chebyshev's, by barycentric weights, Berrut and Trefethen 2004), and the
 * nodes are held against each other. The nearest pole lies pi away, so that with cells of {@value
 * #WIDTH} and {@value #NODES} nodes the error is below 1e-13 of the sum. A cell with fewer values
 * has the values for nodes and is exact.
 */
final class RatioGrid {

  private static final double WIDTH = 0.25;
  private static final int NODES = 10;

  private final double[] values;

  /** Per value, where its nodes begin, how many they are, and what it puts on each. */
  private final int[] firstNode;

  private final double[][] shares;

  /** Per node, the logarithm at the start of its cell, and how far behind it the node lies. */
  private double[] starts = new double[64];

  private double[] behind = new double[64];
  private int nodes;

  /** Half of a symmetric matrix; zero for a node and itself. */
  private final double[][] distances;

  /**
   * @param values above 0, ascending, all different
   */
  RatioGrid(double[] values) {
    this.values = values;
    firstNode = new int[values.length];
    shares = new double[values.length][];
    int from = 0;
    for (int to = 1; to <= values.length; to++) {
      if (to == values.length || logarithm(from, to) > WIDTH) {
        fill(from, to);
        from = to;
      }
    }
    distances = new double[nodes][];
    for (int a = 0; a < nodes; a++) {
      distances[a] = new double[a];
      for (int b = 0; b < a; b++) {
        double tanh = Math.tanh((starts[a] - starts[b] + (behind[a] - behind[b])) / 2);
        distances[a][b] = tanh * tanh;
      }
    }
  }

  int nodes() {
    return nodes;
  }

  /** The first node that the value at this place puts its count on. */
  int firstNode(int place) {
    return firstNode[place];
  }

  /** Nodes that the value at this place puts its count on. */
  int reach(int place) {
    return shares[place].length;
  }

  /** Puts so many judgements of the value at this place on the nodes. */
  void put(int place, double count, double[] onNodes) {
    double[] ofPlace = shares[place];
    for (int node = 0; node < ofPlace.length; node++) {
      onNodes[firstNode[place] + node] += count * ofPlace[node];
    }
  }

  /** The distances of all unordered pairs of judgements that were put on the nodes. */
  double sum(double[] onNodes) {
    double sum = 0;
    for (int a = 0; a < nodes; a++) {
      if (onNodes[a] != 0) {
        double[] row = distances[a];
        double ofNode = 0;
        for (int b = 0; b < a; b++) {
          ofNode += row[b] * onNodes[b];
        }
        sum += onNodes[a] * ofNode;
      }
    }
    return sum;
  }

  /** How far the logarithm of one value lies behind that of another, exact for close ones. */
  private double logarithm(int from, int at) {
    return Math.log1p((values[at] - values[from]) / values[from]);
  }

  /** One cell with the values from the first place to before the last. */
  private void fill(int from, int to) {
    boolean few = to - from <= NODES;
    int first = nodes;
    double half = logarithm(from, to - 1) / 2;
    for (int node = 0; node < (few ? to - from : NODES); node++) {
      append(
          Math.log(values[from]),
          few ? logarithm(from, from + node) : half + half * Math.cos(angle(node)));
    }
    for (int at = from; at < to; at++) {
      firstNode[at] = few ? first + at - from : first;
      shares[at] = few ? new double[] {1} : onChebyshev(first, logarithm(from, at));
    }
  }

  private static double angle(int node) {
    return (2 * node + 1) * Math.PI / (2 * NODES);
  }

  private double[] onChebyshev(int first, double place) {
    double[] weights = new double[NODES];
    double sum = 0;
    for (int node = 0; node < NODES; node++) {
      double distance = place - behind[first + node];
      if (distance == 0) {
        Arrays.fill(weights, 0);
        weights[node] = 1;
        return weights;
      }
      weights[node] = (node % 2 == 0 ? 1 : -1) * Math.sin(angle(node)) / distance;
      sum += weights[node];
    }
    for (int node = 0; node < NODES; node++) {
      weights[node] /= sum;
    }
    return weights;
  }

  private void append(double start, double distance) {
    if (nodes == starts.length) {
      starts = Arrays.copyOf(starts, 2 * nodes);
      behind = Arrays.copyOf(behind, 2 * nodes);
    }
    starts[nodes] = start;
    behind[nodes++] = distance;
  }
}
