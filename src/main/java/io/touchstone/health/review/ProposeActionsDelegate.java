package io.touchstone.health.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Propose actions": the table health-actions, once per figure and project. */
@Component("proposeActionsDelegate")
class ProposeActionsDelegate implements JavaDelegate {

  private final HealthReviews reviews;

  ProposeActionsDelegate(HealthReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void execute(DelegateExecution execution) {
    int proposals =
        reviews.propose(execution.getProcessBusinessKey(), execution.getProcessDefinitionId());
    execution.setVariable("proposals", proposals);
  }
}
