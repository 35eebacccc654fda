package io.touchstone.release.approval;

import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.TaskPolicy;
import io.touchstone.platform.web.Refusal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What "Approve release" means: a second person says yes, or no with a reason. */
@Component
class ApproveReleasePolicy implements TaskPolicy {

  static final String TASK_KEY = "approve-release";

  private final Approvals approvals;

  ApproveReleasePolicy(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public String taskKey() {
    return TASK_KEY;
  }

  @Override
  public Map<String, Object> complete(OpenTask task, String personId, Map<String, Object> answers) {
    String decision = String.valueOf(answers.get("decision"));
    String reason = String.valueOf(answers.getOrDefault("reason", "")).strip();
    switch (decision) {
      case "approve" -> approvals.approve(task.batchId(), personId, reason);
      case "reject" -> approvals.reject(task.batchId(), personId, reason);
      default ->
          throw new Refusal(
              422, "decision-missing", "Say what happens to the version: approve or reject.");
    }
    return Map.of("approved", decision.equals("approve"));
  }
}
