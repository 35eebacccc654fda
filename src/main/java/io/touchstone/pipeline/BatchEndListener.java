package io.touchstone.pipeline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * What the diagrams of earlier deployments name at their ends. The engine tells {@link
 * BatchEndings} itself that an instance has ended, so that nothing is left to be done here.
 */
@Component("batchEndListener")
class BatchEndListener implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    // The batch ends with its instance.
  }
}
