package io.touchstone.quality.guideline;

import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.TaskPolicy;
import io.touchstone.tasking.reassignment.Clarifications;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What completing "Clarify guideline" means: it was read, and what is unclear in it is kept. */
@Component
class ClarifyGuidelinePolicy implements TaskPolicy {

  private final ClarificationDesk desk;

  ClarifyGuidelinePolicy(ClarificationDesk desk) {
    this.desk = desk;
  }

  @Override
  public String taskKey() {
    return Clarifications.TASK;
  }

  @Override
  public Map<String, Object> complete(OpenTask task, String personId, Map<String, Object> answers) {
    desk.clarified(task.batchId(), personId, String.valueOf(answers.getOrDefault("remark", "")));
    return Map.of();
  }
}
