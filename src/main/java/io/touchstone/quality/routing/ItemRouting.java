package io.touchstone.quality.routing;

import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.engine.process.DecisionTables;
import io.touchstone.project.Label;
import io.touchstone.project.Project;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.Projects;
import io.touchstone.project.StoredAnswers;
import io.touchstone.quality.gold.GoldScoreRepository;
import io.touchstone.quality.gold.GoldTables;
import io.touchstone.quality.round.AskedQuestions;
import io.touchstone.quality.round.BatchTables;
import io.touchstone.quality.round.RoundRepository;
import io.touchstone.quality.routing.RoutingRepository.Routed;
import io.touchstone.quality.routing.RoutingRepository.Scope;
import io.touchstone.tasking.plan.FurtherLabels;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the table adjudication-routing where each item goes that has no verdict and that nobody has
 * in hand, and asks further annotators where it says so. A repeated call changes nothing.
 */
@Service
public class ItemRouting {

  private static final Logger log = LoggerFactory.getLogger(ItemRouting.class);

  private final RoundRepository rounds;
  private final GoldScoreRepository golds;
  private final RoutingRepository routing;
  private final Batches batches;
  private final Projects projects;
  private final DecisionTables tables;
  private final FurtherLabels further;
  private final AuditTrail audit;
  private final Clock clock;

  ItemRouting(
      RoundRepository rounds,
      GoldScoreRepository golds,
      RoutingRepository routing,
      Batches batches,
      Projects projects,
      DecisionTables tables,
      FurtherLabels further,
      AuditTrail audit,
      Clock clock) {
    this.rounds = rounds;
    this.golds = golds;
    this.routing = routing;
    this.batches = batches;
    this.projects = projects;
    this.tables = tables;
    this.further = further;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Routes the batch's open items, in the tables of the batch.
   *
   * @return how many items got a route that they did not have
   */
  @Transactional
  public int route(String batchId) {
    rounds.lock(batchId);
    Batch batch = batches.require(batchId);
    Project project = projects.of(batch.pins());
    BatchTables asked = (table, inputs) -> tables.evaluate(batchId, table, inputs);
    RoutingTable routes = new RoutingTable(asked);
    Scope scope = scope(batch, project, new GoldTables(asked));
    ProjectSettings settings = project.settings();
    List<Routed> routed =
        routing.groups(scope).stream()
            .map(
                group -> {
                  RoutingCase each =
                      group.routingCase(
                          settings.annotatorsPerItem(), settings.maxAnnotatorsPerItem());
                  return new Routed(group, each, routes.route(each));
                })
            .toList();
    int version = tables.version(batchId, RoutingTable.ROUTING);
    int items = routing.insert(scope, version, routed, clock.instant());
    List<String> unsure = routing.waiting(batchId, scope.round(), Route.To.EXTRA_LABEL);
    long packages = further.plan(batchId, unsure, scope.flagged());
    note(batchId, items, unsure.size(), packages);
    return items;
  }

  private Scope scope(Batch batch, Project project, GoldTables looked) {
    Set<String> flagged =
        golds.goldScores(batch.id(), StoredAnswers.sameFrom(project.question())).entrySet().stream()
            .filter(person -> looked.flag(person.getValue()).raised())
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    boolean othersMayLabel =
        project.settings().maxAnnotatorsPerItem() > project.settings().annotatorsPerItem();
    return new Scope(
        batch.id(),
        AskedQuestions.of(project.question()),
        batch.labellingRound(),
        flagged,
        project.labels().stream().filter(Label::highRisk).map(Label::id).toList(),
        othersMayLabel ? further.withNobodyLeft(batch.id(), flagged) : Set.of());
  }

  private void note(String batchId, int items, int unsure, long packages) {
    if (items > 0) {
      audit.record(
          AuditTrail.SYSTEM,
          "items_routed",
          "batch:" + batchId,
          Map.of("items", items, "furtherLabels", unsure, "packages", packages));
    }
    log.info("items_routed batch={} items={} further_labels={}", batchId, items, unsure);
  }
}
