package io.touchstone.tasking;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Close work package": count it and offer the person the next. */
@Component("closeWorkPackageDelegate")
class CloseWorkPackageDelegate implements JavaDelegate {

  private final WorkPackages packages;

  CloseWorkPackageDelegate(WorkPackages packages) {
    this.packages = packages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    packages.close((String) execution.getVariable("packageId"));
  }
}
