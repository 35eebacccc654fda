package io.touchstone.ingestion.review;

import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.TaskPolicy;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What "Review sample for privacy" means: every drawn item is decided; then the round is closed.
 */
@Component
class ReviewPrivacySamplePolicy implements TaskPolicy {

  private final PrivacyReviewDesk desk;

  ReviewPrivacySamplePolicy(PrivacyReviewDesk desk) {
    this.desk = desk;
  }

  @Override
  public String taskKey() {
    return PrivacyReviewDesk.TASK_KEY;
  }

  @Override
  public Map<String, Object> complete(OpenTask task, String personId, Map<String, Object> answers) {
    desk.close(task.batchId(), personId);
    return Map.of();
  }
}
