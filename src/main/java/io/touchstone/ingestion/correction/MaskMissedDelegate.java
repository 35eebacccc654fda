package io.touchstone.ingestion.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Mask what was missed": in the reviewed items and wherever else the same string stands. */
@Component("maskMissedDelegate")
class MaskMissedDelegate implements JavaDelegate {

  private final Corrections corrections;

  MaskMissedDelegate(Corrections corrections) {
    this.corrections = corrections;
  }

  @Override
  public void execute(DelegateExecution execution) {
    corrections.maskMissed(execution.getProcessBusinessKey());
  }
}
