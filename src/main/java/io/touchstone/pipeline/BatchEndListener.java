package io.touchstone.pipeline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** On the pipeline's end events: a batch ends done, or stopped by a person. */
@Component("batchEndListener")
class BatchEndListener implements ExecutionListener {

  private final Batches batches;

  BatchEndListener(Batches batches) {
    this.batches = batches;
  }

  @Override
  public void notify(DelegateExecution execution) {
    boolean stopped = "batch-stopped".equals(execution.getCurrentActivityId());
    batches.end(
        execution.getProcessBusinessKey(), stopped ? Batch.State.STOPPED : Batch.State.DONE);
  }
}
