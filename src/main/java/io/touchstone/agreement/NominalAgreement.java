package io.touchstone.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All numbers about agreement on nominal labels.
 *
 * @param coefficients in a fixed order, each defined or with its reason
 * @param perLabel in the order of the label set; empty without judgements
 */
public record NominalAgreement(
    long items,
    long judgements,
    int annotators,
    List<Coefficient> coefficients,
    Coincidences coincidences,
    List<LabelAgreement> perLabel) {

  /** Changes when a formula, a convention or the resampling changes. */
  public static final String METRIC_VERSION = "2";

  /** The coefficients that need no names. */
  public static NominalAgreement of(LabelCounts data, Bootstrap bootstrap) {
    return of(
        data,
        bootstrap,
        List.of(
            ChanceCorrected.percentAgreement(data),
            AlphaNominal.of(data, bootstrap),
            ChanceCorrected.fleissKappa(data),
            ChanceCorrected.gwetAc1(data),
            ChanceCorrected.brennanPrediger(data)));
  }

  /**
   * As {@link #of(LabelCounts, Bootstrap)}, and Cohen's kappa and Scott's pi of two annotators, and
   * Conger's kappa of any number. Of two, Conger's is Cohen's where both judged every item; items
   * that one of them judged stay in Conger's margins and are none of Cohen's.
   */
  public static NominalAgreement of(NominalJudgements judgements, Bootstrap bootstrap) {
    LabelCounts data = judgements.counts();
    NominalAgreement unnamed = of(data, bootstrap);
    List<Coefficient> all = new ArrayList<>(unnamed.coefficients);
    all.add(CohenKappa.of(judgements));
    all.add(ChanceCorrected.scottPi(data));
    all.add(CongerKappa.of(judgements.named(), data, Weights.identity(data.labels().size())));
    return new NominalAgreement(
        unnamed.items,
        unnamed.judgements,
        unnamed.annotators,
        List.copyOf(all),
        unnamed.coincidences,
        unnamed.perLabel);
  }

  private static NominalAgreement of(
      LabelCounts data, Bootstrap bootstrap, List<Coefficient> coefficients) {
    return new NominalAgreement(
        data.items(),
        data.judgements(),
        data.annotators(),
        coefficients,
        Coincidences.of(data),
        data.items() == 0 ? List.of() : perLabel(data, bootstrap));
  }

  public static List<LabelAgreement> perLabel(LabelCounts data, Bootstrap bootstrap) {
    List<LabelAgreement> perLabel = new ArrayList<>();
    long[] judgements = data.judgementsPerLabel();
    for (int label = 0; label < judgements.length; label++) {
      perLabel.add(
          new LabelAgreement(
              data.labels().get(label),
              judgements[label],
              (double) judgements[label] / data.judgements(),
              data.pairableItemsNaming(label),
              AlphaNominal.of(data.oneAgainstTheRest(label), bootstrap)));
    }
    return List.copyOf(perLabel);
  }

  /** The pairs of labels that meet on an item, those that meet most often first. */
  public static List<PairAgreement> confusedPairs(LabelCounts data, Bootstrap bootstrap) {
    List<PairAgreement> pairs = new ArrayList<>();
    for (int first = 0; first < data.labels().size(); first++) {
      for (int second = first + 1; second < data.labels().size(); second++) {
        long items = data.pairableItemsNaming(first, second);
        if (items > 0) {
          pairs.add(
              new PairAgreement(
                  data.labels().get(first),
                  data.labels().get(second),
                  items,
                  AlphaNominal.of(data.onlyThese(first, second), bootstrap)));
        }
      }
    }
    pairs.sort(Comparator.comparingLong(PairAgreement::items).reversed());
    return List.copyOf(pairs);
  }

  /** The coefficient of that name. */
  public Coefficient coefficient(String name) {
    return coefficients.stream()
        .filter(coefficient -> coefficient.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no coefficient " + name + "."));
  }
}
