package io.touchstone.ingestion.erasure;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Destroy batch key": the raw objects are noise from here on. */
@Component("destroyBatchKeyDelegate")
class DestroyBatchKeyDelegate implements JavaDelegate {

  private final RawErasure erasure;

  DestroyBatchKeyDelegate(RawErasure erasure) {
    this.erasure = erasure;
  }

  @Override
  public void execute(DelegateExecution execution) {
    erasure.destroyKey(execution.getProcessBusinessKey());
  }
}
