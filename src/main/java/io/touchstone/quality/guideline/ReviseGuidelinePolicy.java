package io.touchstone.quality.guideline;

import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.TaskPolicy;
import io.touchstone.platform.web.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What completing "Revise guideline" means: a new version, or a reason why it stays. */
@Component
class ReviseGuidelinePolicy implements TaskPolicy {

  static final String TASK = "revise-guideline";

  private final GuidelineRevision revision;

  ReviseGuidelinePolicy(GuidelineRevision revision) {
    this.revision = revision;
  }

  @Override
  public String taskKey() {
    return TASK;
  }

  @Override
  public Map<String, Object> complete(OpenTask task, String personId, Map<String, Object> answers) {
    String decision = text(answers, "decision");
    switch (decision) {
      case GuidelineRevision.REVISE -> revision.revise(task.batchId(), personId, newText(answers));
      case GuidelineRevision.KEEP ->
          revision.keep(task.batchId(), personId, text(answers, "reason"));
      default ->
          throw new Refusal(
              422,
              "decision-missing",
              "Say whether the guideline is revised or stays as it is: revise or keep.",
              Map.of("where", "decision"));
    }
    return Map.of("guidelineDecision", decision);
  }

  private static GuidelineRevision.NewText newText(Map<String, Object> answers) {
    int baseVersion = answers.get("baseVersion") instanceof Integer version ? version : 0;
    List<String> labels =
        answers.get("labels") instanceof List<?> ticked
            ? ticked.stream().map(String::valueOf).toList()
            : List.of();
    return new GuidelineRevision.NewText(
        baseVersion, text(answers, "markdown"), text(answers, "note"), labels);
  }

  private static String text(Map<String, Object> answers, String name) {
    return String.valueOf(answers.getOrDefault(name, ""));
  }
}
