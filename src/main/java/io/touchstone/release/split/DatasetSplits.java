package io.touchstone.release.split;

import io.touchstone.pipeline.Batches;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.database.StoredKeyRepository;
import io.touchstone.project.Projects;
import io.touchstone.project.Splits;
import io.touchstone.release.version.Scope;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Divides datasets into the parts that their project wishes. Within the caller's transaction. */
@Component
public class DatasetSplits {

  private static final Logger log = LoggerFactory.getLogger(DatasetSplits.class);

  private final SplitRepository repository;
  private final StoredKeyRepository keys;
  private final Batches batches;
  private final Projects projects;

  DatasetSplits(
      SplitRepository repository, StoredKeyRepository keys, Batches batches, Projects projects) {
    this.repository = repository;
    this.batches = batches;
    this.keys = keys;
    this.projects = projects;
  }

  /** The parts into which the batch's project divides what is added. */
  public Splits of(String batchId) {
    return projects.of(batches.require(batchId).pins()).settings().splits();
  }

  /**
   * Gives each item of a version that has none its part, for good.
   *
   * @param records how many items the version has
   * @return how many of them each part has; all of them the one of a dataset that is not divided
   */
  public SortedMap<String, Long> divide(Scope scope, long records) {
    Splits splits = of(scope.batchId());
    if (splits.isSingle()) {
      return new TreeMap<>(Map.of(Splits.ALL, records));
    }
    repository.lock(scope.dataset());
    Map<String, String> fresh =
        SplitPlan.of(
            splits,
            Hmac.of(keys.require("dataset-split:" + scope.dataset())),
            repository.items(scope));
    if (!fresh.isEmpty()) {
      repository.store(scope.dataset(), fresh);
    }
    log.info("dataset_divided dataset={} items={}", scope.dataset(), fresh.size());
    return repository.perSplit(scope);
  }

  /**
   * Groups of items that must not be parted. A group that a later item made of several is not one
   * of them, where these had been published in different parts before.
   */
  public Map<String, Integer> inseparable(Scope scope) {
    Map<String, Integer> groups = repository.groups(scope);
    Set<Integer> joined = repository.joinedLate(scope.dataset());
    groups.values().removeIf(joined::contains);
    return groups;
  }
}
