package io.touchstone.pipeline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** On the start of a stage's call activity: notes where the batch now is. */
@Component("stageListener")
class StageListener implements ExecutionListener {

  private final Batches batches;

  StageListener(Batches batches) {
    this.batches = batches;
  }

  @Override
  public void notify(DelegateExecution execution) {
    batches.enter(execution.getProcessBusinessKey(), Stage.of(execution.getCurrentActivityId()));
    execution.setVariable("stage", execution.getCurrentActivityId());
  }
}
