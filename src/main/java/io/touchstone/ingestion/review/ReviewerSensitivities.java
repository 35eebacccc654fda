package io.touchstone.ingestion.review;

import io.touchstone.platform.engine.process.DecisionTables;
import io.touchstone.statistics.Binomial;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** How much of what leaks do reviewers see, by the invented leaks they were shown lately. */
@Service
class ReviewerSensitivities {

  /** Eyes and texts change: what is older says little of today. */
  static final int MONTHS = 12;

  private static final String TABLE = "reviewer-sensitivity";

  private final PlantRepository plants;
  private final DecisionTables tables;
  private final Clock clock;

  ReviewerSensitivities(PlantRepository plants, DecisionTables tables, Clock clock) {
    this.plants = plants;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * That of whoever decided on the batch's random sample; before anybody has, what is expected:
   * that of whoever submitted sheets of the project lately, or the assumption where that is so low
   * that somebody else is to look. Of several reviewers the lowest, because the sheet does not say
   * whose items leak.
   */
  Sensitivity of(String batchId, int run, String projectKey) {
    Set<String> reviewers = plants.reviewersOf(batchId, run);
    if (!reviewers.isEmpty()) {
      return lowest(reviewers);
    }
    Sensitivity expected = lowest(plants.recentReviewers(projectKey, since()));
    return expected.value() < Sensitivity.ENOUGH ? judged(0, 0) : expected;
  }

  /** From when on sheets count. */
  Instant since() {
    return clock.instant().atZone(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
  }

  private Sensitivity lowest(Set<String> reviewers) {
    return plants.seen(reviewers, since()).stream()
        .map(each -> judged(each.shown(), each.seen()))
        .min(Comparator.comparingDouble(Sensitivity::value).thenComparing(Sensitivity::shown))
        .orElseGet(() -> judged(0, 0));
  }

  private Sensitivity judged(int shown, int seen) {
    Map<String, Object> answer =
        tables.evaluateNewest(
            TABLE,
            Map.of(
                "plantedShown",
                shown,
                "seenShare",
                shown == 0 ? 1.0 : (double) seen / shown,
                "seenAtLeast",
                Binomial.lowerLimit(shown, seen)));
    return new Sensitivity(
        ((Number) answer.get("sensitivity")).doubleValue(),
        shown,
        seen,
        String.valueOf(answer.get("rule")));
  }
}
