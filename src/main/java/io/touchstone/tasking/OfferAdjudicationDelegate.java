package io.touchstone.tasking;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Offer adjudication": each reviewer gets the first package. */
@Component("offerAdjudicationDelegate")
class OfferAdjudicationDelegate implements JavaDelegate {

  private final WorkPackages packages;

  OfferAdjudicationDelegate(WorkPackages packages) {
    this.packages = packages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    packages.offerAll(execution.getProcessBusinessKey(), WorkPackage.Kind.ADJUDICATION);
  }
}
