package io.touchstone.ingestion.manifest;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Seal manifest": what stage 1 did can be proven from here on. */
@Component("sealManifestDelegate")
class SealManifestDelegate implements JavaDelegate {

  private final ManifestSeals seals;

  SealManifestDelegate(ManifestSeals seals) {
    this.seals = seals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ManifestSeal seal = seals.seal(execution.getProcessBusinessKey());
    execution.setVariable("manifestRoot", seal.root());
  }
}
