package io.touchstone.tasking.reassignment;

import io.touchstone.assist.Arms;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.BatchInProject;
import io.touchstone.pipeline.BatchRowRepository;
import io.touchstone.pipeline.BatchesInProject;
import io.touchstone.pipeline.Stage;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.Project;
import io.touchstone.tasking.EligiblePeople;
import io.touchstone.tasking.EvenPlan;
import io.touchstone.tasking.PackageCutter;
import io.touchstone.tasking.PlanRepository;
import io.touchstone.tasking.PlannedPackage;
import io.touchstone.tasking.RedistributionRepository;
import io.touchstone.tasking.RedistributionRepository.Held;
import io.touchstone.tasking.WorkPackage;
import io.touchstone.tasking.gold.GoldSupply;
import io.touchstone.workforce.Annotator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Gives the items of packages that came back to people who may label them and have none of them in
 * hand. What nobody may have stays where it was.
 */
@Component
class Redistribution {

  private final RedistributionRepository rows;
  private final PlanRepository plans;
  private final BatchRowRepository batchRows;
  private final GoldSupply gold;
  private final Arms arms;
  private final BatchesInProject batches;
  private final EligiblePeople eligible;

  Redistribution(
      RedistributionRepository rows,
      PlanRepository plans,
      BatchRowRepository batchRows,
      GoldSupply gold,
      Arms arms,
      BatchesInProject batches,
      EligiblePeople eligible) {
    this.rows = rows;
    this.plans = plans;
    this.batchRows = batchRows;
    this.gold = gold;
    this.arms = arms;
    this.batches = batches;
    this.eligible = eligible;
  }

  /**
   * What became of the items.
   *
   * @param people who got some of them
   * @param moved items that others have now
   * @param kept items that stayed
   * @param lastOneGone whether the batch waits for nothing any more
   */
  record Outcome(Set<String> people, int moved, int kept, boolean lastOneGone) {

    /** All items stayed; gold is not counted, as ever. */
    static Outcome nothingMoved(List<Held> held) {
      return new Outcome(
          Set.of(), 0, (int) held.stream().filter(item -> !item.gold()).count(), false);
    }
  }

  /**
   * Spreads the items of queued packages of one batch, kind, mode and round.
   *
   * @param back locked by the caller, queued, at least one
   */
  Outcome spread(List<WorkPackage> back) {
    WorkPackage one = back.get(0);
    int waitedFor = batchRows.holdOpenPackages(one.batchId());
    BatchInProject within = batches.require(one.batchId());
    Batch batch = within.batch();
    List<String> ids = back.stream().map(WorkPackage::id).toList();
    if (batch.state() == Batch.State.STOPPED || batch.state() == Batch.State.DONE) {
      ids.forEach(rows::withdraw);
      if (waitedFor > 0) {
        batchRows.addOpenPackages(batch.id(), -ids.size());
      }
      return new Outcome(Set.of(), 0, 0, false);
    }
    List<Held> held = rows.held(ids);
    EvenPlan plan = plan(within, one, ids, held);
    Set<String> placed = new HashSet<>();
    plan.itemsOf().values().forEach(placed::addAll);
    int withdrawn = 0;
    for (WorkPackage each : back) {
      withdrawn += take(each, of(each, held), placed, within) ? 1 : 0;
    }
    Set<String> people = new TreeSet<>();
    int added = store(within, one, plan, people);
    long real = held.stream().filter(item -> !item.gold()).count();
    boolean last = false;
    if (waitedFor > 0 && isWaitedFor(batch, one.kind())) {
      last = batchRows.addOpenPackages(batch.id(), added - withdrawn) == 0;
    }
    return new Outcome(people, placed.size(), (int) real - placed.size(), last);
  }

  /** Further labels are asked for in the stage of reviews. */
  private static boolean isWaitedFor(Batch batch, WorkPackage.Kind kind) {
    return batch.stage() == Stage.QUALITY_ASSURANCE
        || batch.stage() == Stage.ANNOTATION && kind == WorkPackage.Kind.ANNOTATION;
  }

