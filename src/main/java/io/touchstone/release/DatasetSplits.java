package io.touchstone.release;

import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.database.StoredKeyRepository;
import io.touchstone.project.Projects;
import io.touchstone.project.Splits;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Divides datasets into the parts that their project wishes. Within the caller's transaction. */
@Component
class DatasetSplits {

  private static final Logger log = LoggerFactory.getLogger(DatasetSplits.class);

  private final SplitRepository repository;
  private final RecordRepository records;
  private final StoredKeyRepository keys;
  private final Projects projects;

  DatasetSplits(
      SplitRepository repository,
      RecordRepository records,
      StoredKeyRepository keys,
      Projects projects) {
    this.repository = repository;
    this.records = records;
    this.keys = keys;
    this.projects = projects;
  }

  /** The parts of a dataset, which has its project's key. */
  Splits of(String dataset) {
    return projects.require(dataset).settings().splits();
  }

  /** Gives each item of a version that has none its part, for good. */
  void divide(Scope scope) {
    Splits splits = of(scope.dataset());
    if (splits.isSingle()) {
      return;
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
  }

  /**
   * Groups of items that must not be parted. A group that a later item made of several is not one
   * of them, where these had been published in different parts before.
   */
  Map<String, Integer> inseparable(Scope scope) {
    Map<String, Integer> groups = records.groups(scope);
    Set<Integer> joined = repository.joinedLate(scope.dataset());
    groups.values().removeIf(joined::contains);
    return groups;
  }
}
