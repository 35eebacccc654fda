package io.touchstone.annotation;

import io.touchstone.assist.Arms;
import io.touchstone.audit.AuditTrail;
import io.touchstone.audit.Recording;
import io.touchstone.audit.Recordings;
import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.TaskPolicy;
import io.touchstone.platform.web.Refusal;
import io.touchstone.tasking.WorkPackage;
import io.touchstone.tasking.WorkPackages;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What completing a package's task means: every item has a label, and drafts become judgements. */
abstract class Submission implements TaskPolicy {

  private final WorkPackages packages;
  private final WorkRepository work;
  private final Arms arms;
  private final Recordings recordings;
  private final AuditTrail audit;
  private final Clock clock;

  Submission(
      WorkPackages packages,
      WorkRepository work,
      Arms arms,
      Recordings recordings,
      AuditTrail audit,
      Clock clock) {
    this.packages = packages;
    this.work = work;
    this.arms = arms;
    this.recordings = recordings;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Map<String, Object> complete(OpenTask task, String personId, Map<String, Object> answers) {
    WorkPackage open = packages.lock(task.text("packageId")).orElseThrow();
    if (!open.annotatorId().equals(personId)) {
      throw new Refusal(403, "not-your-package", "This work package is somebody else's.");
    }
    List<String> missing = work.missing(open.id());
    if (!missing.isEmpty()) {
      throw new Refusal(
          422,
          "package-incomplete",
          missing.size() + " items have no label yet. Label them, then submit.",
          Map.of("missing", missing));
    }
    long recording = recordings.begin();
    int judgements = work.judge(open.id(), recording, clock.instant());
    arms.note(work.judgedAnswers(open.id()));
    packages.submitted(open.id());
    audit.record(
        personId,
        "package_submitted",
        "package:" + open.id(),
        Map.of(
            "batch",
            open.batchId(),
            "judgements",
            judgements,
            Recording.DETAIL,
            recordings.end(RecordedJudgementRepository.KIND, recording)));
    return Map.of();
  }
}
