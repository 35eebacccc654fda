package io.touchstone.agreement;

import java.util.Optional;

/**
 * Conger's kappa (Conger 1980): Cohen's for any number of named annotators, whose habits need not
 * be alike. Chance agreement is the mean over pairs of annotators; any judgement may be missing.
 * Value and linearised error as Gwet 2014 defines them for missing judgements.
 */
public final class CongerKappa {

  private final NamedJudgements named;
  private final Weights weights;
  private final double[][] shares;
  private final long[] given;

  /** Chance credit of a label when this annotator gives it, against all other annotators. */
  private final double[][] credit;

  /** Annotators times labels at most: the shares of all are held in memory. */
  private static final long MOST_SHARES = 5_000_000;

  private CongerKappa(NamedJudgements named, Weights weights) {
    this.named = named;
    this.weights = weights;
    given = named.perAnnotator();
    shares = named.shares(given);
    credit = credit();
  }

  public static Coefficient of(NamedJudgements named, LabelCounts data, Weights weights) {
    String name = "congerKappa" + weights.suffix();
    return ChanceCorrected.unpairable(name, data)
        .or(() -> ChanceCorrected.invariable(name, data))
        .or(() -> tooMany(name, named, data))
        .orElseGet(() -> new CongerKappa(named, weights).defined(name, Basis.of(data)));
  }

  private static Optional<Coefficient> tooMany(
      String name, NamedJudgements named, LabelCounts data) {
    return (long) named.annotators() * data.labels().size() > MOST_SHARES
        ? Optional.of(Basis.of(data).undefined(name, Coefficient.Reason.NOT_APPLICABLE))
        : Optional.empty();
  }

  private double[][] credit() {
    int labels = weights.matrix().length;
    double[] all = new double[labels];
    double[][] own = new double[shares.length][];
    for (int annotator = 0; annotator < shares.length; annotator++) {
      own[annotator] = weights.times(shares[annotator]);
      for (int label = 0; label < labels; label++) {
        all[label] += own[annotator][label];
      }
    }
    for (double[] values : own) {
      for (int label = 0; label < labels; label++) {
        values[label] = all[label] - values[label];
      }
    }
    return own;
  }

  private Coefficient defined(String name, Basis basis) {
    double pairsOfAnnotators = (double) shares.length * (shares.length - 1);
    double[] mean = new double[shares.length];
    double expected = 0;
    for (int annotator = 0; annotator < shares.length; annotator++) {
      for (int label = 0; label < weights.matrix().length; label++) {
        mean[annotator] += shares[annotator][label] * credit[annotator][label];
      }
      expected += mean[annotator] / pairsOfAnnotators;
    }
    double observed = 0;
    for (int pattern = 0; pattern < named.patterns(); pattern++) {
      observed += named.agreement(pattern, weights) * named.items(pattern) / basis.pairableItems();
    }
    double value = (observed - expected) / (1 - expected);
    double squares = 0;
    for (int pattern = 0; pattern < named.patterns(); pattern++) {
      double deviation = contribution(pattern, basis, mean, expected, value) - value;
      squares += deviation * deviation * named.items(pattern);
    }
    return ChanceCorrected.interval(
        name, basis, value, squares, Math.min(-1, -expected / (1 - expected)));
  }

  /** The linearised contribution of one item that looks like this. */
  private double contribution(
      int pattern, Basis basis, double[] mean, double expected, double value) {
    double pairsOfAnnotators = (double) shares.length * (shares.length - 1);
    double chance = 0;
    for (int at = 0; at < named.judgements(pattern); at++) {
      int annotator = named.annotator(pattern, at);
      double deviation = credit[annotator][named.label(pattern, at)] - mean[annotator];
      chance += deviation * basis.items() / given[annotator] / pairsOfAnnotators;
    }
    double pairs =
        named.judgements(pattern) < 2
            ? 0
            : (named.agreement(pattern, weights) - expected) / (1 - expected);
    return (double) basis.items() / basis.pairableItems() * pairs
        - 2 * (1 - value) * chance / (1 - expected);
  }
}
