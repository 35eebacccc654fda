package io.touchstone.assist;

import io.touchstone.answer.Answer;
import io.touchstone.assist.PlannedWork.Planned;
import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.BatchKeys;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.engine.process.DecisionTables;
import io.touchstone.project.Projects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    if (!suggestions.any(batchId)) {
      return;
    }
    Batch batch = batches.require(batchId);
    ArmShares shares = shares(batch);
    List<ArmRepository.Row> rows = draw(batch, shares);
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

  private List<ArmRepository.Row> draw(Batch batch, ArmShares shares) {
    Set<String> drawn = arms.drawn(batch.id());
    List<Planned> pending =
        planned.assignments(batch.id()).stream()
            .filter(each -> !drawn.contains(each.assignmentId()))
            .toList();
    ArmDraw draw = new ArmDraw(keys.of(batch.id()), shares, decoys(batch));
    Set<String> items = pending.stream().map(Planned::itemId).collect(Collectors.toSet());
    Map<Answer, List<Answer>> seconds = new HashMap<>();
    Map<String, Known> known = ofModels(batch, draw, items, seconds);
    known.putAll(ofGold(batch, draw, items, seconds));
    List<ArmRepository.Row> rows = new ArrayList<>();
    for (Planned each : pending) {
      Known item = known.get(each.itemId());
      if (item != null) {
        Arm arm = draw.arm(each.assignmentId(), item.candidate());
        rows.add(
            new ArmRepository.Row(each.assignmentId(), item.suggestionId(), arm, item.candidate()));
      }
    }
    return rows;
  }

  /** What may be shown of an item, and the suggestion of a model behind it. */
  private record Known(Optional<Long> suggestionId, Candidate candidate) {}

  private Decoys decoys(Batch batch) {
    return new Decoys(keys.of(batch.id()), projects.of(batch.pins()).question());
  }

  /**
   * @param seconds takes what the model holds for second most likely, by what it suggests
   */
  private Map<String, Known> ofModels(
      Batch batch, ArmDraw draw, Set<String> items, Map<Answer, List<Answer>> seconds) {
    Map<String, Known> known = new HashMap<>();
    suggestions.firstOfEach(
        batch.id(),
        items,
        (item, text, first) -> {
          draw.ordinary(item, first.suggested(), first.runnerUp(), text)
              .ifPresent(
                  candidate ->
                      known.put(item, new Known(Optional.of(first.suggestionId()), candidate)));
          first
              .runnerUp()
              .filter(second -> !second.equals(first.suggested()))
              .ifPresent(
                  second ->
                      seconds
                          .computeIfAbsent(first.suggested(), suggested -> new ArrayList<>())
                          .add(second));
        });
    return known;
  }

  private Map<String, Known> ofGold(
      Batch batch, ArmDraw draw, Set<String> items, Map<Answer, List<Answer>> seconds) {
    double coverage = suggestions.coverage(batch.id());
    Map<String, Known> known = new HashMap<>();
    arms.gold(batch.projectKey())
        .forEach(
            (item, gold) -> {
              if (items.contains(item)) {
                draw.gold(
                        item,
                        gold.answer(),
                        gold.text(),
                        coverage,
                        seconds.getOrDefault(gold.answer(), List.of()))
                    .ifPresent(
                        candidate -> known.put(item, new Known(Optional.empty(), candidate)));
              }
            });
    return known;
  }

  private SourceAccuracy sourceAccuracy(Batch batch) {
    return SourceAccuracy.of(
        suggestions.meanScore(batch.id()), bias.settled(batch.projectKey(), batch.id()));
  }

  private ArmShares shares(Batch batch) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("lastAction", bias.lastAction(batch.projectKey()).orElse(null));
    inputs.put("sourceRight", sourceAccuracy(batch).estimate());
    return ArmShares.of(tables.evaluate(batch.id(), ArmShares.TABLE, inputs));
  }

  /** What a package suggests, by assignment; nothing in it tells why others have none. */
  @Transactional(readOnly = true)
  public Map<String, Answer> seenIn(String packageId) {
    return arms.seenIn(packageId);
  }

  /**
   * Notes beside judgements what was shown and whether it was taken over; those that are noted
   * already stay as they are.
   */
  @Transactional
  public void note(List<JudgedAnswer> judged) {
    arms.note(judged);
  }
}
