package io.touchstone.ingestion.erasure;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Remove raw objects": the encrypted files go, too. */
@Component("removeRawObjectsDelegate")
class RemoveRawObjectsDelegate implements JavaDelegate {

  private final RawErasure erasure;

  RemoveRawObjectsDelegate(RawErasure erasure) {
    this.erasure = erasure;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(
        "removedObjects", erasure.removeObjects(execution.getProcessBusinessKey()));
  }
}
