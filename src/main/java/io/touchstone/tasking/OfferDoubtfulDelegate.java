package io.touchstone.tasking;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Offer packages" of further labels and reviews: each person gets the first. */
@Component("offerDoubtfulDelegate")
class OfferDoubtfulDelegate implements JavaDelegate {

  private final WorkPackages packages;

  OfferDoubtfulDelegate(WorkPackages packages) {
    this.packages = packages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    packages.offerDoubtful(execution.getProcessBusinessKey());
  }
}
