package io.touchstone.tasking;

import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.pipeline.Stage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what a batch waits for; before it waits for nothing more, everybody's work is looked at.
 */
@Service
class LastLook {

  private final WorkPackageRepository packages;
  private final RedistributionRepository redistribution;
  private final Batches batches;
  private final Looks looks;

  LastLook(
      WorkPackageRepository packages,
      RedistributionRepository redistribution,
      Batches batches,
      Looks looks) {
    this.packages = packages;
    this.redistribution = redistribution;
    this.batches = batches;
    this.looks = looks;
  }

  /**
   * How many packages the batch still waits for, those included that come back because of what the
   * last look found; the answer holds until the transaction ends.
   */
  @Transactional
  public int stillOpen(String batchId) {
    redistribution.oneAtATime();
    int open = packages.readCount(batchId);
    Batch batch = batches.require(batchId);
    if (open > 0 || batch.stage() != Stage.ANNOTATION) {
      return open;
    }
    looks.lookAtAll(batchId);
    return packages.readCount(batchId);
  }
}
