package io.touchstone.ingestion.gold;

import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.engine.task.TaskPage;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The form of "Decide on masked gold". */
@Api
class MaskedGoldController {

  private final TaskPage page;
  private final MaskedGold gold;

  MaskedGoldController(PersonTasks tasks, MaskedGold gold) {
    page =
        new TaskPage(
            tasks, DecideMaskedGoldPolicy.TASK_KEY, Role.DATA_MANAGER, "decide on masked gold");
    this.gold = gold;
  }

  /** Known answers whose texts new rules have masked further. */
  record Masked(String project, Instant since, List<MaskedGoldRepository.Item> items) {}

  @GetMapping("/masked-gold/{taskId}")
  Masked masked(@PathVariable String taskId, Caller caller) {
    MaskedGoldRepository.Review review = gold.require(page.require(taskId, caller).batchId());
    return new Masked(review.projectKey(), review.begunAt(), gold.items(review));
  }

  /** Ids of the items that are used. */
  record Decision(Optional<List<String>> used) {}

  @PostMapping("/masked-gold/{taskId}")
  Map<String, Object> decide(
      @PathVariable String taskId, @RequestBody Decision decision, Caller caller) {
    page.complete(taskId, caller, Map.of("used", decision.used()));
    return Map.of();
  }
}
