package io.touchstone.quality.truth;

import static io.touchstone.quality.truth.TruthCase.orNull;

import io.touchstone.agreement.truth.DawidSkene;
import io.touchstone.agreement.truth.GoldComparison;
import io.touchstone.agreement.truth.JudgedItems;
import io.touchstone.agreement.truth.MajorityVote;
import io.touchstone.agreement.truth.TruthModel;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The truth of a batch's items, by the method that the table truth-method chose. */
public final class InferredTruth {

  /** Raised whenever a formula changes. */
  static final String VERSION = "2";

  private static final double DIGITS = 1e6;

  private final TruthJudgements judgements;
  private final JudgedItems items;
  private final TruthModel model;
  private final GoldComparison gold;
  private final TruthCase measured;
  private final TruthMethod method;
  private long judged;
  private long tiedVotes;
  private long tiedPosteriors;
  private OptionalDouble agreement = OptionalDouble.empty();

  private InferredTruth(TruthJudgements judgements, TruthTable tables) {
    this.judgements = judgements;
    this.items = judgements.items();
    this.model = DawidSkene.fit(items, DawidSkene.Settings.STANDARD);
    this.gold = GoldComparison.of(items, DawidSkene.Settings.STANDARD);
    compare();
    this.measured = measure();
    this.method = tables.truth(measured);
  }

  public static InferredTruth of(TruthJudgements judgements, TruthTable tables) {
    return new InferredTruth(judgements, tables);
  }

  private void compare() {
    double[] votes = new double[items.labels()];
    double[] posterior = new double[items.labels()];
    long same = 0;
    for (int item = 0; item < items.items(); item++) {
      if (judgements.ofBatch(item)) {
        judged++;
        MajorityVote.shares(items, item, votes);
        model.posterior(items, item, posterior);
        tiedVotes += MajorityVote.label(votes).isEmpty() ? 1 : 0;
        tiedPosteriors += MajorityVote.label(posterior).isEmpty() ? 1 : 0;
        double leading = votes[MajorityVote.leading(votes)];
        same += votes[MajorityVote.leading(posterior)] == leading ? 1 : 0;
      }
    }
    if (judged > 0) {
      agreement = OptionalDouble.of((double) same / judged);
    }
  }

  private TruthCase measure() {
    boolean tested = gold.items() > 0;
    return new TruthCase(
        median(labelsPerItem()),
        median(items.judgementsPerAnnotator()),
        agreement.isPresent()
            ? OptionalDouble.of(1 - agreement.getAsDouble())
            : OptionalDouble.empty(),
        tested
            ? OptionalDouble.of(gold.dawidSkeneAccuracy() - gold.majorityAccuracy())
            : OptionalDouble.empty(),
        tested ? OptionalDouble.of(gold.p()) : OptionalDouble.empty());
  }

  private int[] labelsPerItem() {
    int[] counts = new int[Math.toIntExact(judged)];
    int at = 0;
    for (int item = 0; item < items.items(); item++) {
      if (judgements.ofBatch(item)) {
        counts[at++] = items.end(item) - items.begin(item);
      }
    }
    return counts;
  }

  private static OptionalDouble median(int[] counts) {
    if (counts.length == 0) {
      return OptionalDouble.empty();
    }
    Arrays.sort(counts);
    int middle = counts.length / 2;
    return OptionalDouble.of(
        counts.length % 2 == 1 ? counts[middle] : (counts[middle - 1] + counts[middle]) / 2.0);
  }

  public TruthJudgements judgements() {
    return judgements;
  }

  public TruthModel model() {
    return model;
  }

  /** The item's label by the method that holds; empty on a tie. */
  public OptionalInt label(int item) {
    double[] probabilities = new double[items.labels()];
    infer(item, probabilities);
    return MajorityVote.label(probabilities);
  }

  private void infer(int item, double[] into) {
    if (method.kind() == TruthMethod.Kind.MAJORITY) {
      MajorityVote.shares(items, item, into);
    } else {
      model.posterior(items, item, into);
    }
  }

  public TruthMethod method() {
    return method;
  }

  /** Of the judgements and of the method's version. */
  public String sha256() {
    return VERSION + ' ' + judgements.sha256();
  }

  /** Hands over each item of the batch that somebody judged, in the order of the judgements. */
  void each(Consumer<ItemTruth> consumer) {
    double[] probabilities = new double[items.labels()];
    for (int item = 0; item < items.items(); item++) {
      if (judgements.ofBatch(item)) {
        infer(item, probabilities);
        consumer.accept(truth(judgements.itemId(item), probabilities));
      }
    }
  }

  private ItemTruth truth(String itemId, double[] probabilities) {
    SortedMap<String, Double> soft = new TreeMap<>();
    for (int label = 0; label < probabilities.length; label++) {
      double rounded = round(probabilities[label]);
      if (rounded > 0) {
        soft.put(judgements.labels().get(label), rounded);
      }
    }
    OptionalInt label = MajorityVote.label(probabilities);
    return new ItemTruth(
        itemId,
        label.isPresent()
            ? Optional.of(judgements.labels().get(label.getAsInt()))
            : Optional.empty(),
        round(probabilities[MajorityVote.leading(probabilities)]),
        soft,
        method.kind().id(),
        VERSION);
  }

  /** Six digits, so that the last bits of a sum show nowhere. */
  private static double round(double probability) {
    return Math.round(probability * DIGITS) / DIGITS;
  }

  public TruthView view() {
    boolean tested = gold.items() > 0;
    return new TruthView(
        method.kind().id(),
        method.rule(),
        method.because(),
        VERSION,
        judged,
        method.kind() == TruthMethod.Kind.MAJORITY ? tiedVotes : tiedPosteriors,
        orNull(measured.labelsPerItem()),
        orNull(measured.labelsPerAnnotator()),
        orNull(agreement),
        model.iterations(),
        model.converged(),
        new TruthView.Gold(
            gold.items(),
            tested ? (Double) gold.majorityAccuracy() : null,
            tested ? (Double) gold.dawidSkeneAccuracy() : null,
            gold.onlyMajority(),
            gold.onlyDawidSkene(),
            tested ? (Double) gold.p() : null));
  }
}
