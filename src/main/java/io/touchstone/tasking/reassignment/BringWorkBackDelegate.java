package io.touchstone.tasking.reassignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Bring work back": what waited for a talk about the guideline comes back to its person. */
@Component("bringWorkBackDelegate")
class BringWorkBackDelegate implements JavaDelegate {

  private final Clarifications clarifications;

  BringWorkBackDelegate(Clarifications clarifications) {
    this.clarifications = clarifications;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clarifications.end(execution.getProcessBusinessKey(), Clarification.Outcome.CLARIFIED);
  }
}
