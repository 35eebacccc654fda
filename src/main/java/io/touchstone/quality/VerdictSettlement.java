package io.touchstone.quality;

import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.engine.DecisionTables;
import io.touchstone.project.Projects;
import io.touchstone.quality.VerdictRepository.Settlement;
import io.touchstone.tasking.AdjudicationPlanner;
import io.touchstone.tasking.AdjudicationPlanner.PlannedAdjudication;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns judgements into verdicts: by the majority where the table adjudication-routing accepts it,
 * otherwise by an adjudicator who labelled none of the items. A repeated call changes nothing.
 */
@Service
public class VerdictSettlement {

  private static final Logger log = LoggerFactory.getLogger(VerdictSettlement.class);

  private final QualityRepository quality;
  private final VerdictRepository verdicts;
  private final Batches batches;
  private final Projects projects;
  private final DecisionTables tables;
  private final AdjudicationPlanner adjudication;
  private final AuditTrail audit;
  private final Clock clock;

  VerdictSettlement(
      QualityRepository quality,
      VerdictRepository verdicts,
      Batches batches,
      Projects projects,
      DecisionTables tables,
      AdjudicationPlanner adjudication,
      AuditTrail audit,
      Clock clock) {
    this.quality = quality;
    this.verdicts = verdicts;
    this.batches = batches;
    this.projects = projects;
    this.tables = tables;
    this.adjudication = adjudication;
    this.audit = audit;
    this.clock = clock;
  }

  /** Settles what the majority or an adjudicator has decided and plans adjudication of the rest. */
  @Transactional
  public RoutedItems route(String batchId) {
    quality.lock(batchId);
    settleAdjudicated(batchId);
    List<Settlement> accepted = new ArrayList<>();
    List<LabelCombination> disputed = new ArrayList<>();
    Routes routes = new Routes(batchId);
    for (LabelCombination combination : verdicts.combinationsWithoutVerdict(batchId, false)) {
      Route route = routes.of(combination);
      if (route.accepted()) {
        String label = combination.votes().majority().orElseThrow();
        accepted.add(new Settlement(combination, label, route.rule()));
      } else {
        disputed.add(combination);
      }
    }
    int settled = verdicts.settle(batchId, round(batchId), accepted, false, clock.instant());
    List<String> items = verdicts.undecidedItems(batchId, disputed);
    PlannedAdjudication planned = adjudication.plan(batchId, items);
    noteRouted(batchId, settled, items.size(), planned);
    return new RoutedItems(
        settled, verdicts.unsubmittedAdjudications(batchId), planned.unassignable());
  }

  /** Settles what adjudicators have decided since. */
  @Transactional
  public SettledItems settle(String batchId) {
    quality.lock(batchId);
    settleAdjudicated(batchId);
    return verdicts.counts(batchId);
  }

  private void settleAdjudicated(String batchId) {
    Routes routes = new Routes(batchId);
    List<Settlement> settlements =
        verdicts.combinationsWithoutVerdict(batchId, true).stream()
            .map(combination -> new Settlement(combination, "", routes.of(combination).rule()))
            .toList();
    int settled = verdicts.settle(batchId, round(batchId), settlements, true, clock.instant());
    if (settled > 0) {
      audit.record(
          AuditTrail.SYSTEM,
          "verdicts_settled",
          "batch:" + batchId,
          Map.of("method", "adjudication", "items", settled));
      log.info("verdicts_settled batch={} method=adjudication items={}", batchId, settled);
    }
  }

  private void noteRouted(String batchId, int settled, int disputed, PlannedAdjudication planned) {
    if (settled + planned.packages() > 0) {
      audit.record(
          AuditTrail.SYSTEM,
          "items_routed",
          "batch:" + batchId,
          Map.of(
              "accepted",
              settled,
              "disputed",
              disputed,
              "packages",
              planned.packages(),
              "unassignable",
              planned.unassignable()));
    }
    log.info(
        "items_routed batch={} accepted={} disputed={} packages={} unassignable={}",
        batchId,
        settled,
        disputed,
        planned.packages(),
        planned.unassignable());
  }

  /** Verdicts belong to the newest report. */
  private int round(String batchId) {
    return quality.latest(batchId).map(QualityRepository.Latest::round).orElse(1);
  }

  /** Routes by combination of labels, in the tables of the batch. */
  private final class Routes {

    private final QualityTables routing;
    private final int annotatorsPerItem;

    Routes(String batchId) {
      routing = new QualityTables((table, inputs) -> tables.evaluate(batchId, table, inputs));
      annotatorsPerItem =
          projects.require(batches.require(batchId).projectKey()).settings().annotatorsPerItem();
    }

    Route of(LabelCombination combination) {
      return routing.route(combination.votes().routingCase(annotatorsPerItem));
    }
  }
}
