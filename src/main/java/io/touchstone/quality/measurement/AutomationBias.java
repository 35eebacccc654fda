package io.touchstone.quality.measurement;

import io.touchstone.statistics.ShareDifference;
import io.touchstone.statistics.StratifiedDifference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What showing suggestions does to people, as a report stores it.
 *
 * @param shift share judged as the model suggests where it was shown, less the same share where it
 *     was hidden; chance decided which, so that the difference is an effect of showing
 * @param shiftWithinPeople the same, everybody compared with themselves; for information
 * @param commission share that follows a wrong suggestion planted on purpose, less the share that
 *     says the same where nothing was shown
 * @param everyday the rule of thumb, for information only
 * @param accepted judgements taken over by the key for it
 * @param pooled of which batches commission speaks; null in what was measured before there was a
 *     choice, when it was the batch alone
 * @param action what the table automation-bias makes of it
 */
public record AutomationBias(
    ShareDifference shift,
    StratifiedDifference shiftWithinPeople,
    ShareDifference commission,
    Everyday everyday,
    long accepted,
    Pooled pooled,
    String action,
    String rule,
    String because) {

  public AutomationBias {
    shiftWithinPeople =
        shiftWithinPeople == null ? StratifiedDifference.NOT_MEASURED : shiftWithinPeople;
  }

  /**
   * How often shown suggestions stand, beside how often people agree without any. No test: it
   * accuses people whose model is better than they are, and overlooks sleepy ones whose model is
   * worse.
   *
   * @param acceptance share of shown suggestions that became the judgement; null where none was
   *     shown
   * @param agreement mean pairwise agreement on items without a suggestion; null without such items
   * @param excess the first less the second; null where one is missing
   * @param items behind the agreement
   */
  record Everyday(Double acceptance, Double agreement, Double excess, long items) {

    static Everyday of(ArmCounts counts) {
      Double acceptance =
          counts.shown() == 0 ? null : (Double) ((double) counts.shownSame() / counts.shown());
      Double agreement =
          counts.unassistedAgreement().isEmpty()
              ? null
              : (Double) counts.unassistedAgreement().getAsDouble();
      return new Everyday(
          acceptance,
          agreement,
          acceptance == null || agreement == null ? null : (Double) (acceptance - agreement),
          counts.unassistedItems());
    }
  }

  /**
   * Of which batches commission speaks, as the table bias-pooling answers.
   *
   * @param project whether of all of the project together
   * @param plantedInMonth judgements with a planted suggestion in view, in 30 days in the project
   */
  record Pooled(boolean project, long plantedInMonth, String rule, String because) {}

  /** What the table answered. */
  record Finding(String action, String rule, String because) {}

  static ShareDifference shift(ArmCounts counts) {
    return ShareDifference.of(
        counts.shownSame(),
        counts.shown(),
        "NOTHING_SHOWN",
        counts.blindSame(),
        counts.blind(),
        "NOTHING_HIDDEN");
  }

  private static ShareDifference commission(ArmCounts.Planted counts) {
    return ShareDifference.of(
        counts.plantedSame(),
        counts.planted(),
        "NOTHING_PLANTED",
        counts.unplantedSame(),
        counts.unplanted(),
        "NOTHING_HIDDEN");
  }

  static AutomationBias of(ArmCounts counts, MeasurementTables tables) {
    ShareDifference shift = shift(counts);
    Optional<Pooled> pooled =
        counts.project().map(ArmCounts.OfProject::inMonth).map(tables::pooling);
    ShareDifference commission =
        commission(
            counts
                .project()
                .filter(all -> pooled.filter(Pooled::project).isPresent())
                .map(ArmCounts.OfProject::planted)
                .orElseGet(counts::ownPlanted));
    Finding finding = tables.bias(inputs(shift, commission));
    return new AutomationBias(
        shift,
        StratifiedDifference.of(counts.people()),
        commission,
        Everyday.of(counts),
        counts.accepted(),
        pooled.orElse(null),
        finding.action(),
        finding.rule(),
        finding.because());
  }

  private static Map<String, Object> inputs(ShareDifference shift, ShareDifference commission) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("shiftLow", shift.low());
    inputs.put("commissionLow", commission.low());
    return inputs;
  }
}
