package io.touchstone.tasking;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Offer work packages": each annotator gets the first. */
@Component("offerLabellingDelegate")
class OfferLabellingDelegate implements JavaDelegate {

  private final WorkPackages packages;

  OfferLabellingDelegate(WorkPackages packages) {
    this.packages = packages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    packages.offerPlanned(execution.getProcessBusinessKey());
  }
}
