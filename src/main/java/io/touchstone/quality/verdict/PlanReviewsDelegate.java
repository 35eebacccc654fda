package io.touchstone.quality.verdict;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Plan reviews and audit": who looks at what is disputed, and at a sample of the rest. */
@Component("planReviewsDelegate")
class PlanReviewsDelegate implements JavaDelegate {

  private final ReviewPlanning planning;

  PlanReviewsDelegate(ReviewPlanning planning) {
    this.planning = planning;
  }

  @Override
  public void execute(DelegateExecution execution) {
    PlannedReviews planned = planning.plan(execution.getProcessBusinessKey());
    execution.setVariable("packagesToDo", planned.packagesToDo());
    execution.setVariable("unassignableItems", planned.unassignable());
  }
}
