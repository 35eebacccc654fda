package io.touchstone.quality.guideline;

import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.GuidelineVersion;
import io.touchstone.project.Guidelines;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import io.touchstone.quality.measurement.GuidelineDecisionRepository;
import io.touchstone.quality.verdict.VerdictSettlement;
import io.touchstone.tasking.plan.Relabelling;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a guideline owner's decision does: a new version of the guideline, and exactly the items
 * that it touches are labelled again; or the guideline stays, and the batch goes on.
 */
@Service
class GuidelineRevision {

  /** The guideline changes. */
  static final String REVISE = "revise";

  /** The guideline stays as it is, for a reason. */
  static final String KEEP = "keep";

  private static final Logger log = LoggerFactory.getLogger(GuidelineRevision.class);

  private final Batches batches;
  private final Projects projects;
  private final Guidelines guidelines;
  private final GuidelineDecisionRepository decisions;
  private final VerdictSettlement verdicts;
  private final Relabelling relabelling;
  private final AuditTrail audit;
  private final Clock clock;

  GuidelineRevision(
      Batches batches,
      Projects projects,
      Guidelines guidelines,
      GuidelineDecisionRepository decisions,
      VerdictSettlement verdicts,
      Relabelling relabelling,
      AuditTrail audit,
      Clock clock) {
    this.batches = batches;
    this.projects = projects;
    this.guidelines = guidelines;
    this.decisions = decisions;
    this.verdicts = verdicts;
    this.relabelling = relabelling;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A new text.
   *
   * @param baseVersion the guideline version that the person began with
   * @param note what changed, for those who label under it
   * @param labels whose items are labelled again
   */
  record NewText(int baseVersion, String markdown, String note, List<String> labels) {}

  /**
   * Writes the new version and has the affected items of the batch labelled again.
   *
   * @throws Refusal 412 if somebody wrote a version in between, 422 with the place that is wrong
   */
  @Transactional
  public void revise(String batchId, String personId, NewText text) {
    Batch batch = batches.require(batchId);
    List<String> labels = checked(text.labels(), batch);
    int version = version(batch, personId, text);
    List<String> items = decisions.itemsWith(batchId, labels);
    if (items.isEmpty()) {
      throw invalid(
          "labels",
          "nothing-affected",
          "Nobody has given one of the ticked classes to an item of this batch. Tick the classes"
              + " that your change is about.");
    }
    relabelling.begin(batchId, version, items);
    verdicts.supersede(batchId, items);
    decisions.insert(
        new GuidelineDecisionRepository.Decision(
            batchId, batch.labellingRound(), REVISE, version, labels, items.size(), personId),
        clock.instant());
    audit.recordWithReason(
        personId,
        "guideline_revised",
        "batch:" + batchId,
        Map.of(
            "guideline",
            version,
            "before",
            batch.guidelineVersion(),
            "labels",
            labels,
            "items",
            items.size()),
        text.note().strip());
    log.info(
        "guideline_revised batch={} guideline={} labels={} items={}",
        batchId,
        version,
        labels.size(),
        items.size());
  }

  private List<String> checked(List<String> labels, Batch batch) {
    Project project = projects.of(batch.pins());
    for (String label : labels) {
      if (!project.knowsLabel(label)) {
        throw invalid(
            "labels",
            "unknown-label",
            "A class is ticked that the batch's label schema does not have. Open the task again.");
      }
    }
    if (labels.isEmpty()) {
      throw invalid(
          "labels",
          "labels-missing",
          "Tick at least one class: its items are labelled again under the new text.");
    }
    return List.copyOf(new TreeSet<>(labels));
  }

  /** The version under which the batch goes on: a new one, or one written since it began. */
  private int version(Batch batch, String personId, NewText text) {
    GuidelineVersion latest = guidelines.latest(batch.projectKey());
    boolean unchanged =
        latest.version() == text.baseVersion() && latest.markdown().equals(text.markdown());
    if (unchanged && latest.version() > batch.guidelineVersion()) {
      return latest.version();
    }
    if (unchanged) {
      throw invalid(
          "markdown",
          "guideline-unchanged",
          "The text is that of version "
              + latest.version()
              + ", under which the batch was labelled. Change it, or say that the guideline stays"
              + " as it is.");
    }
    return guidelines.write(
        batch.projectKey(), text.baseVersion(), text.markdown(), text.note(), personId);
  }

  /**
   * The guideline stays as it is; the batch goes on to routing and adjudication.
   *
   * @throws Refusal 422 without a reason
   */
  @Transactional
  public void keep(String batchId, String personId, String reason) {
    if (reason.isBlank()) {
      throw invalid(
          "reason", "reason-missing", "Say why the guideline is clear enough as it stands.");
    }
    Batch batch = batches.require(batchId);
    decisions.insert(
        new GuidelineDecisionRepository.Decision(
            batchId,
            batch.labellingRound(),
            KEEP,
            batch.guidelineVersion(),
            List.of(),
            0,
            personId),
        clock.instant());
    audit.recordWithReason(
        personId,
        "guideline_kept",
        "batch:" + batchId,
        Map.of("guideline", batch.guidelineVersion()),
        reason.strip());
    log.info("guideline_kept batch={} guideline={}", batchId, batch.guidelineVersion());
  }

  private static Refusal invalid(String where, String type, String sentence) {
    return new Refusal(422, type, sentence, Map.of("where", where));
  }
}
