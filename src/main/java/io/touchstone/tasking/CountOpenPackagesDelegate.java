package io.touchstone.tasking;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Count open packages", in one transaction with the decision whether to wait. */
@Component("countOpenPackagesDelegate")
class CountOpenPackagesDelegate implements JavaDelegate {

  private final LastLook packages;

  CountOpenPackagesDelegate(LastLook packages) {
    this.packages = packages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("openPackages", packages.stillOpen(execution.getProcessBusinessKey()));
  }
}
