package io.touchstone.ingestion.erasure;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Erase what is due": raw objects that were kept as long as their project says. */
@Component("eraseDueDelegate")
class EraseDueDelegate implements JavaDelegate {

  private final RawErasure erasure;

  EraseDueDelegate(RawErasure erasure) {
    this.erasure = erasure;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("dueBatches", erasure.eraseDue());
  }
}
