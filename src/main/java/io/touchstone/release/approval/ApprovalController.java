package io.touchstone.release.approval;

import io.touchstone.pipeline.GateOverride;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.engine.task.TaskPage;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.release.format.ClassMap;
import io.touchstone.release.format.QualityFigures;
import io.touchstone.release.version.CardHtml;
import io.touchstone.release.version.Check;
import io.touchstone.release.version.DatasetVersion;
import io.touchstone.release.version.VersionDetails;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The form of "Approve release". */
@Api
class ApprovalController {

  private final TaskPage page;
  private final Approvals approvals;

  ApprovalController(PersonTasks tasks, Approvals approvals) {
    page =
        new TaskPage(tasks, ApproveReleasePolicy.TASK_KEY, Role.DATA_MANAGER, "approve releases");
    this.approvals = approvals;
  }

  /** Records of one class, or spans of one label. */
  record LabelCount(String id, String name, long count) {}

  /** Agreement and accuracy of the batch, null where not known. */
  record Quality(
      Optional<Double> percentAgreement,
      Optional<Double> alpha,
      Optional<Double> alphaLow,
      Optional<Double> alphaHigh,
      Optional<Long> adjudicated,
      Optional<Double> goldAccuracy,
      Optional<String> metric) {

    static Quality of(QualityFigures figures) {
      return new Quality(
          figures.percentAgreement(),
          figures.alpha(),
          figures.alphaLow(),
          figures.alphaHigh(),
          figures.adjudicated(),
          figures.goldAccuracy(),
          figures.metric());
    }
  }

  /**
   * Where a batch of the version went on against its gate.
   *
   * @param person who accepted it, a user id; null if nobody did
   * @param reason null once it is erased
   */
  record OverrideView(
      String batchId,
      String stage,
      String gate,
      int gateVersion,
      String verdict,
      String rule,
      String because,
      Map<String, Object> figures,
      Optional<String> person,
      Optional<Instant> at,
      Optional<String> reason) {

    static OverrideView of(GateOverride override) {
      return new OverrideView(
          override.batchId(),
          override.stage().id(),
          override.gate(),
          override.gateVersion(),
          override.verdict(),
          override.rule(),
          override.because(),
          override.figures(),
          override.person(),
          override.at(),
          override.reason());
    }
  }

  /** What a second person should know before saying yes. */
  record Approval(
      String batchId,
      String dataset,
      String version,
      Optional<String> previousVersion,
      long records,
      List<LabelCount> perLabel,
      List<OverrideView> overrides,
      List<Check> checks,
      Quality quality,
      String dataCardHtml,
      boolean mayApprove,
      Optional<String> whyNot) {}

  /** The second person's answer. */
  record Decision(Optional<String> decision, Optional<String> reason) {}

  @GetMapping("/approvals/{taskId}")
  Approval approval(@PathVariable String taskId, Caller caller) {
    DatasetVersion draft = approvals.draft(page.require(taskId, caller).batchId());
    Optional<Refusal> objection = approvals.objection(draft, caller.id());
    VersionDetails details = draft.details();
    return new Approval(
        draft.batchId(),
        draft.dataset(),
        draft.version(),
        details.previousVersion(),
        draft.records(),
        details.classMap().classes().stream()
            .filter(entry -> !entry.retired() || details.perLabel().containsKey(entry.label()))
            .map(entry -> count(entry, details))
            .toList(),
        approvals.against(draft).stream().map(OverrideView::of).toList(),
        details.checks(),
        Quality.of(details.quality()),
        CardHtml.of(details.dataCard()),
        objection.isEmpty(),
        objection.map(Refusal::getMessage));
  }

  private static LabelCount count(ClassMap.Entry entry, VersionDetails details) {
    return new LabelCount(
        entry.label(), entry.name(), details.perLabel().getOrDefault(entry.label(), 0L));
  }

  @PostMapping("/approvals/{taskId}")
  Map<String, Object> decide(
      @PathVariable String taskId, @RequestBody Decision decision, Caller caller) {
    page.complete(
        taskId, caller, Map.of("decision", decision.decision(), "reason", decision.reason()));
    return Map.of();
  }
}
