package io.touchstone.tasking.reassignment;

import io.touchstone.tasking.ReturnReason;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Return package": its items go to others, or back to the same person in a new task. */
@Component("returnPackageDelegate")
class ReturnPackageDelegate implements JavaDelegate {

  private final PackageReturns returns;

  ReturnPackageDelegate(PackageReturns returns) {
    this.returns = returns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reason = (String) execution.getVariable("returnReason");
    returns.returned(
        (String) execution.getVariable("packageId"),
        ReturnReason.of(reason)
            .orElseThrow(
                () -> new IllegalStateException("No package is returned for \"" + reason + "\".")));
  }
}
