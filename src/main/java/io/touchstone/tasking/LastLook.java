package io.touchstone.tasking;

import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.BatchRowRepository;
import io.touchstone.pipeline.Batches;
import io.touchstone.pipeline.Stage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what a batch waits for; before it waits for nothing more, everybody's work is looked at.
 */
@Service
class LastLook {

  private final BatchRowRepository batchRows;
  private final RedistributionRepository redistribution;
  private final Batches batches;
  private final Looks looks;

  LastLook(
      BatchRowRepository batchRows,
      RedistributionRepository redistribution,
      Batches batches,
      Looks looks) {
    this.batchRows = batchRows;
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
    int open = batchRows.holdOpenPackages(batchId);
    Batch batch = batches.require(batchId);
    if (open > 0 || batch.stage() != Stage.ANNOTATION) {
      return open;
    }
    looks.lookAtAll(batchId);
    return batchRows.holdOpenPackages(batchId);
  }
}
