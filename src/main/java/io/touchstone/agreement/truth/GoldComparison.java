package io.touchstone.agreement.truth;

import io.touchstone.statistics.McNemar;
import java.util.OptionalInt;

/**
 * Majority vote against Dawid-Skene on items of known truth that were held out: those of each half
 * are inferred by a model that knows the other half only.
 *
 * @param items items of known truth with a judgement
 * @param majorityRight of these, right by majority; a tie of n labels that has the right one among
 *     them counts 1 / n
 * @param dawidSkeneRight right by Dawid-Skene
 * @param onlyMajority items without a tie on which the majority alone is right
 * @param onlyDawidSkene likewise
 */
public record GoldComparison(
    int items, double majorityRight, int dawidSkeneRight, int onlyMajority, int onlyDawidSkene) {

  private static final int HALVES = 2;

  /**
   * Compares on all items of known truth. Within each label they go to the two halves in turn, in
   * the order of the items, so that both halves know every label if they can.
   */
  public static GoldComparison of(JudgedItems items, DawidSkene.Settings settings) {
    int[] halves = halves(items);
    Count count = new Count();
    for (int half = 0; half < HALVES; half++) {
      int[] known = items.known();
      boolean any = false;
      for (int item = 0; item < known.length; item++) {
        if (halves[item] == half) {
          known[item] = JudgedItems.UNKNOWN;
          any = true;
        }
      }
      if (any) {
        JudgedItems rest = items.knowing(known);
        TruthModel model = DawidSkene.fit(rest, settings);
        count.add(items, rest, model, halves, half);
      }
    }
    return new GoldComparison(
        count.items,
        count.majorityRight,
        count.dawidSkeneRight,
        count.onlyMajority,
        count.onlyDawidSkene);
  }

  private static int[] halves(JudgedItems items) {
    int[] seen = new int[items.labels()];
    int[] halves = new int[items.items()];
    for (int item = 0; item < halves.length; item++) {
      int known = items.known(item);
      boolean usable = known != JudgedItems.UNKNOWN && items.begin(item) < items.end(item);
      halves[item] = usable ? seen[known]++ % HALVES : JudgedItems.UNKNOWN;
    }
    return halves;
  }

  private static final class Count {
    private int items;
    private double majorityRight;
    private int dawidSkeneRight;
    private int onlyMajority;
    private int onlyDawidSkene;

    private void add(
        JudgedItems items, JudgedItems rest, TruthModel model, int[] halves, int half) {
      double[] votes = new double[items.labels()];
      double[] posterior = new double[items.labels()];
      for (int item = 0; item < halves.length; item++) {
        if (halves[item] == half) {
          MajorityVote.shares(items, item, votes);
          model.posterior(rest, item, posterior);
          add(items.known(item), votes, MajorityVote.leading(posterior));
        }
      }
    }

    private void add(int truth, double[] votes, int inferred) {
      items++;
      int leaders = MajorityVote.leaders(votes);
      if (votes[truth] == votes[MajorityVote.leading(votes)]) {
        majorityRight += 1.0 / leaders;
      }
      boolean right = inferred == truth;
      dawidSkeneRight += right ? 1 : 0;
      OptionalInt majority = MajorityVote.label(votes);
      if (majority.isPresent()) {
        boolean majorityIsRight = majority.getAsInt() == truth;
        onlyMajority += majorityIsRight && !right ? 1 : 0;
        onlyDawidSkene += right && !majorityIsRight ? 1 : 0;
      }
    }
  }

  /** Share of the items that the majority has right, 0 to 1; NaN without items. */
  public double majorityAccuracy() {
    return majorityRight / items;
  }

  /** Share of the items that Dawid-Skene has right, 0 to 1; NaN without items. */
  public double dawidSkeneAccuracy() {
    return (double) dawidSkeneRight / items;
  }

  /** Two-sided exact p value of {@link McNemar}. */
  public double p() {
    return McNemar.exact(onlyMajority, onlyDawidSkene);
  }
}
