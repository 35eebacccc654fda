package io.touchstone.tasking;

import io.touchstone.pipeline.Batches;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has items of a batch labelled once more, under a newer guideline. */
@Service
public class Relabelling {

  private final Batches batches;
  private final PlanRepository plans;
  private final Clock clock;

  Relabelling(Batches batches, PlanRepository plans, Clock clock) {
    this.batches = batches;
    this.plans = plans;
    this.clock = clock;
  }

  /**
   * Begins the batch's next labelling round. The assignments of these items no longer count; their
   * judgements stay as they were made. The next plan finds that the items lack annotators.
   *
   * @param guidelineVersion the guideline of the new round
   * @return assignments that no longer count
   */
  @Transactional
  public int begin(String batchId, int guidelineVersion, List<String> itemIds) {
    plans.lock(batchId);
    int superseded = plans.supersede(batchId, itemIds, clock.instant());
    batches.beginRound(batchId, guidelineVersion);
    return superseded;
  }
}
