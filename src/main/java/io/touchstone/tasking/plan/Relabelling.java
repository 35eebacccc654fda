package io.touchstone.tasking.plan;

import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import io.touchstone.tasking.PlanRepository;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has items of a batch labelled once more: anew under a newer guideline, or by one annotator more
 * than before.
 */
@Service
public class Relabelling {

  private final Batches batches;
  private final PlanRepository plans;
  private final LabelRequestRepository requests;
  private final Projects projects;
  private final Workforce workforce;
  private final Directory directory;
  private final Clock clock;

  Relabelling(
      Batches batches,
      PlanRepository plans,
      LabelRequestRepository requests,
      Projects projects,
      Workforce workforce,
      Directory directory,
      Clock clock) {
    this.batches = batches;
    this.plans = plans;
    this.requests = requests;
    this.projects = projects;
    this.workforce = workforce;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Begins the batch's next labelling round. The assignments of these items no longer count; their
   * judgements stay as they were made. The next plan finds that the items lack annotators.
   *
   * @param guidelineVersion the guideline of the new round
   * @return assignments that no longer count
   */
  @Transactional
  public int begin(String batchId, int guidelineVersion, List<String> itemIds) {
    plans.lock(batchId);
    int superseded = plans.supersede(batchId, itemIds, clock.instant());
    requests.supersede(batchId, itemIds, clock.instant());
    batches.beginRound(batchId, guidelineVersion);
    return superseded;
  }

  /**
   * Begins a labelling round in which each of these items gets one more annotator. What has been
   * said of them stays and counts.
   *
   * @param cause agreement or rejection
   */
  @Transactional
  public void add(String batchId, String cause, List<String> itemIds) {
    plans.lock(batchId);
    Batch batch = batches.require(batchId);
    batches.beginRound(batchId, batch.guidelineVersion());
    Map<String, Set<String>> holders = plans.holders(batchId);
    Map<String, Integer> annotators = new LinkedHashMap<>();
    for (String item : itemIds) {
      annotators.put(item, holders.getOrDefault(item, Set.of()).size() + 1);
    }
    requests.insert(batchId, batch.labellingRound() + 1, cause, annotators, clock.instant());
  }

  /** How often a batch's items got one more annotator for this cause. */
  public int added(String batchId, String cause) {
    return requests.count(batchId, cause);
  }

  /** Those of the items for which an annotator is left who has not labelled them. */
  public List<String> withSomebodyLeft(String batchId, List<String> itemIds) {
    Project project = projects.of(batches.require(batchId).pins());
    Set<String> eligible =
        workforce.eligible(project, directory.members(Role.ANNOTATOR)).stream()
            .map(Annotator::id)
            .collect(Collectors.toSet());
    Map<String, Set<String>> holders = plans.holders(batchId);
    return itemIds.stream()
        .filter(item -> !holders.getOrDefault(item, Set.of()).containsAll(eligible))
        .toList();
  }
}
