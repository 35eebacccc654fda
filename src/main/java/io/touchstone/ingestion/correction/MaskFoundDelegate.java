package io.touchstone.ingestion.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Search what was found": the next items of the batch, for what was found in any of them. */
@Component("maskFoundDelegate")
class MaskFoundDelegate implements JavaDelegate {

  private final SecondPass secondPass;

  MaskFoundDelegate(SecondPass secondPass) {
    this.secondPass = secondPass;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("moreItems", secondPass.maskChunk(execution.getProcessBusinessKey()));
  }
}
