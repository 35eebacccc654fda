package io.touchstone.pipeline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * On the pipeline's end events a batch ends done, or stopped by a person; on the end of the process
 * itself, stopped if an administrator has cancelled it: no further package of it is then offered.
 */
@Component("batchEndListener")
class BatchEndListener implements ExecutionListener {

  private final Batches batches;

  BatchEndListener(Batches batches) {
    this.batches = batches;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (EVENTNAME_END.equals(execution.getEventName())) {
      if (execution.isCanceled()) {
        batches.end(execution.getProcessBusinessKey(), Batch.State.STOPPED);
      }
      return;
    }
    boolean stopped = "batch-stopped".equals(execution.getCurrentActivityId());
    batches.end(
        execution.getProcessBusinessKey(), stopped ? Batch.State.STOPPED : Batch.State.DONE);
  }
}
