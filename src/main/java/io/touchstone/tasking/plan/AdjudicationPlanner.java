package io.touchstone.tasking.plan;

import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.BatchInProject;
import io.touchstone.pipeline.BatchesInProject;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.Project;
import io.touchstone.tasking.EligiblePeople;
import io.touchstone.tasking.EvenPlan;
import io.touchstone.tasking.PackageCutter;
import io.touchstone.tasking.PlanRepository;
import io.touchstone.tasking.PlannedPackage;
import io.touchstone.tasking.WorkPackage;
import io.touchstone.workforce.Annotator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives items to reviewers who have labelled none of them. */
@Service
public class AdjudicationPlanner {

  private final BatchesInProject batches;
  private final EligiblePeople people;
  private final PlanRepository plans;

  AdjudicationPlanner(BatchesInProject batches, EligiblePeople people, PlanRepository plans) {
    this.batches = batches;
    this.people = people;
    this.plans = plans;
  }

  /**
   * What was planned.
   *
   * @param packages new work packages
   * @param unassignable items that every reviewer has had in hand already, or for whom there is no
   *     reviewer
   */
  public record PlannedAdjudication(int packages, int unassignable) {

    /** Of no items. */
    public static final PlannedAdjudication NONE = new PlannedAdjudication(0, 0);

    /** Both together. */
    public PlannedAdjudication and(PlannedAdjudication other) {
      return new PlannedAdjudication(packages + other.packages, unassignable + other.unassignable);
    }
  }

  /**
   * Plans the items that no adjudicator has yet; the others are left as they are.
   *
   * @param mode ordinary, with the labels given side by side, or blind
   */
  @Transactional
  public PlannedAdjudication plan(String batchId, List<String> itemIds, WorkPackage.Mode mode) {
    plans.lock(batchId);
    BatchInProject within = batches.require(batchId);
    Batch batch = within.batch();
    Project project = within.project();
    Hmac draw = within.key();
    Set<String> planned = plans.inAdjudication(batchId);
    Map<String, Set<String>> holders = plans.everybodyWithItem(batchId);
    List<EvenPlan.Need> needs =
        draw.shuffled(itemIds, "item").stream()
            .filter(item -> !planned.contains(item))
            .map(item -> new EvenPlan.Need(item, 1, holders.getOrDefault(item, Set.of())))
            .toList();
    List<String> reviewers = people.reviewers(project).stream().map(Annotator::id).toList();
    EvenPlan plan = EvenPlan.of(draw, needs, EvenPlan.noLoads(reviewers));
    return new PlannedAdjudication(store(batch, project, plan, mode, draw), plan.shortItems());
  }

  private int store(Batch batch, Project project, EvenPlan plan, WorkPackage.Mode mode, Hmac draw) {
    PackageCutter cutter =
        new PackageCutter(
            draw, project.settings().medianSecondsPerItem(), project.settings().packageMinutes());
    List<PlannedPackage> all = new ArrayList<>();
    plan.itemsOf()
        .forEach(
            (reviewer, items) -> {
              WorkPackage.Kind kind = WorkPackage.Kind.ADJUDICATION;
              int round = batch.labellingRound();
              int last = plans.lastNumber(batch.id(), reviewer, kind, round);
              all.addAll(cutter.cut(batch.id(), reviewer, kind, round, last + 1, items));
            });
    all.forEach(planned -> plans.insert(planned.in(mode), draw));
    return all.size();
  }
}
