package io.touchstone.tasking.plan;

import io.touchstone.assist.Arms;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.BatchInProject;
import io.touchstone.pipeline.BatchesInProject;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.Project;
import io.touchstone.tasking.EligiblePeople;
import io.touchstone.tasking.EvenPlan;
import io.touchstone.tasking.PlanRepository;
import io.touchstone.tasking.WorkPackage;
import io.touchstone.workforce.Annotator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks one more annotator about items that the first labels left unsure: in an ordinary work
 * package, gold among it, by the rules of the first plan.
 */
@Service
public class FurtherLabels {

  private final BatchesInProject batches;
  private final EligiblePeople people;
  private final PlanRepository plans;
  private final FurtherLabelRepository rows;
  private final TaskCreation creation;
  private final Arms arms;

  FurtherLabels(
      BatchesInProject batches,
      EligiblePeople people,
      PlanRepository plans,
      FurtherLabelRepository rows,
      TaskCreation creation,
      Arms arms) {
    this.batches = batches;
    this.people = people;
    this.plans = plans;
    this.rows = rows;
    this.creation = creation;
    this.arms = arms;
  }

  /**
   * The batch's items that nobody is left to label: everybody eligible has them, had them, refused
   * them or reviews them.
   *
   * @param without people who are not asked
   */
  @Transactional(readOnly = true)
  public Set<String> withNobodyLeft(String batchId, Set<String> without) {
    BatchInProject within = batches.require(batchId);
    List<String> eligible =
        eligible(within.project(), without).stream().map(Annotator::id).toList();
    return rows.withNobodyLeft(batchId, within.batch().labellingRound(), eligible);
  }

  /**
   * Plans one more label for each of these items, for whoever has least to do in the batch.
   *
   * @param without people who are not asked
   * @return new work packages
   */
  @Transactional
  public long plan(String batchId, List<String> itemIds, Set<String> without) {
    if (itemIds.isEmpty()) {
      return 0;
    }
    plans.lock(batchId);
    BatchInProject within = batches.require(batchId);
    Batch batch = within.batch();
    Project project = within.project();
    Hmac draw = within.key();
    Map<String, Set<String>> barred = rows.barred(batchId, batch.labellingRound(), itemIds);
    List<EvenPlan.Need> needs =
        draw.shuffled(itemIds, "item").stream()
            .map(item -> new EvenPlan.Need(item, 1, barred.getOrDefault(item, Set.of())))
            .toList();
    EvenPlan plan =
        EvenPlan.of(
            draw, needs, TaskCreation.loads(eligible(project, without), plans.holders(batchId)));
    long packages = creation.store(batch, project, plan, WorkPackage.Mode.FURTHER, draw);
    arms.draw(batchId);
    return packages;
  }

  private List<Annotator> eligible(Project project, Set<String> without) {
    return people.annotators(project).stream()
        .filter(annotator -> !without.contains(annotator.id()))
        .toList();
  }
}
