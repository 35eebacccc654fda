package io.touchstone.tasking.plan;

import io.touchstone.assist.Arms;
import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.BatchInProject;
import io.touchstone.pipeline.BatchesInProject;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.Project;
import io.touchstone.project.ProjectSettings;
import io.touchstone.tasking.EligiblePeople;
import io.touchstone.tasking.EvenPlan;
import io.touchstone.tasking.PackageCutter;
import io.touchstone.tasking.PlanRepository;
import io.touchstone.tasking.PlannedPackage;
import io.touchstone.tasking.WorkPackage;
import io.touchstone.tasking.gold.GoldSupply;
import io.touchstone.workforce.Annotator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans who labels what: k distinct, qualified, unconflicted annotators per item, loads even, gold
 * mixed in where nobody can tell.
 */
@Service
public class TaskCreation {

  private final BatchesInProject batches;
  private final EligiblePeople people;
  private final PlanRepository plans;
  private final LabelRequestRepository requests;
  private final Arms arms;
  private final GoldSupply gold;
  private final AuditTrail audit;

  TaskCreation(
      BatchesInProject batches,
      EligiblePeople people,
      PlanRepository plans,
      LabelRequestRepository requests,
      Arms arms,
      GoldSupply gold,
      AuditTrail audit) {
    this.batches = batches;
    this.people = people;
    this.plans = plans;
    this.requests = requests;
    this.arms = arms;
    this.gold = gold;
    this.audit = audit;
  }

  /**
   * What the plan came to.
   *
   * @param items of the batch
   * @param shortItems that lack an annotator because too few people are eligible
   * @param imbalance largest load over mean load, 1 when even
   * @param spread largest load less smallest, in items
   * @param packages new ones
   * @param gold how well the gold lasts
   */
  public record Plan(
      long items,
      long shortItems,
      double imbalance,
      long spread,
      long packages,
      GoldSupply.Standing gold) {}

  /** Plans what is not planned yet; a repetition adds nothing to a complete plan. */
  @Transactional
  public Plan plan(String batchId) {
    plans.lock(batchId);
    BatchInProject within = batches.require(batchId);
    Batch batch = within.batch();
    Project project = within.project();
    Hmac draw = within.key();
    List<Annotator> eligible = people.annotators(project);
    List<String> items = plans.items(batchId);
    Map<String, Set<String>> holders = plans.holders(batchId);
    EvenPlan plan =
        EvenPlan.of(
            draw,
            needs(
                items,
                holders,
                plans.takenBack(batchId, batch.labellingRound()),
                wanted(batchId, project.settings()),
                draw),
            loads(eligible, holders));
    long packages = store(batch, project, plan, WorkPackage.Mode.ORDINARY, draw);
    GoldSupply.Terms terms = gold.terms(batch, project);
    gold.mixInto(terms, draw);
    arms.draw(batchId);
    GoldSupply.Standing standing = gold.standing(terms);
    audit.record(
        AuditTrail.SYSTEM,
        "assignments_planned",
        "batch:" + batchId,
        Map.of(
            "items", items.size(),
            "short", plan.shortItems(),
            "packages", packages,
            "withoutGold", standing.peopleWithout()));
    return new Plan(
        items.size(), plan.shortItems(), plan.imbalance(), plan.spread(), packages, standing);
  }

  /** Annotators per item: as many as the project asks for, or one more than an item had. */
  private ToIntFunction<String> wanted(String batchId, ProjectSettings settings) {
    Map<String, Integer> more = requests.wanted(batchId);
    int usual = settings.annotatorsPerItem();
    return item -> Math.max(usual, more.getOrDefault(item, usual));
  }

  private static List<EvenPlan.Need> needs(
      List<String> items,
      Map<String, Set<String>> holders,
      Map<String, Set<String>> takenBack,
      ToIntFunction<String> wanted,
      Hmac draw) {
    List<EvenPlan.Need> needs = new ArrayList<>();
    for (String item : draw.shuffled(items, "item")) {
      Set<String> have = holders.getOrDefault(item, Set.of());
      int lacking = wanted.applyAsInt(item) - have.size();
      if (lacking > 0) {
        Set<String> barred = new HashSet<>(have);
        barred.addAll(takenBack.getOrDefault(item, Set.of()));
        needs.add(new EvenPlan.Need(item, lacking, barred));
      }
    }
    return needs;
  }

  /** How many items each of these people has in the batch. */
  static Map<String, Integer> loads(List<Annotator> eligible, Map<String, Set<String>> holders) {
    Map<String, Integer> loads = EvenPlan.noLoads(eligible.stream().map(Annotator::id).toList());
    holders
        .values()
        .forEach(people -> people.forEach(id -> loads.computeIfPresent(id, (k, n) -> n + 1)));
    return loads;
  }

  /** Cuts what is planned into packages, gold among it, and stores them. */
  long store(Batch batch, Project project, EvenPlan plan, WorkPackage.Mode mode, Hmac draw) {
    ProjectSettings settings = project.settings();
    PackageCutter cutter =
        new PackageCutter(draw, settings.medianSecondsPerItem(), settings.packageMinutes());
    GoldSupply.Terms terms = gold.terms(batch, project);
    long packages = 0;
    for (Map.Entry<String, List<String>> entry : plan.itemsOf().entrySet()) {
      if (entry.getValue().isEmpty()) {
        continue;
      }
      String annotator = entry.getKey();
      List<String> work = new ArrayList<>(entry.getValue());
      work.addAll(gold.draw(terms, annotator, work.size(), draw));
      int round = batch.labellingRound();
      int last = plans.lastNumber(batch.id(), annotator, WorkPackage.Kind.ANNOTATION, round);
      List<PlannedPackage> cut =
          cutter.cut(batch.id(), annotator, WorkPackage.Kind.ANNOTATION, round, last + 1, work);
      plans.planChecksAnew();
      cut.forEach(planned -> plans.insert(planned.in(mode), draw));
      packages += cut.size();
    }
    return packages;
  }
}
