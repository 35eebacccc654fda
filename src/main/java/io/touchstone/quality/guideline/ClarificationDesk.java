package io.touchstone.quality.guideline;

import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.GuidelineHtml;
import io.touchstone.project.Label;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import io.touchstone.quality.gold.ClarificationEvidenceRepository;
import io.touchstone.quality.gold.Confusion;
import io.touchstone.tasking.reassignment.Clarification;
import io.touchstone.tasking.reassignment.Clarifications;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a talk about the guideline shows to the person who is asked for it, and what comes of it.
 */
@Service
class ClarificationDesk {

  private static final int CONFUSIONS = 4;
  private static final int EXAMPLES = 2;
  private static final int LONGEST_REMARK = 2_000;

  /** A class given so many times as often as it was confused hides which answers were known. */
  private static final int CROWD = 2;

  private final Clarifications clarifications;
  private final ClarificationEvidenceRepository evidence;
  private final GuidelineRemarkRepository remarks;
  private final Batches batches;
  private final Projects projects;
  private final AuditTrail audit;
  private final Clock clock;

  ClarificationDesk(
      Clarifications clarifications,
      ClarificationEvidenceRepository evidence,
      GuidelineRemarkRepository remarks,
      Batches batches,
      Projects projects,
      AuditTrail audit,
      Clock clock) {
    this.clarifications = clarifications;
    this.evidence = evidence;
    this.remarks = remarks;
    this.batches = batches;
    this.projects = projects;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param id of the clarification
   */
  @Transactional(readOnly = true)
  public ClarificationPage page(String taskId, String id) {
    Clarification open = clarifications.find(id).orElseThrow();
    Project project = project(open);
    List<Confusion> confusions = evidence.confusions(id).stream().limit(CONFUSIONS).toList();
    Map<String, Long> given = evidence.timesGiven(id);
    return new ClarificationPage(
        taskId,
        project.settings().name(),
        open.pauses(),
        open.packages(),
        confusions.stream().map(each -> mixed(each, project, given)).toList(),
        concerned(confusions).stream()
            .flatMap(label -> find(project, label).stream())
            .map(label -> labelClass(id, label, project))
            .toList(),
        new ClarificationPage.Guideline(
            project.guidelineVersion(), GuidelineHtml.render(project.guideline())));
  }

  private Project project(Clarification open) {
    Batch batch = batches.require(open.batchId());
    return projects.of(batch.pins());
  }

  private static Set<String> concerned(List<Confusion> confusions) {
    Set<String> labels = new LinkedHashSet<>();
    for (Confusion each : confusions) {
      labels.add(each.expected());
      each.given().ifPresent(labels::add);
    }
    return labels;
  }

  /**
   * A number that comes near to all answers of that class would tell which they were, so it is left
   * out.
   */
  private static ClarificationPage.Mixed mixed(
      Confusion confusion, Project project, Map<String, Long> given) {
    long all = given.getOrDefault(confusion.given().orElse(confusion.expected()), 0L);
    return new ClarificationPage.Mixed(
        name(project, confusion.expected()),
        confusion.given().map(label -> name(project, label)),
        all >= CROWD * confusion.times() ? Optional.of(confusion.times()) : Optional.empty());
  }

  private static String name(Project project, String label) {
    return find(project, label).map(Label::name).orElse(label);
  }

  private static Optional<Label> find(Project project, String id) {
    return project.labels().stream().filter(label -> label.id().equals(id)).findFirst();
  }

  private ClarificationPage.LabelClass labelClass(String id, Label label, Project project) {
    return new ClarificationPage.LabelClass(
        label.id(),
        project.labels().indexOf(label),
        label.name(),
        label.hint(),
        GuidelinePassage.of(project.guideline(), label.name()).map(GuidelineHtml::render),
        evidence.examples(id, label.id(), EXAMPLES));
  }

  /**
   * The person has read it.
   *
   * @param remark what is unclear; blank for nothing
   * @throws Refusal 422 for a remark that is too long
   */
  @Transactional
  public void clarified(String id, String personId, String remark) {
    if (remark.length() > LONGEST_REMARK) {
      throw new Refusal(
          422, "remark-too-long", "What is unclear has at most 2,000 characters. Shorten it.");
    }
    Clarification open = clarifications.find(id).orElseThrow();
    if (!open.annotatorId().equals(personId)) {
      throw new Refusal(403, "not-your-task", "This task is given to somebody else.");
    }
    if (!remark.isBlank()) {
      remarks.insert(
          open.projectKey(),
          batches.require(open.batchId()).guidelineVersion(),
          id,
          remark.strip(),
          clock.instant());
    }
    audit.record(
        personId,
        "guideline_clarified",
        "clarification:" + id,
        Map.of("batch", open.batchId(), "remark", !remark.isBlank()));
  }

  /**
   * A data manager has decided how it goes on.
   *
   * @param decision clarify or release
   * @throws Refusal 422 without a decision, or without a reason to release the work
   */
  @Transactional
  public void settled(String id, String personId, String decision, String reason) {
    if (!decision.equals("clarify") && !decision.equals("release")) {
      throw new Refusal(
          422,
          "decision-missing",
          "Say how it goes on: clarify, and the person is asked, or release, and the work goes on"
              + " without.",
          Map.of("where", "decision"));
    }
    if (decision.equals("release") && reason.isBlank()) {
      throw new Refusal(
          422,
          "reason-missing",
          "To release the work without a clarification, write the reason.",
          Map.of("where", "reason"));
    }
    Clarification open = clarifications.find(id).orElseThrow();
    audit.recordWithReason(
        personId,
        "clarification_settled",
        "clarification:" + id,
        Map.of("batch", open.batchId(), "decision", decision),
        reason.strip());
  }
}
