package io.touchstone.agreement.truth;

import java.util.Random;

/** Judgements by people whose accuracy is known, on items whose truth is. */
final class Planted {

  private static final int LABELS = 3;

  private final Random random;
  private int items = 100;
  private double[] accuracies = {.9, .8, .7, .85, .6};
  private int perItem = accuracies.length;
  private int[] truths;
  private JudgedItems drawn;

  private Planted(long seed) {
    random = new Random(seed);
  }

  static Planted random(long seed) {
    return new Planted(seed);
  }

  Planted items(int count) {
    items = count;
    return this;
  }

  /** Each item goes to so many people, in turn. */
  Planted judgementsPerItem(int count) {
    perItem = count;
    return this;
  }

  /** Of each person; mistakes fall on the other two labels alike. Everybody judges every item. */
  Planted accuracies(double... each) {
    accuracies = each;
    perItem = each.length;
    return this;
  }

  JudgedItems draw() {
    truths = new int[items];
    JudgedItems.Builder builder = JudgedItems.builder();
    for (int item = 0; item < items; item++) {
      truths[item] = random.nextInt(LABELS);
      builder.item();
      for (int turn = 0; turn < perItem; turn++) {
        int annotator = (item + turn) % accuracies.length;
        boolean right = random.nextDouble() < accuracies[annotator];
        int wrong = (truths[item] + 1 + random.nextInt(LABELS - 1)) % LABELS;
        builder.judgement(annotator, right ? truths[item] : wrong);
      }
    }
    drawn = builder.build(LABELS);
    return drawn;
  }

  int truth(int item) {
    return truths[item];
  }

  double accuracy(TruthModel model) {
    return share((item, into) -> model.posterior(drawn, item, into));
  }

  double accuracyOfMajority() {
    return share((item, into) -> MajorityVote.shares(drawn, item, into));
  }

  /** Of somebody who knows how accurate each person is. */
  double accuracyOfBayes() {
    return share(
        (item, into) -> {
          for (int truth = 0; truth < LABELS; truth++) {
            into[truth] = 1;
            for (int at = drawn.begin(item); at < drawn.end(item); at++) {
              double accuracy = accuracies[drawn.annotator(at)];
              into[truth] *= drawn.label(at) == truth ? accuracy : (1 - accuracy) / (LABELS - 1);
            }
          }
        });
  }

  private interface Inference {
    void infer(int item, double[] into);
  }

  private double share(Inference inference) {
    int right = 0;
    double[] probabilities = new double[LABELS];
    for (int item = 0; item < items; item++) {
      inference.infer(item, probabilities);
      right += MajorityVote.leading(probabilities) == truths[item] ? 1 : 0;
    }
    return (double) right / items;
  }
}
