package io.touchstone.quality.verdict;

import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.BatchKeys;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.engine.process.DecisionTables;
import io.touchstone.quality.acceptance.AcceptanceSample;
import io.touchstone.quality.round.RoundRepository;
import io.touchstone.quality.routing.Route;
import io.touchstone.quality.routing.RoutingRepository;
import io.touchstone.tasking.WorkPackage;
import io.touchstone.tasking.plan.AdjudicationPlanner;
import io.touchstone.tasking.plan.AdjudicationPlanner.PlannedAdjudication;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives disputed items to reviewers, most of them with the labels side by side; and, once no label
 * is to come any more, a random sample of the accepted ones, blind and with some of the disputed
 * among them, so that nobody can tell which is which. A repeated call changes nothing.
 */
@Service
public class ReviewPlanning {

  private static final Logger log = LoggerFactory.getLogger(ReviewPlanning.class);

  private final RoundRepository rounds;
  private final RoutingRepository routing;
  private final AuditSampleRepository samples;
  private final VerdictSettlement settlement;
  private final VerdictRepository verdicts;
  private final Optional<AcceptanceSample> acceptance;
  private final Batches batches;
  private final BatchKeys keys;
  private final DecisionTables tables;
  private final AdjudicationPlanner reviewers;
  private final AuditTrail audit;
  private final Clock clock;

  ReviewPlanning(
      RoundRepository rounds,
      RoutingRepository routing,
      AuditSampleRepository samples,
      VerdictSettlement settlement,
      VerdictRepository verdicts,
      Optional<AcceptanceSample> acceptance,
      Batches batches,
      BatchKeys keys,
      DecisionTables tables,
      AdjudicationPlanner reviewers,
      AuditTrail audit,
      Clock clock) {
    this.rounds = rounds;
    this.routing = routing;
    this.samples = samples;
    this.settlement = settlement;
    this.verdicts = verdicts;
    this.acceptance = acceptance;
    this.batches = batches;
    this.keys = keys;
    this.tables = tables;
    this.reviewers = reviewers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Plans what there is to review. Accepted items that were not drawn are settled then, and so are
   * drawn ones for whom there is no reviewer: they count as looked at by nobody, until a repetition
   * finds a reviewer.
   */
  @Transactional
  public PlannedReviews plan(String batchId) {
    rounds.lock(batchId);
    Batch batch = batches.require(batchId);
    int round = batch.labellingRound();
    Hmac draw = keys.of(batchId);
    List<String> disputed =
        draw.shuffled(routing.waiting(batchId, round, Route.To.REVIEW), "blind");
    boolean labelsToCome = routing.labelsToCome(batchId);
    List<String> accepted = samples.accepted(batchId, round);
    AuditPlan plan = auditPlan(batchId);
    List<String> drawn =
        labelsToCome ? List.of() : draw(batch, draw.shuffled(accepted, "audit"), plan);
    boolean cover = labelsToCome || !drawn.isEmpty();
    int covering = cover ? plan.covering(disputed.size()) : 0;
    PlannedAdjudication shown =
        reviewers.plan(
            batchId, disputed.subList(covering, disputed.size()), WorkPackage.Mode.ORDINARY);
    PlannedAdjudication blind = PlannedAdjudication.NONE;
    if (!labelsToCome) {
      List<String> unseen = new ArrayList<>(samples.seenByNobody(batchId, round));
      unseen.addAll(disputed.subList(0, covering));
      blind = reviewers.plan(batchId, unseen, WorkPackage.Mode.BLIND);
    }
    PlannedAdjudication all = shown.and(blind);
    note(batchId, disputed.size(), drawn.size(), all);
    if (!labelsToCome) {
      settlement.reopenDrawn(batchId, round);
      settlement.settleAccepted(batchId);
    }
    return new PlannedReviews(drawn.size(), verdicts.packagesToDo(batchId), all.unassignable());
  }

  private AuditPlan auditPlan(String batchId) {
    long lot = samples.count(batchId).accepted();
    return new AuditTable((table, inputs) -> tables.evaluate(batchId, table, inputs))
        .audit(lot, acceptance.map(sample -> sample.size(batchId, lot)));
  }

  private List<String> draw(Batch batch, List<String> shuffled, AuditPlan plan) {
    int wanted = plan.wanted(shuffled.size(), samples.count(batch.id()).drawn());
    List<String> drawn = shuffled.subList(0, wanted);
    samples.insert(
        batch.id(), settlement.asked(batch), batch.labellingRound(), drawn, clock.instant());
    return drawn;
  }

  private void note(String batchId, int disputed, int drawn, PlannedAdjudication planned) {
    if (planned.packages() + drawn > 0) {
      audit.record(
          AuditTrail.SYSTEM,
          "reviews_planned",
          "batch:" + batchId,
          Map.of(
              "disputed",
              disputed,
              "audited",
              drawn,
              "packages",
              planned.packages(),
              "unassignable",
              planned.unassignable()));
    }
    log.info(
        "reviews_planned batch={} disputed={} audited={} packages={} unassignable={}",
        batchId,
        disputed,
        drawn,
        planned.packages(),
        planned.unassignable());
  }
}
