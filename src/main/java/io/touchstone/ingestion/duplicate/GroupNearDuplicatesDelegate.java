package io.touchstone.ingestion.duplicate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Group near duplicates": the next items of the batch, or the next band of all of them. */
@Component("groupNearDuplicatesDelegate")
class GroupNearDuplicatesDelegate implements JavaDelegate {

  private final NearDuplicates nearDuplicates;

  GroupNearDuplicatesDelegate(NearDuplicates nearDuplicates) {
    this.nearDuplicates = nearDuplicates;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(
        "moreComparisons", nearDuplicates.groupChunk(execution.getProcessBusinessKey()));
  }
}
