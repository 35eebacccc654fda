package io.touchstone.tasking.reassignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Release work": what waited for a talk about the guideline stands as it was submitted. */
@Component("releaseWorkDelegate")
class ReleaseWorkDelegate implements JavaDelegate {

  private final Clarifications clarifications;

  ReleaseWorkDelegate(Clarifications clarifications) {
    this.clarifications = clarifications;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clarifications.end(execution.getProcessBusinessKey(), Clarification.Outcome.RELEASED);
  }
}
