package io.touchstone.quality.gold;

import io.touchstone.audit.AuditTrail;
import io.touchstone.ingestion.gold.GoldStock;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.engine.process.DecisionTables;
import io.touchstone.project.Projects;
import io.touchstone.project.StoredAnswers;
import io.touchstone.quality.round.BatchTables;
import io.touchstone.statistics.WilsonInterval;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes gold out of use whose known answer people do not share, where the table gold-retirement
 * says so. What was answered to it no longer counts for or against anybody.
 */
@Service
class GoldRetirement {

  static final String TABLE = "gold-retirement";
  private static final Logger log = LoggerFactory.getLogger(GoldRetirement.class);

  private final GoldLookRepository looks;
  private final GoldStock stock;
  private final Batches batches;
  private final Projects projects;
  private final DecisionTables tables;
  private final AuditTrail audit;

  GoldRetirement(
      GoldLookRepository looks,
      GoldStock stock,
      Batches batches,
      Projects projects,
      DecisionTables tables,
      AuditTrail audit) {
    this.looks = looks;
    this.stock = stock;
    this.batches = batches;
    this.projects = projects;
    this.tables = tables;
    this.audit = audit;
  }

  /**
   * A gold item's first answers, one a person.
   *
   * @param score how many gave one, and how many the known one
   */
  record Tally(String itemId, GoldScore score) {

    Map<String, Object> inputs() {
      WilsonInterval failing =
          WilsonInterval.of(score.count() - score.correct(), score.count(), WilsonInterval.Z_95);
      Map<String, Object> inputs = new HashMap<>();
      inputs.put("people", score.count());
      inputs.put("failed", score.count() - score.correct());
      inputs.put("failShare", (double) (score.count() - score.correct()) / score.count());
      inputs.put("wilsonLow", failing.low());
      inputs.put("wilsonHigh", failing.high());
      return inputs;
    }
  }

  /** Looks at all gold in use of the batch's project. Repeating it changes nothing. */
  @Transactional
  void lookAtGold(String batchId) {
    tables.find(batchId, TABLE).ifPresent(table -> lookAtGold(batches.require(batchId), table));
  }

  private void lookAtGold(Batch batch, UnaryOperator<Map<String, Object>> table) {
    String sameFrom = StoredAnswers.sameFrom(projects.of(batch.pins()).question());
    for (Tally tally : looks.tallies(batch.projectKey(), sameFrom)) {
      Map<String, Object> answer = table.apply(tally.inputs());
      if (Boolean.TRUE.equals(answer.get("retire"))) {
        retire(batch, tally, answer);
      }
    }
  }

  private void retire(Batch batch, Tally tally, Map<String, Object> answer) {
    stock.retire(tally.itemId(), BatchTables.text(TABLE, answer, "because"));
    String rule = BatchTables.text(TABLE, answer, "rule");
    audit.record(
        AuditTrail.SYSTEM,
        "gold_retired",
        "item:" + tally.itemId(),
        Map.of(
            "batch", batch.id(),
            "people", tally.score().count(),
            "correct", tally.score().correct(),
            "rule", rule));
    log.info(
        "gold_retired project={} item={} people={} correct={} rule={}",
        batch.projectKey(),
        tally.itemId(),
        tally.score().count(),
        tally.score().correct(),
        rule);
  }
}
