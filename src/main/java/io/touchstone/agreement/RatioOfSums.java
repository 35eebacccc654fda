package io.touchstone.agreement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A sum over items divided by another, as a mean or an F1 is, with its interval. */
public final class RatioOfSums {

  private final String name;
  private final Map<Parts, long[]> items = new TreeMap<>();

  /** What one item brings to both sums. */
  private record Parts(double top, double bottom) implements Comparable<Parts> {

    @Override
    public int compareTo(Parts other) {
      int order = Double.compare(top, other.top);
      return order != 0 ? order : Double.compare(bottom, other.bottom);
    }
  }

  public RatioOfSums(String name) {
    this.name = name;
  }

  public void add(double top, double bottom) {
    items.computeIfAbsent(new Parts(top + 0.0, bottom + 0.0), key -> new long[1])[0]++;
  }

  /** The ratio, or the reason NO_SPANS where nothing was counted. */
  public Coefficient of(Basis basis, Bootstrap bootstrap) {
    List<Parts> patterns = List.copyOf(items.keySet());
    long[] weights = items.values().stream().mapToLong(count -> count[0]).toArray();
    return basis
        .unpairable(name)
        .orElseGet(
            () -> {
              double value = ratio(patterns, weights);
              return Double.isNaN(value)
                  ? basis.undefined(name, Coefficient.Reason.NO_SPANS)
                  : new ItemBootstrap(bootstrap, weights, 4L * weights.length)
                      .around(name, basis, draws -> ratio(patterns, draws), value, 0);
            });
  }

  private static double ratio(List<Parts> patterns, long[] items) {
    double above = 0;
    double below = 0;
    for (int at = 0; at < items.length; at++) {
      above += patterns.get(at).top * items[at];
      below += patterns.get(at).bottom * items[at];
    }
    return below == 0 ? Double.NaN : above / below;
  }
}
