package io.touchstone.ingestion.review;

import io.touchstone.statistics.StratifiedBound;
import io.touchstone.statistics.StratifiedBound.Stratum;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where the privacy review of a batch stands.
 *
 * @param needed whether the project's texts are de-identified, so that something may have been
 *     missed
 * @param round how many rounds were drawn of the items as they are, 0 before the first
 * @param waiting texts on a sheet that is drawn and not submitted yet
 * @param strata the parts of the batch, with the items of each that were looked at
 * @param missed looked-at items of the random sample in which something was missed; a mask put
 *     afterwards changes nothing about that
 * @param riskReviewed items beside the random sample that looked likelier to leak
 * @param riskMissed those of them that leak
 * @param sensitivity which share of leaks the reviewers see
 * @param stream what the project's batches under the same rules show together
 * @param limit greatest share of leaking items that the project allows
 */
public record ReviewFigures(
    boolean needed,
    int round,
    int waiting,
    List<Stratum> strata,
    int missed,
    int riskReviewed,
    int riskMissed,
    Sensitivity sensitivity,
    LeakStream stream,
    double limit) {

  public ReviewFigures {
    strata = List.copyOf(strata);
  }

  /** Items of the batch. */
  int population() {
    return strata.stream().mapToInt(Stratum::population).sum();
  }

  /** Items of the random sample that were looked at in all submitted rounds. */
  public int reviewed() {
    return strata.stream().mapToInt(Stratum::sample).sum();
  }

  /**
   * Greatest share of leaking items that the random sample leaves plausible, 0 to 1: the bound of
   * what the reviewers see, divided by the share that they see.
   */
  public double upperBound() {
    int population = population();
    return population == 0 ? 0 : share(StratifiedBound.upper(strata, missed));
  }

  private double share(int items) {
    return sensitivity.corrected((double) items / population());
  }

  /**
   * How many items of each stratum a random sample takes that shows the limit to be kept if nothing
   * more is missed in it; empty where the limit is shown already or no sample can show it.
   */
  List<Integer> target() {
    int[] populations = strata.stream().mapToInt(Stratum::population).toArray();
    if (!needed || population() == 0 || share(missed) > limit) {
      return List.of();
    }
    OptionalInt size = StratifiedBound.sampleSize(populations, allowed(), missed);
    int[] target = StratifiedBound.allocation(populations, size.orElse(0));
    boolean more = false;
    for (int i = 0; i < target.length; i++) {
      more |= target[i] > strata.get(i).sample();
    }
    return more && upperBound() > limit ? Arrays.stream(target).boxed().toList() : List.of();
  }

  /**
   * Whether no sample can show the limit to be kept only because the reviewers see so little of
   * what leaks: other eyes can.
   */
  boolean isOverlooked() {
    return needed
        && waiting == 0
        && reviewed() > 0
        && (double) missed / population() <= limit
        && share(missed) > limit
        && sensitivity.value() < Sensitivity.ENOUGH;
  }

  /** The greatest number of leaking items among those seen that keeps the limit. */
  private int allowed() {
    int allowed = (int) Math.min(population(), limit * sensitivity.value() * population());
    while (allowed < population() && share(allowed + 1) <= limit) {
      allowed++;
    }
    while (allowed > 0 && share(allowed) > limit) {
      allowed--;
    }
    return allowed;
  }

  /**
   * How many more items, if nothing is missed in them, would show the limit to be kept; 0 where it
   * is shown or no sample can.
   */
  int further() {
    List<Integer> target = target();
    int further = 0;
    for (int i = 0; i < target.size(); i++) {
      further += Math.max(0, target.get(i) - strata.get(i).sample());
    }
    return further;
  }

  /**
   * What the process and its gate read, by the names they read it under; no figures of a review
   * that is not needed.
   */
  Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>();
    variables.put("reviewNeeded", needed);
    variables.put("waitingItems", waiting);
    if (needed) {
      variables.put("reviewRound", round);
      variables.put("reviewedItems", reviewed());
      variables.put("missedItems", missed);
      variables.put("furtherItems", further());
      variables.put("leakUpperBound", upperBound());
      variables.put("leakLimit", limit);
      variables.put("riskMissedItems", riskMissed);
      variables.put("plantedShown", sensitivity.shown());
      variables.put("reviewerSensitivity", sensitivity.value());
      variables.put("streamBatches", stream.batches());
      variables.put("streamUpperBound", stream.upperBound(sensitivity));
    }
    return variables;
  }
}
