package io.touchstone.agreement.truth;

/** The model's equations multiplied out, probability by probability. */
final class ByDefinition {

  private ByDefinition() {}

  /** Equation 2.7 of Dawid and Skene 1979: the sum over true labels, item by item. */
  static double logLikelihood(JudgedItems items, TruthModel model) {
    double sum = 0;
    for (int item = 0; item < items.items(); item++) {
      double likelihood = 0;
      for (double joint : joint(items, item, model)) {
        likelihood += joint;
      }
      sum += Math.log(likelihood);
    }
    return sum;
  }

  static double[] posterior(JudgedItems items, int item, TruthModel model) {
    double[] joint = joint(items, item, model);
    double all = 0;
    for (double each : joint) {
      all += each;
    }
    for (int label = 0; label < joint.length; label++) {
      joint[label] /= all;
    }
    return joint;
  }

  private static double[] joint(JudgedItems items, int item, TruthModel model) {
    double[] joint = new double[items.labels()];
    for (int truth = 0; truth < joint.length; truth++) {
      joint[truth] = model.share(truth);
      for (int at = items.begin(item); at < items.end(item); at++) {
        joint[truth] *= model.rate(items.annotator(at), truth, items.label(at));
      }
    }
    return joint;
  }
}
