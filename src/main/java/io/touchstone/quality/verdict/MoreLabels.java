package io.touchstone.quality.verdict;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.engine.process.DecisionTables;
import io.touchstone.quality.round.BatchTables;
import io.touchstone.quality.round.LabelCause;
import io.touchstone.tasking.plan.Relabelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a batch goes back to be labelled by more people, and which of its items do: where
 * agreement is undecided, and where the sample of a reviewer was rejected. What has been said of an
 * item stays and counts.
 */
@Service
public class MoreLabels {

  private static final Logger log = LoggerFactory.getLogger(MoreLabels.class);

  private static final String TABLE = "more-labels";

  private final LabelCountRepository labels;
  private final VerdictSettlement verdicts;
  private final Relabelling relabelling;
  private final DecisionTables tables;
  private final AuditTrail audit;

  MoreLabels(
      LabelCountRepository labels,
      VerdictSettlement verdicts,
      Relabelling relabelling,
      DecisionTables tables,
      AuditTrail audit) {
    this.labels = labels;
    this.verdicts = verdicts;
    this.relabelling = relabelling;
    this.tables = tables;
    this.audit = audit;
  }

  /** The cause, if the table more-labels says that more people are asked for it; else "none". */
  public String decide(String batchId, Optional<LabelCause> cause) {
    return cause.filter(each -> asks(batchId, each)).map(LabelCause::id).orElse("none");
  }

  private boolean asks(String batchId, LabelCause cause) {
    Map<String, Object> answer =
        tables.evaluate(
            batchId,
            TABLE,
            Map.of(
                "labelCause", cause.id(),
                "earlierRounds", relabelling.added(batchId, cause.id()),
                "itemsWithSomebodyLeft", items(batchId, cause).size()));
    String verdict = BatchTables.text(TABLE, answer, "verdict");
    log.info(
        "more_labels_decided batch={} cause={} verdict={} rule={}",
        batchId,
        cause.id(),
        verdict,
        answer.get("rule"));
    return verdict.equals("ask");
  }

  private List<String> items(String batchId, LabelCause cause) {
    List<String> wanted =
        cause == LabelCause.AGREEMENT
            ? labels.itemsWithFewestLabels(batchId)
            : labels.itemsSettledByVotesAlone(batchId);
    return relabelling.withSomebodyLeft(batchId, wanted);
  }

  /**
   * Begins the round of labelling that was decided.
   *
   * @param cause agreement or rejection
   * @throws IllegalArgumentException for any other
   */
  @Transactional
  public void request(String batchId, String cause) {
    LabelCause why = LabelCause.valueOf(cause.toUpperCase(Locale.ROOT));
    List<String> items = items(batchId, why);
    relabelling.add(batchId, why.id(), items);
    verdicts.supersede(batchId, items);
    audit.record(
        AuditTrail.SYSTEM,
        "more_labels_requested",
        "batch:" + batchId,
        Map.of("cause", why.id(), "items", items.size()));
    log.info("more_labels_requested batch={} cause={} items={}", batchId, why.id(), items.size());
  }
}
