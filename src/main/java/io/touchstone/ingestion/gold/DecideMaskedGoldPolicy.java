package io.touchstone.ingestion.gold;

import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.TaskPolicy;
import io.touchstone.platform.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What "Decide on masked gold" means: what is chosen is used, the rest stays out of use. */
@Component
class DecideMaskedGoldPolicy implements TaskPolicy {

  static final String TASK_KEY = "decide-masked-gold";

  private final MaskedGold gold;

  DecideMaskedGoldPolicy(MaskedGold gold) {
    this.gold = gold;
  }

  @Override
  public String taskKey() {
    return TASK_KEY;
  }

  @Override
  public Map<String, Object> complete(OpenTask task, String personId, Map<String, Object> answers) {
    if (!(answers.get("used") instanceof List<?> used)) {
      throw new Refusal(
          422,
          "gold-undecided",
          "Say which of the items are used, an empty list for none: open \"Decide on masked"
              + " gold\".");
    }
    gold.decide(
        task.batchId(), personId, used.stream().map(String::valueOf).collect(Collectors.toSet()));
    return Map.of();
  }
}
