package io.touchstone.ingestion.rule;

import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.TaskPolicy;
import io.touchstone.platform.web.Refusal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What "Review what new rules find" means: an officer has seen it and says what is done. */
@Component
class ReviewRuleHitsPolicy implements TaskPolicy {

  static final String TASK_KEY = "review-rule-hits";

  private final RuleSearches searches;

  ReviewRuleHitsPolicy(RuleSearches searches) {
    this.searches = searches;
  }

  @Override
  public String taskKey() {
    return TASK_KEY;
  }

  @Override
  public Map<String, Object> complete(OpenTask task, String personId, Map<String, Object> answers) {
    String note = String.valueOf(answers.getOrDefault("note", "")).strip();
    if (note.isEmpty()) {
      throw new Refusal(
          422, "note-missing", "Write what is done about these places, or why nothing is.");
    }
    searches.reviewed(task.batchId(), personId, note);
    return Map.of();
  }
}