  private static List<Held> of(WorkPackage each, List<Held> held) {
    return held.stream().filter(item -> item.packageId().equals(each.id())).toList();
  }

  private EvenPlan plan(BatchInProject within, WorkPackage one, List<String> ids, List<Held> held) {
    Hmac draw = within.key();
    Map<String, Set<String>> barred = rows.barred(one.batchId(), one.kind(), one.round(), ids);
    List<String> items = held.stream().filter(Held::movable).map(Held::itemId).toList();
    List<EvenPlan.Need> needs =
        draw.shuffled(items, "item").stream()
            .map(item -> new EvenPlan.Need(item, 1, barred.getOrDefault(item, Set.of())))
            .toList();
    List<String> people =
        eligible.of(one.kind(), within.project()).stream().map(Annotator::id).toList();
    return EvenPlan.of(draw, needs, rows.loads(people));
  }

  /**
   * Takes the placed items out of a package. Rows and drafts stay the person's own, in a withdrawn
   * package, so that nobody else sees them and they are there should she get the items again.
   *
   * @return whether nothing is left of the package
   */
  private boolean take(
      WorkPackage from, List<Held> held, Set<String> placed, BatchInProject within) {
    List<Held> gone =
        held.stream().filter(item -> item.movable() && placed.contains(item.itemId())).toList();
    long real = held.stream().filter(item -> !item.gold()).count();
    if (gone.size() == real) {
      rows.withdraw(from.id());
      return true;
    }
    if (!gone.isEmpty()) {
      Hmac draw = within.key();
      PlannedPackage husk = emptyPackage(from, draw);
      plans.insert(husk, draw);
      rows.withdraw(husk.id());
      rows.move(gone.stream().map(Held::assignmentId).toList(), husk.id());
    }
    return false;
  }

  private PlannedPackage emptyPackage(WorkPackage from, Hmac draw) {
    int number =
        plans.lastNumber(from.batchId(), from.annotatorId(), from.kind(), from.round()) + 1;
    return new PlannedPackage(
        PackageCutter.packageId(draw, from.annotatorId(), from.kind(), from.round(), number),
        from.batchId(),
        from.annotatorId(),
        from.kind(),
        from.mode(),
        from.round(),
        number,
        0,
        List.of());
  }

  private int store(BatchInProject within, WorkPackage like, EvenPlan plan, Set<String> people) {
    Batch batch = within.batch();
    Project project = within.project();
    Hmac draw = within.key();
    PackageCutter cutter =
        new PackageCutter(
            draw, project.settings().medianSecondsPerItem(), project.settings().packageMinutes());
    int added = 0;
    for (Map.Entry<String, List<String>> entry : plan.itemsOf().entrySet()) {
      if (entry.getValue().isEmpty()) {
        continue;
      }
      String person = entry.getKey();
      List<String> work = new ArrayList<>(entry.getValue());
      if (like.kind() == WorkPackage.Kind.ANNOTATION) {
        work.addAll(gold.draw(gold.terms(batch, project), person, work.size(), draw));
      }
      int last = plans.lastNumber(batch.id(), person, like.kind(), like.round());
      List<PlannedPackage> cut =
          cutter.cut(batch.id(), person, like.kind(), like.round(), last + 1, work);
      cut.forEach(planned -> store(planned.in(like.mode()), draw));
      added += cut.size();
      people.add(person);
    }
    arms.draw(batch.id());
    return added;
  }

  /** Items that the person had before come with the drafts of then. */
  private void store(PlannedPackage planned, Hmac draw) {
    Map<String, String> again = rows.onceHeld(planned);
    List<String> fresh =
        planned.itemIds().stream().filter(item -> !again.containsKey(item)).toList();
    plans.insert(planned.with(fresh), draw);
    rows.move(again.values(), planned.id());
    rows.place(planned.id(), planned.itemIds());
  }
}
