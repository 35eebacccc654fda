package io.touchstone.tasking.plan;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Plan assignments": who labels what, in which package. */
@Component("planAssignmentsDelegate")
class PlanAssignmentsDelegate implements JavaDelegate {

  private final TaskCreation creation;

  PlanAssignmentsDelegate(TaskCreation creation) {
    this.creation = creation;
  }

  @Override
  public void execute(DelegateExecution execution) {
    TaskCreation.Plan plan = creation.plan(execution.getProcessBusinessKey());
    execution.setVariable("itemCount", plan.items());
    execution.setVariable("shortItems", plan.shortItems());
    execution.setVariable("loadImbalance", plan.imbalance());
    execution.setVariable("loadSpread", plan.spread());
    execution.setVariable("workPackages", plan.packages());
    execution.setVariable("peopleWithoutGold", plan.gold().peopleWithout());
    execution.setVariable("goldLeft", plan.gold().least().orElse(null));
    execution.setVariable("goldDays", plan.gold().days().orElse(null));
  }
}
