package io.touchstone.ingestion.review;

import java.util.List;
import java.util.Set;

/**
 * What a sheet shows when it is submitted.
 *
 * @param reviewed items of the random sample
 * @param missed those of them that leak, also those whose leak an earlier round has found and
 *     masked: what is judged is what de-identification left
 * @param riskReviewed items that looked likelier to leak
 * @param riskMissed those of them that leak, leaks beside an invented one included
 * @param planted copies with an invented leak
 * @param plantedSeen those of them whose invented leak was marked
 */
public record SheetOutcome(
    int reviewed, int missed, int riskReviewed, int riskMissed, int planted, int plantedSeen) {

  static SheetOutcome of(List<SheetRow> rows, Set<String> correctedBefore) {
    int[] counts = new int[6];
    for (SheetRow row : rows) {
      boolean leaks = row.isLeaking();
      switch (row.kind()) {
        case RANDOM -> {
          counts[0]++;
          counts[1] += leaks || correctedBefore.contains(row.itemId()) ? 1 : 0;
        }
        case RISK -> {
          counts[2]++;
          counts[3] += leaks ? 1 : 0;
        }
        case PLANTED -> {
          counts[3] += leaks ? 1 : 0;
          counts[4]++;
          counts[5] += row.isPlantSeen() ? 1 : 0;
        }
      }
    }
    return new SheetOutcome(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
  }
}
