package io.touchstone.health.review;

import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.TaskPolicy;
import io.touchstone.platform.web.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What closing a health review means: each proposal is accepted or not, the minutes are kept. */
@Component
class ReviewHealthPolicy implements TaskPolicy {

  static final String TASK_KEY = "review-health";
  private static final int LONGEST_MINUTES = 10_000;

  private final HealthReviews reviews;

  ReviewHealthPolicy(HealthReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public String taskKey() {
    return TASK_KEY;
  }

  @Override
  public Map<String, Object> complete(OpenTask task, String personId, Map<String, Object> answers) {
    if (!(answers.get("accepted") instanceof List<?> accepted)) {
      throw new Refusal(
          422,
          "proposals-undecided",
          "Say which of the proposals you accept, an empty list for none: open \"Review health\" and"
              + " press \"Close review\".");
    }
    String minutes = String.valueOf(answers.getOrDefault("minutes", "")).strip();
    if (minutes.length() > LONGEST_MINUTES) {
      throw new Refusal(
          422, "minutes-too-long", "Minutes have at most 10,000 characters. Shorten them.");
    }
    reviews.decide(
        task.batchId(),
        personId,
        accepted.stream().map(String::valueOf).distinct().toList(),
        minutes);
    return Map.of();
  }
}
