package io.touchstone.agreement.scale;

import io.touchstone.agreement.Basis;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.ChanceCorrected;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.ItemBootstrap;
import io.touchstone.agreement.LabelCounts;
import io.touchstone.agreement.PairablePatterns;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Krippendorff's alpha for ratios (Krippendorff 2011, section E): the distance of c and k is ((c -
 * k) / (c + k))^2, that of zero from anything above is 1. What is expected by chance comes from a
 * {@link RatioGrid}, so that it does not matter how many values differ.
 */
public final class AlphaOfRatios {

  private static final String NAME = "alphaRatio";

  private final PairablePatterns patterns;
  private final double[] scores;
  private final RatioGrid grid;

  /** Place on the grid by label; below 0 for the label zero and those that do not occur. */
  private final int[] places;

  private final double[] observed;

  /** Per pattern, from where on its entries are, then node and amount of each entry. */
  private final int[] starts;

  private final int[] nodes;
  private final double[] amounts;

  /** Per pattern, judgements above zero. */
  private final double[] above;

  /**
   * @param scores of the labels, none below 0
   */
  private AlphaOfRatios(LabelCounts data, double[] scores) {
    patterns = new PairablePatterns(data);
    this.scores = scores;
    double[] perLabel = patterns.perLabel(patterns.items());
    int[] used =
        IntStream.range(0, scores.length)
            .filter(label -> perLabel[label] > 0 && scores[label] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(label -> scores[label]))
            .mapToInt(Integer::intValue)
            .toArray();
    places = new int[scores.length];
    Arrays.fill(places, -1);
    for (int place = 0; place < used.length; place++) {
      places[used[place]] = place;
    }
    grid = new RatioGrid(Arrays.stream(used).mapToDouble(label -> scores[label]).toArray());
    starts = new int[patterns.size() + 1];
    nodes = new int[reach()];
    amounts = new double[nodes.length];
    above = new double[patterns.size()];
    observed = new double[patterns.size()];
    double[] onNodes = new double[grid.nodes()];
    for (int pattern = 0; pattern < observed.length; pattern++) {
      lay(pattern, onNodes);
    }
  }

  public static Coefficient of(LabelCounts data, double[] scores, Bootstrap bootstrap) {
    return ChanceCorrected.unpairable(NAME, data)
        .or(() -> ChanceCorrected.invariable(NAME, data))
        .orElseGet(
            () -> {
              AlphaOfRatios alpha = new AlphaOfRatios(data, scores);
              long[] items = alpha.patterns.items();
              long pairs = (long) alpha.grid.nodes() * alpha.grid.nodes() / 2;
              return new ItemBootstrap(bootstrap, items, pairs + 2L * alpha.nodes.length)
                  .around(NAME, Basis.of(data), alpha::of, alpha.of(items), -1);
            });
  }

  private int reach() {
    return IntStream.range(0, patterns.entries())
        .map(entry -> places[patterns.label(entry)])
        .map(place -> place < 0 ? 0 : grid.reach(place))
        .sum();
  }

  /** Turns a pattern into entries; the nodes are clear before and after. */
  private void lay(int pattern, double[] onNodes) {
    int from = patterns.start(pattern);
    int to = patterns.start(pattern + 1);
    int least = Integer.MAX_VALUE;
    int most = -1;
    for (int entry = from; entry < to; entry++) {
      int place = places[patterns.label(entry)];
      if (place >= 0) {
        grid.put(place, patterns.count(entry), onNodes);
        above[pattern] += patterns.count(entry);
        least = Math.min(least, grid.firstNode(place));
        most = Math.max(most, grid.firstNode(place) + grid.reach(place) - 1);
      }
    }
    observed[pattern] = within(pattern, onNodes);
    int filled = starts[pattern];
    for (int node = least; node <= most; node++) {
      if (onNodes[node] != 0) {
        nodes[filled] = node;
        amounts[filled++] = onNodes[node];
        onNodes[node] = 0;
      }
    }
    starts[pattern + 1] = filled;
  }

  /** The item's unordered pairs, one by one unless the grid is less work. */
  private double within(int pattern, double[] onNodes) {
    int from = patterns.start(pattern);
    int to = patterns.start(pattern + 1);
    double judgements = patterns.judgements(pattern);
    if (to - from > grid.nodes()) {
      double zeros = judgements - above[pattern];
      return (zeros * above[pattern] + grid.sum(onNodes)) / (judgements - 1);
    }
    double sum = 0;
    for (int a = from; a < to; a++) {
      for (int b = from; b < a; b++) {
        double c = scores[patterns.label(a)];
        double k = scores[patterns.label(b)];
        double share = (c - k) / (c + k);
        sum += (double) patterns.count(a) * patterns.count(b) * share * share;
      }
    }
    return sum / (judgements - 1);
  }

  /** Alpha when each pattern occurs so often; not a number without variation. */
  private double of(long[] items) {
    double[] onNodes = new double[grid.nodes()];
    double n = 0;
    double aboveZero = 0;
    double within = 0;
    for (int pattern = 0; pattern < items.length; pattern++) {
      double times = items[pattern];
      if (times > 0) {
        n += times * patterns.judgements(pattern);
        aboveZero += times * above[pattern];
        within += times * observed[pattern];
        for (int at = starts[pattern]; at < starts[pattern + 1]; at++) {
          onNodes[nodes[at]] += times * amounts[at];
        }
      }
    }
    double byChance = (n - aboveZero) * aboveZero + grid.sum(onNodes);
    return byChance <= 0 ? Double.NaN : 1 - (n - 1) * within / byChance;
  }
}
