package io.touchstone.tasking;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** On the creation of a package's user task: notes which task it is. */
@Component("workPackageListener")
class WorkPackageListener implements TaskListener {

  private final WorkPackages packages;

  WorkPackageListener(WorkPackages packages) {
    this.packages = packages;
  }

  @Override
  public void notify(DelegateTask task) {
    packages.taskCreated((String) task.getVariable("packageId"), task.getId());
  }
}
