package io.touchstone.assist;

import io.touchstone.assist.PlannedWork.Planned;
import io.touchstone.assist.SuggestionRepository.First;
import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.BatchKeys;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.engine.DecisionTables;
import io.touchstone.project.Label;
import io.touchstone.project.Projects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides which assignment shows its suggestion, hides it, or shows a wrong one. Nothing that
 * leaves the server tells which, until the batch has ended.
 */
@Service
public class Arms {

  private final ArmRepository arms;
  private final SuggestionRepository suggestions;
  private final PlannedWork planned;
  private final BiasFinding bias;
  private final Batches batches;
  private final BatchKeys keys;
  private final Projects projects;
  private final DecisionTables tables;
  private final AuditTrail audit;

  Arms(
      ArmRepository arms,
      SuggestionRepository suggestions,
      PlannedWork planned,
      BiasFinding bias,
      Batches batches,
      BatchKeys keys,
      Projects projects,
      DecisionTables tables,
      AuditTrail audit) {
    this.arms = arms;
    this.suggestions = suggestions;
    this.planned = planned;
    this.bias = bias;
    this.batches = batches;
    this.keys = keys;
    this.projects = projects;
    this.tables = tables;
    this.audit = audit;
  }

  /**
   * Draws an arm for each assignment that has none yet and whose item has a suggestion, and for
   * gold as often. Does nothing in a batch without suggestions.
   */
  @Transactional
  public void draw(String batchId) {
    Map<String, First> first = suggestions.firstOfEach(batchId);
    if (first.isEmpty()) {
      return;
    }
    Batch batch = batches.require(batchId);
    ArmShares shares = shares(batch);
    List<ArmRepository.Row> rows = draw(batch, shares, first);
    arms.insert(batchId, rows);
    audit.record(
        AuditTrail.SYSTEM,
        "arms_drawn",
        "batch:" + batchId,
        Map.of(
            "assignments", rows.size(),
            "rule", shares.rule(),
            "version", tables.version(batchId, ArmShares.TABLE)));
  }

  private List<ArmRepository.Row> draw(Batch batch, ArmShares shares, Map<String, First> first) {
    List<String> labels =
        projects
            .asOf(batch.projectKey(), batch.labelSchemaVersion(), batch.guidelineVersion())
            .labels()
            .stream()
            .map(Label::id)
            .toList();
    ArmDraw draw = new ArmDraw(keys.of(batch.id()), shares, labels);
    double coverage = (double) first.size() / suggestions.items(batch.id());
    Map<String, String> gold = arms.goldAnswers(batch.projectKey());
    Set<String> drawn = arms.drawn(batch.id());
    List<ArmRepository.Row> rows = new ArrayList<>();
    for (Planned each : planned.assignments(batch.id())) {
      if (!drawn.contains(each.assignmentId())) {
        row(draw, each, first, gold, coverage).ifPresent(rows::add);
      }
    }
    return rows;
  }

  private static Optional<ArmRepository.Row> row(
      ArmDraw draw,
      Planned each,
      Map<String, First> first,
      Map<String, String> gold,
      double coverage) {
    String answer = gold.get(each.itemId());
    if (answer != null) {
      return draw.gold(each.assignmentId(), each.itemId(), answer, coverage)
          .map(drawn -> new ArmRepository.Row(each.assignmentId(), Optional.empty(), drawn));
    }
    return Optional.ofNullable(first.get(each.itemId()))
        .map(
            found ->
                new ArmRepository.Row(
                    each.assignmentId(),
                    Optional.of(found.suggestionId()),
                    draw.ordinary(
                        each.assignmentId(), each.itemId(), found.label(), found.runnerUp())));
  }

  private ArmShares shares(Batch batch) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("lastAction", bias.lastAction(batch.projectKey()).orElse(null));
    return ArmShares.of(tables.evaluate(batch.id(), ArmShares.TABLE, inputs));
  }

  /** Labels that a package suggests, by assignment; nothing in it tells why others have none. */
  @Transactional(readOnly = true)
  public Map<String, String> seenIn(String packageId) {
    return arms.seenIn(packageId);
  }

  /** Notes beside a package's new judgements what was shown and whether it was taken over. */
  @Transactional
  public void note(String packageId) {
    arms.note(packageId);
  }
}
