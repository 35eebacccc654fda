package io.touchstone.agreement;

import java.util.SplittableRandom;

/**
 * Draws a number from 0 on with given weights, in the same time however many there are (Walker
 * 1977, "An efficient method for generating discrete random variables with general distributions",
 * filled as by Vose 1991).
 */
final class AliasTable {

  private final double[] keep;
  private final int[] other;

  /**
   * @param weights at least one above 0, none below
   */
  AliasTable(double[] weights) {
    int size = weights.length;
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    keep = new double[size];
    other = new int[size];
    int[] places = new int[size];
    int small = 0;
    int large = size;
    for (int at = 0; at < size; at++) {
      keep[at] = weights[at] * size / sum;
      other[at] = at;
      places[keep[at] < 1 ? small++ : --large] = at;
    }
    while (small > 0 && large < size) {
      int poor = places[--small];
      int rich = places[large];
      other[poor] = rich;
      keep[rich] -= 1 - keep[poor];
      if (keep[rich] < 1) {
        large++;
        places[small++] = rich;
      }
    }
    while (small > 0) {
      keep[places[--small]] = 1;
    }
  }

  int draw(SplittableRandom random) {
    double place = random.nextDouble() * keep.length;
    int at = (int) place;
    return place - at < keep[at] ? at : other[at];
  }
}
