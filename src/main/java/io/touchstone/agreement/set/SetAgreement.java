package io.touchstone.agreement.set;

import io.touchstone.agreement.AlphaNominal;
import io.touchstone.agreement.Bootstrap;
import io.touchstone.agreement.ChanceCorrected;
import io.touchstone.agreement.Coefficient;
import io.touchstone.agreement.LabelAgreement;
import io.touchstone.agreement.LabelCounts;
import io.touchstone.agreement.LabelPattern;
import io.touchstone.agreement.NominalJudgements;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All numbers about agreement where a judgement is a set of labels.
 *
 * @param coefficients in a fixed order, each defined or with its reason
 * @param perLabel each label, in a judgement or not; in the order of the label set
 */
public record SetAgreement(
    long items,
    long judgements,
    int annotators,
    List<Coefficient> coefficients,
    List<LabelAgreement> perLabel) {

  /** Changes when a formula, a convention or the resampling changes. */
  public static final String METRIC_VERSION = "sets-2";

  /**
   * @param judgements whose labels name sets
   * @param sets what each name stands for
   * @param labels the label set in its order
   * @throws IllegalArgumentException if more different sets occur than can be held against each
   *     other
   */
  public static SetAgreement of(
      NominalJudgements judgements,
      Map<String, Set<String>> sets,
      List<String> labels,
      Bootstrap bootstrap) {
    LabelCounts data = judgements.counts();
    if (data.labels().size() > AlphaOfDistances.MOST_LABELS) {
      throw new IllegalArgumentException(
          "More than 3,000 different sets of labels occur; sets are compared pair by pair. Send"
              + " fewer judgements or fewer labels.");
    }
    List<Set<String>> named = data.labels().stream().map(sets::get).toList();
    List<Coefficient> coefficients =
        List.of(
            ChanceCorrected.percentAgreement(data),
            AlphaOfDistances.of(
                "alphaMasi", data, (a, b) -> masi(named.get(a), named.get(b)), bootstrap),
            AlphaOfDistances.of(
                "alphaJaccard", data, (a, b) -> jaccard(named.get(a), named.get(b)), bootstrap));
    List<LabelAgreement> perLabel = new ArrayList<>();
    for (String label : data.items() == 0 ? List.<String>of() : labels) {
      perLabel.add(perLabel(label, data, named, bootstrap));
    }
    return new SetAgreement(
        data.items(), data.judgements(), data.annotators(), coefficients, List.copyOf(perLabel));
  }

  /** The coefficient of that name. */
  public Coefficient coefficient(String name) {
    return coefficients.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /**
   * Distance of Passonneau 2006, "Measuring Agreement on Set-valued Items": 1 - J * M, J the
   * Jaccard index, M 1 for equal sets, 2/3 if one contains the other, 1/3 if both have labels of
   * their own beside common ones, 0 if they have none in common.
   */
  public static double masi(Set<String> first, Set<String> second) {
    if (first.equals(second)) {
      return 0;
    }
    boolean nested = first.containsAll(second) || second.containsAll(first);
    return 1 - (1 - jaccard(first, second)) * (nested ? 2.0 / 3 : 1.0 / 3);
  }

  /** 1 - J, the share of the labels of both that they do not have in common; 0 for empty sets. */
  public static double jaccard(Set<String> first, Set<String> second) {
    Set<String> common = new HashSet<>(first);
    common.retainAll(second);
    int all = first.size() + second.size() - common.size();
    return all == 0 ? 0 : 1 - (double) common.size() / all;
  }

  private static LabelAgreement perLabel(
      String label, LabelCounts data, List<Set<String>> named, Bootstrap bootstrap) {
    LabelCounts.Builder inOrOut = LabelCounts.builder(List.of("in", "out"), data.annotators());
    long given = 0;
    long items = 0;
    for (LabelPattern pattern : data.patterns()) {
      int in = 0;
      for (int at = 0; at < pattern.labels().length; at++) {
        in += named.get(pattern.labels()[at]).contains(label) ? pattern.counts()[at] : 0;
      }
      inOrOut.addCounts(new int[] {in, pattern.judgements() - in}, pattern.items());
      given += in * pattern.items();
      items += in > 0 && pattern.pairable() ? pattern.items() : 0;
    }
    return new LabelAgreement(
        label,
        given,
        (double) given / data.judgements(),
        items,
        AlphaNominal.of(inOrOut.build(), bootstrap));
  }
}
