package io.touchstone.quality.guideline;

import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.TaskPolicy;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What completing "Settle clarification" means: she clarifies first, or the work goes on without.
 */
@Component
class SettleClarificationPolicy implements TaskPolicy {

  static final String TASK = "settle-clarification";

  private final ClarificationDesk desk;

  SettleClarificationPolicy(ClarificationDesk desk) {
    this.desk = desk;
  }

  @Override
  public String taskKey() {
    return TASK;
  }

  @Override
  public Map<String, Object> complete(OpenTask task, String personId, Map<String, Object> answers) {
    String decision = String.valueOf(answers.getOrDefault("decision", ""));
    desk.settled(
        task.batchId(), personId, decision, String.valueOf(answers.getOrDefault("reason", "")));
    return Map.of("decision", decision);
  }
}
